import { freeName, type NameUse } from '../syntax/names.ts';

/** A name for the stack that occurs nowhere in the file and is not among the taken ones: `stack`, else `stack2`, `stack3` … */
export function stackName(used: readonly NameUse[], taken: readonly string[]): string {
  return freeName('stack', new Set([...taken, ...used.map(({ name }) => name)]));
}
