import { endOfLineComment } from '../fields-to-stack/comments.ts';
import { isBlankFrom, lineStart } from '../syntax/lines.ts';
import { contains, type Range } from '../syntax/node.ts';
import type { Registration } from './registration.ts';
import type { Entry, EntryFrame, Piece } from './site.ts';

/** The ranges of an entry point that go, in the order of the text, none meeting another one. */
export function removals(entry: Entry, registrations: readonly Registration[], keepsStack: boolean): readonly Range[] {
  const { facts: { text }, releases, handlers, dropped, stack, frames } = entry;
  const statements = [
    ...releases.filter(({ from }) => from === 'trailing').map(({ statement }) => statement),
    ...handlers.map(({ statement }) => statement),
    ...dropped,
    ...registrations.flatMap(({ becomesConstant, release }) => (becomesConstant && release.constant ? [release.constant.declaration] : [])),
    ...(stack && !keepsStack ? [stack.statement] : []),
  ];
  const ranges = merged([...statements.map((piece) => withLines(text, piece)), ...frames.flatMap((frame) => ofFrame(entry, frame))]);
  return ranges.map((range) => withoutEmptyLine(text, range));
}

/** What would leave nothing but white space of its line takes the break and the next indentation with it. */
function withoutEmptyLine(text: string, { start, end }: Range): Range {
  const isAlone = isBlankFrom(text, end) && start > lineStart(text, start) && text.slice(lineStart(text, start), start).trim() === '';
  return { start, end: isAlone ? end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0) : end };
}

/** A statement with the comments in front of it and beside it. */
function withLines(text: string, { pos, end }: Piece): Range {
  return { start: endOfLineComment(text, pos), end: endOfLineComment(text, end) };
}

/** The `finally`, and the `try` and the braces where the block can do without them. */
function ofFrame({ facts: { text }, releases, stack }: Entry, { statement, block, handler, finalizer, isOpen }: EntryFrame): readonly Range[] {
  const isReleasing = finalizer !== undefined && releases.some(({ coveredFrom }) => coveredFrom === statement.start);
  const holdsStack = finalizer === undefined && stack !== undefined && contains(block, stack.statement);
  if (!isReleasing && !holdsStack) return [];
  if (handler) return isReleasing ? [{ start: handler.end, end: statement.end }] : [];
  if (!isOpen) return isReleasing ? [{ start: block.end, end: statement.end }] : [];
  const inner = text.slice(block.start + 1, block.end - 1);
  const start = block.start + 1 + (inner.length - inner.trimStart().length);
  return [{ start: statement.start, end: start }, { start: block.start + 1 + inner.trimEnd().length, end: statement.end }];
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}
