import type ts from 'typescript';
import type { Verb } from '../analysis/story.ts';
import type { TextEdit } from '../plans/edit.ts';
import { textStyle } from '../plans/text-style.ts';

/** The insertion of a dispose method at the end of a class, in the style of the file. */
export function disposeMethodEdit(file: ts.SourceFile, owner: ts.ClassLikeDeclaration, stop: Verb): TextEdit {
  const { eol, indentUnit } = textStyle(file.text);
  const semicolon = endsWithSemicolons(file.text) ? ';' : '';
  const outer = /^[\t ]*/.exec(file.text.slice(file.text.lastIndexOf('\n', owner.getStart()) + 1))?.[0] ?? '';
  const member = outer + indentUnit;
  const head = stop.async ? 'async [Symbol.asyncDispose](): Promise<void>' : '[Symbol.dispose](): void';
  const body = `${member}${indentUnit}${stop.async ? 'await ' : ''}this.${stop.name}()${semicolon}`;
  const lines = ['', `${member}${head} {`, body, `${member}}`, outer];
  const last = owner.members.at(-1);
  const at = last ? last.end : owner.members.pos;
  const closing = owner.end - 1;
  return { start: at, end: closing, text: `${file.text.slice(at, closing).trimEnd()}${eol}${lines.join(eol)}` };
}

function endsWithSemicolons(text: string): boolean {
  return (text.match(/[;]\s*$/gm) ?? []).length > 0;
}
