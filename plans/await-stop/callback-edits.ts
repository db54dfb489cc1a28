import type { TextEdit } from '../edit.ts';
import { indentAt, lineStart } from '../syntax/lines.ts';
import type { Range } from '../syntax/node.ts';
import { textStyle } from '../text-style.ts';

/** A release that calls back when it has finished. Offsets refer to the text of the file. */
export interface CalledBack {
  readonly text: string;
  /** The call of the release. */
  readonly call: Range;
  /** The body of the callback: a block with its braces, or an expression. */
  readonly body: Range;
  readonly isBlock: boolean;
  /** Where the last statement of a block ends; nothing for an empty one. */
  readonly lastEnd: number | undefined;
  readonly typed: boolean;
}

/** A promise that is awaited in place of the call, and that settles once the callback has done its work. */
export function callbackEdits(site: CalledBack): readonly TextEdit[] {
  const { call, typed } = site;
  return [insertion(call.start, `await new Promise${typed ? '<void>' : ''}((resolve) => `), ...(site.isBlock ? inBlock(site) : inExpression(site)), insertion(call.end, ')')];
}

function inExpression({ body }: CalledBack): readonly TextEdit[] {
  return [insertion(body.start, '{ '), insertion(body.end, '; resolve(); }')];
}

function inBlock({ text, body, lastEnd }: CalledBack): readonly TextEdit[] {
  if (lastEnd === undefined && /^\{\s*\}$/.test(text.slice(body.start, body.end))) return [{ ...body, text: '{ resolve(); }' }];
  const brace = body.end - 1;
  const from = lineStart(text, brace);
  if (text.slice(from, brace).trim() === '') {
    const { eol, indentUnit } = textStyle(text);
    return [insertion(from, `${indentAt(text, brace)}${indentUnit}resolve();${eol}`)];
  }
  const at = lastEnd ?? brace;
  return [insertion(at, `${text[at - 1] === ';' ? '' : ';'} resolve();`)];
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}
