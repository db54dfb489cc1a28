import type { Random } from './random.ts';

/** A statement, or a block whose lines stand between `open` and `close`; a glued block continues the line that the one before it closed with. */
export type Line = string | { readonly open: string; readonly body: readonly Line[]; readonly close: string; readonly glued?: boolean };

interface Style {
  readonly unit: string;
  readonly eol: string;
  readonly semicolons: boolean;
  readonly random: Random;
}

/** The program as text, in a random style: indentation, line ends, semicolons, comments, and now and then a block on one line. */
export function write(lines: readonly Line[], random: Random): string {
  const style: Style = { unit: random.pick(['  ', '    ', '\t']), eol: random.pick(['\n', '\n', '\r\n']), semicolons: random.chance(70), random };
  return `${random.chance(10) ? '\uFEFF' : ''}${writeLines(lines, '', style)}${style.eol}`;
}

function writeLines(lines: readonly Line[], indent: string, style: Style): string {
  let text = '';
  for (const line of lines) {
    if (typeof line === 'string') text += separator(text, indent, style) + comment(indent, style) + statement(line, style);
    else text += (line.glued ? ' ' : separator(text, indent, style) + line.open) + block(line.body, line.close, indent, style);
  }
  return text;
}

function separator(before: string, indent: string, { eol }: Style): string {
  return before === '' ? indent : eol + indent;
}

function block(body: readonly Line[], close: string, indent: string, style: Style): string {
  const [only, ...rest] = body;
  if (typeof only === 'string' && rest.length === 0 && style.random.chance(15)) return ` ${only} ${close}`;
  return `${style.eol}${writeLines(body, indent + style.unit, style)}${style.eol}${indent}${close}`;
}

function comment(indent: string, { random, eol }: Style): string {
  return random.chance(8) ? `// note ${random.below(100)}${eol}${indent}` : '';
}

function statement(line: string, { semicolons }: Style): string {
  return semicolons || !line.endsWith(';') ? line : line.slice(0, -1);
}
