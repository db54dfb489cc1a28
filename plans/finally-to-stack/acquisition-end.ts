import { namesWithin } from '../syntax/names.ts';
import type { FileFacts, FinallySite } from './facts.ts';

/**
 * Where a release could be registered at the earliest: behind the last statement before the `try` that declares or mentions what is released (so behind
 * the start of a service too). Undefined when nothing lies between, or when what is released is not a constant of the block.
 */
export function acquisitionEnd(site: FinallySite, facts: FileFacts): number | undefined {
  const before = site.around?.before ?? [];
  if (!before.some(({ constants }) => constants.some((name) => site.mentioned.has(name)))) return undefined;
  const last = before.findLastIndex(({ range }) => [...namesWithin(facts.names, range)].some((name) => site.mentioned.has(name)));
  const statement = before[last];
  return statement && last < before.length - 1 ? endOfLineComment(statement.range.end, facts) : undefined;
}

/** Behind a comment that stands beside the statement. */
export function endOfLineComment(end: number, { comments, text }: FileFacts): number {
  return comments.find((comment) => comment.start >= end && /^[ \t]*$/.test(text.slice(end, comment.start)))?.end ?? end;
}
