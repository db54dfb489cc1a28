import { indentAt } from '../syntax/lines.ts';
import type { Range } from '../syntax/node.ts';
import type { TextStyle } from '../text-style.ts';
import type { FileFacts, FinallySite } from './facts.ts';

/** How the text of one site is laid out. */
export interface Layout {
  /** The indentation of the line that the statement begins on. */
  readonly indent: string;
  readonly unit: string;
  readonly semicolons: boolean;
  /** What stands between two statements: a line break with this indentation, or a space when the site is written on one line. */
  readonly break: (indent: string) => string;
}

/** Reads the layout of a site off its own text; the style of the file fills in what the site does not show. */
export function layoutOf(site: FinallySite, { text, semicolons }: FileFacts, style: TextStyle): Layout {
  const own = text.slice(site.statement.start, site.statement.end);
  const oneLine = !/[\n\r\u2028\u2029]/.test(own);
  const indent = indentAt(text, site.statement.start);
  const eol = /\r?\n/.exec(own)?.[0] ?? style.eol;
  return {
    indent,
    unit: ownUnit(site, text, indent) ?? style.indentUnit,
    semicolons: oneLine || semicolons,
    break: (to) => (oneLine ? ' ' : eol + to),
  };
}

/** How much deeper the first line inside the braces is than the statement. */
function ownUnit(site: FinallySite, text: string, indent: string): string | undefined {
  const inner = [site.block, site.finalizer].map(({ start, end }) => /^\{[^\S\n]*\r?\n([ \t]*)\S/.exec(text.slice(start, end))?.[1]);
  const deeper = inner.find((line) => line !== undefined && line.length > indent.length && line.startsWith(indent));
  return deeper?.slice(indent.length);
}

/** What stands between the braces of a block, without the white space around it. */
export function contentOf(block: Range, text: string): Range {
  const inner = text.slice(block.start + 1, block.end - 1);
  const start = block.start + 1 + (inner.length - inner.trimStart().length);
  return { start, end: Math.max(start, block.start + 1 + inner.trimEnd().length) };
}
