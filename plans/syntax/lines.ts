/** Where the line of an offset begins. Lines end with a line feed, as in editors and in git. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The white space in front of the first character of the line. */
export function indentAt(text: string, offset: number): string {
  return indentOfLine(text, lineStart(text, offset));
}

/** The white space that the line beginning at the offset is indented by. */
export function indentOfLine(text: string, start: number): string {
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(start, end);
}

/** Is there nothing between the offset and the end of its line? */
export function isBlankFrom(text: string, offset: number): boolean {
  const next = text[offset];
  return next === undefined || next === '\n' || next === '\r';
}

/** Line and column of an offset, both counted from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return { line, column: offset - lineStart(text, offset) + 1 };
}

/** Where each line begins. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
