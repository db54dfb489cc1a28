import type { TextEdit } from '../edit.ts';
import { indentAt, lineStart } from '../syntax/lines.ts';
import type { Range } from '../syntax/node.ts';
import { textStyle } from '../text-style.ts';

/** Where the line ends that an offset is in, when nothing but a comment follows there. */
export function restOfLine(text: string, offset: number): number | undefined {
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*)?(?=\r?\n|$)/.exec(text.slice(offset));
  return rest ? offset + rest[0].length : undefined;
}

/** A statement behind another one, on a line of its own where that one ends its line. */
export function statementAfter(text: string, before: Range, statement: string): TextEdit {
  const isOwnLine = text.slice(lineStart(text, before.start), before.start).trim() === '';
  const end = restOfLine(text, before.end);
  if (end === undefined || !isOwnLine) return { start: before.end, end: before.end, text: `${/[;}]$/.test(text.slice(before.start, before.end)) ? '' : ';'} ${statement}` };
  return { start: end, end, text: textStyle(text).eol + indentAt(text, before.start) + statement };
}

/** Takes pieces out of a block: lines that hold nothing else go, and a block with nothing left is empty. */
export function takeOut(text: string, block: Range, pieces: readonly Range[]): readonly TextEdit[] {
  const left = [block.start, ...pieces.map(({ end }) => end)].map((from, index) => text.slice(from, pieces[index]?.start ?? block.end)).join('');
  if (left.trim() === '') return [{ ...block, text: '' }];
  let behind = block.start;
  return pieces.map((piece) => {
    const range = wholeLines(text, block, piece);
    const edit = { start: Math.max(range.start, behind), end: range.end, text: '' };
    behind = edit.end;
    return edit;
  });
}

/** With its lines, when it has them alone; the last piece of a block also takes the blank lines above it. */
function wholeLines(text: string, block: Range, { start, end }: Range): Range {
  const from = lineStart(text, start);
  const lineEnd = /^[ \t]*(\r?\n)/.exec(text.slice(end));
  if (text.slice(from, start).trim() !== '' || !lineEnd) return { start, end: end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) };
  const isLast = text.slice(end, block.end).trim() === '';
  const blank = isLast ? (/(?:(?<=\n)[ \t]*\r?\n)*$/.exec(text.slice(block.start, from))?.[0].length ?? 0) : 0;
  return { start: from - blank, end: end + lineEnd[0].length };
}
