import type { Range } from '../syntax/node.ts';

/** The comments of a text between statements, where nothing else stands. */
export function commentsIn(text: string, { start, end }: Range): string[] {
  return (text.slice(start, end).match(/\/\/[^\r\n]*|\/\*[^]*?\*\//g) ?? []).map((comment) => comment.trimEnd());
}

/** The end of the comment that follows on the same line, or the offset itself. */
export function endOfLineComment(text: string, offset: number): number {
  return offset + (/^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/(?=[ \t]*(?:[\r\n]|$)))/.exec(text.slice(offset))?.[0].length ?? 0);
}
