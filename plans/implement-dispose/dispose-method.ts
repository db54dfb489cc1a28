import type { TextEdit } from '../edit.ts';
import { indentAt, lineStart } from '../syntax/lines.ts';
import type { Range } from '../syntax/node.ts';
import { textStyle } from '../text-style.ts';

/** A class in the text of its file. */
export interface ClassSite {
  /** Where the class begins. */
  readonly start: number;
  /** Behind the opening brace, and before the closing one. */
  readonly body: { readonly start: number; readonly end: number };
  /** The end of the last member, its semicolon included. */
  readonly lastMember: { readonly end: number; readonly isField: boolean } | undefined;
  /** Where its head ends, and the interfaces that it implements; absent in JavaScript. */
  readonly head: { readonly end: number; readonly interfaces: readonly Range[] } | undefined;
}

/** The dispose method to add: what it delegates to. */
export interface DisposeMethod {
  readonly stop: string;
  readonly async: boolean;
  /** The name of the library's interface can be used in the head. */
  readonly implements: boolean;
}

/** The edits that add a dispose method at the end of a class, and the interface to its head, in the style of the file; nothing else of the text changes. */
export function disposeEdits(text: string, site: ClassSite, method: DisposeMethod): readonly TextEdit[] {
  return [...implementsInterface(text, site, method), ...addMethod(text, site, method)];
}

function implementsInterface(text: string, { head }: ClassSite, method: DisposeMethod): TextEdit[] {
  if (!head || !method.implements) return [];
  const { end, interfaces } = head;
  const [last, previous] = [interfaces.at(-1), interfaces.at(-2)];
  const between = last && previous ? text.slice(previous.end, last.start) : '';
  const lead = last ? (/^\s*,\s*$/.test(between) ? between : ', ') : ' implements ';
  const at = last?.end ?? end;
  return [{ start: at, end: at, text: `${lead}${method.async ? 'AsyncDisposable' : 'Disposable'}` }];
}

function addMethod(text: string, site: ClassSite, method: DisposeMethod): TextEdit[] {
  const written = text.slice(site.body.start, site.body.end);
  const at = site.body.start + written.trimEnd().length;
  const onOneLine = written.trim() !== '' && !/[\r\n]/.test(text.slice(site.start, site.body.end));
  const added = onOneLine ? ` ${signature(site, method)} { ${call(text, method)} } ` : onLinesOfItsOwn(text, site, method, written.trim() === '');
  const ended = endOfField(text, site, method, onOneLine);
  return [...(ended === undefined ? [] : [{ start: ended, end: ended, text: ';' }]), { start: at, end: site.body.end, text: added }];
}

function signature({ head }: ClassSite, { async }: DisposeMethod): string {
  const type = async ? ': Promise<void>' : ': void';
  return `${async ? 'async [Symbol.asyncDispose]' : '[Symbol.dispose]'}()${head ? type : ''}`;
}

function call(text: string, { async, stop }: DisposeMethod): string {
  return `${async ? 'await ' : ''}this.${stop}()${endsWithSemicolons(text) ? ';' : ''}`;
}

function onLinesOfItsOwn(text: string, site: ClassSite, method: DisposeMethod, isFirst: boolean): string {
  const { eol, indentUnit } = textStyle(text);
  const outer = indentOfClass(text, site);
  const member = indentOfMembers(text, site) ?? outer + indentUnit;
  const lines = [...(isFirst ? [] : ['']), `${member}${signature(site, method)} {`, `${member}${indentUnit}${call(text, method)}`, `${member}}`, outer];
  return lines.map((line) => eol + line).join('');
}

/** The closing brace's own, when it stands at the start of its line. */
function indentOfClass(text: string, { start, body }: ClassSite): string {
  const isFirst = text.slice(lineStart(text, body.end), body.end).trim() === '';
  return indentAt(text, isFirst ? body.end : start);
}

/** What the last member is indented by, unless it stands on the line of the class. */
function indentOfMembers(text: string, { start, body, lastMember }: ClassSite): string | undefined {
  if (!lastMember) return undefined;
  const end = lineStart(text, lastMember.end);
  const isOwnLine = end > lineStart(text, start) && end > body.start;
  return isOwnLine ? indentAt(text, lastMember.end) : undefined;
}

/** A field without a semicolon would go on into `[Symbol.dispose]`, or into whatever follows on its line. */
function endOfField(text: string, { lastMember }: ClassSite, { async }: DisposeMethod, onOneLine: boolean): number | undefined {
  const isOpen = lastMember?.isField === true && text[lastMember.end - 1] !== ';';
  return isOpen && (onOneLine || !async) ? lastMember.end : undefined;
}

/** A file without any statement that ends its line has no style of its own; lines with comments tell nothing. */
function endsWithSemicolons(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => !/\/\/|^\s*\/?\*/.test(line)).map((line) => line.trimEnd());
  return lines.some((line) => line.endsWith(';')) || !lines.some((line) => /[\w)\]'"`]$/.test(line));
}
