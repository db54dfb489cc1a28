import { freeName } from '../syntax/names.ts';

/** The name itself, or with the first number that makes it a new one; a key that is no name gets one. */
export function freshName(key: string, taken: ReadonlySet<string>): string {
  return freeName(/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : 'provided', taken);
}
