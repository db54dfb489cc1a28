import type { TextEdit } from '../edit.ts';
import { indentOfLine, isBlankFrom, lineStart } from '../syntax/lines.ts';
import type { Range } from '../syntax/node.ts';
import type { FileFacts } from './facts.ts';

/** Lines that begin inside the range move by one unit, in (1) or out (-1). */
export interface Shift {
  readonly range: Range;
  readonly unit: string;
  readonly by: 1 | -1;
}

/** The indentation after all shifts; a line that is not indented by the unit stays where it is. */
export function shiftLine(indent: string, shifts: readonly Shift[]): string {
  return shifts.reduce((now, { unit, by }) => (by === 1 ? unit + now : now.startsWith(unit) ? now.slice(unit.length) : now), indent);
}

/** The text of a range with every line after the first moved, except blank lines and lines inside literals. */
export function reindent(range: Range, { text, fixedText }: FileFacts, shifts: readonly Shift[]): string {
  return text.slice(range.start, range.end).replace(/\n([ \t]*)(?=[^\r\n])/g, (line, indent: string, at: number) => {
    const start = range.start + at + 1;
    return fixedText.some((fixed) => fixed.start < start && start <= fixed.end) ? line : `\n${shiftLine(indent, shifts)}`;
  });
}

/** One edit for every line that moves and that no other edit replaces. */
export function lineEdits(facts: FileFacts, shifts: readonly Shift[], edits: readonly TextEdit[]): TextEdit[] {
  const starts = new Set(shifts.flatMap(({ range }) => lineStartsIn(facts.text, range)));
  return [...starts].flatMap((start) => {
    const old = indentOfLine(facts.text, start);
    const end = start + old.length;
    const inLiteral = facts.fixedText.some((fixed) => fixed.start < start && start <= fixed.end);
    if (inLiteral || isBlankFrom(facts.text, end) || edits.some((edit) => edit.start < end && start < edit.end)) return [];
    const text = shiftLine(old, shifts.filter(({ range }) => range.start < start && start < range.end));
    return text === old ? [] : [{ start, end, text }];
  });
}

function lineStartsIn(text: string, range: Range): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf('\n', range.start); at !== -1 && at + 1 < range.end; at = text.indexOf('\n', at + 1)) starts.push(lineStart(text, at + 1));
  return starts;
}
