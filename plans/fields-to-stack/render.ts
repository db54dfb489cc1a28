import type { TextEdit } from '../edit.ts';
import { atLeast } from '../finally-to-stack/level.ts';
import type { PlanOptions } from '../finally-to-stack/options.ts';
import { indentAt } from '../syntax/lines.ts';
import type { Range } from '../syntax/node.ts';
import { textStyle } from '../text-style.ts';
import { commentsIn, endOfLineComment } from './comments.ts';
import type { FieldRelease, FieldsSite, OwnedField, Unreleased } from './site.ts';

/** The edits of one class; whether the stack calls the dispose method of every field. */
export function render(site: FieldsSite, fields: readonly OwnedField[], options: PlanOptions): { readonly edits: readonly TextEdit[]; readonly usesAll: boolean } {
  const writer = new Writer(site, fields, atLeast(options.level, 'use'));
  return { edits: writer.edits(), usesAll: site.unreleased.length === 0 && fields.every(({ release }) => writer.isUsed(release)) };
}

class Writer {
  readonly #site: FieldsSite;
  readonly #fields: readonly OwnedField[];
  readonly #mayUse: boolean;
  readonly #eol: string;
  readonly #unit: string;
  readonly #semicolon: string;
  readonly #local: string;
  readonly #owned: string;

  constructor(site: FieldsSite, fields: readonly OwnedField[], mayUse: boolean) {
    const { eol, indentUnit } = textStyle(site.text);
    this.#site = site;
    this.#fields = fields;
    this.#mayUse = mayUse;
    this.#eol = eol;
    this.#unit = indentUnit;
    this.#semicolon = fields.some(({ begun }) => this.#isEnded(begun)) ? ';' : '';
    this.#local = freshName(site.text, 'starting');
    this.#owned = `${site.declaration.isPrivateName ? '#' : ''}${freshName(site.text, 'resources')}`;
  }

  edits(): TextEdit[] {
    return [this.#declared(), this.#made(), ...this.#keptTasks(), ...this.#registeredAndMoved(), ...this.#disposed()];
  }

  /** Its dispose method is exactly the release, and nothing else happens with it. */
  isUsed({ type, awaited, isPlain }: FieldRelease): boolean {
    return this.#mayUse && isPlain && awaited && type?.dispose.async === 'exact';
  }

  #isEnded({ end }: Range): boolean {
    return this.#site.text[end - 1] === ';';
  }

  /** The field that holds the stack. */
  #declared(): TextEdit {
    const { text, declaration: { after, isPrivateName, isTyped } } = this.#site;
    const at = this.#behind(after);
    const type = isTyped ? ': AsyncDisposableStack | undefined' : '';
    const line = `${isPrivateName ? '' : 'private '}${this.#owned}${type}${this.#semicolon}`;
    return { start: at, end: at, text: (this.#isAlone(after.start) ? this.#eol + indentAt(text, after.start) : ' ') + line };
  }

  /** The local stack, which rolls back whatever start has begun when it fails. */
  #made(): TextEdit {
    const { text, starting: { before } } = this.#site;
    return { start: before.start, end: before.start, text: `await using ${this.#local} = new AsyncDisposableStack()${this.#semicolon}${this.#isAlone(before.start) ? this.#eol + indentAt(text, before.start) : ' '}` };
  }

  /** What was dropped is kept: `void this.#run()` → `const task = this.#run()`. */
  #keptTasks(): TextEdit[] {
    return this.#site.unreleased.flatMap((one) => (one.kind === 'task' ? [{ start: one.begun.start, end: one.call.start, text: `const ${this.#taskName(one)} = ` }] : []));
  }

  #taskName(one: Unreleased): string {
    const at = this.#site.unreleased.filter(({ kind }) => kind === 'task').indexOf(one);
    return freshName(this.#site.text, 'task', at);
  }

  #registeredAndMoved(): TextEdit[] {
    const { text, unreleased, starting: { after } } = this.#site;
    const fields = this.#fields.map((field, index) => ({ behind: field.begun, lines: [...this.#commentsOf(index), this.#registration(field)] }));
    const lines = [...fields, ...unreleased.map((one) => ({ behind: one.begun, lines: [this.#added(one)] }))];
    const moved = { behind: after, lines: [`this.${this.#owned} = ${this.#local}.move()`] };
    const byPlace = new Map<number, { behind: Range; lines: string[] }>();
    for (const one of [...lines, moved]) {
      const place = byPlace.get(one.behind.end) ?? { behind: one.behind, lines: [] };
      place.lines.push(...one.lines);
      byPlace.set(one.behind.end, place);
    }
    return [...byPlace.values()].map(({ behind, lines: written }) => {
      const at = this.#behind(behind);
      const isInline = !this.#isAlone(behind.start) && !written.some((line) => line.startsWith('//'));
      const lead = isInline ? ' ' : this.#eol + indentAt(text, behind.start);
      const inserted = written.map((line) => lead + (line.startsWith('/') ? line : line + this.#semicolon)).join('');
      return { start: at, end: at, text: inserted + this.#endOfCall(at) };
    });
  }

  /** Behind the comment beside a statement that has its line for itself. */
  #behind({ start, end }: Range): number {
    return this.#isAlone(start) ? endOfLineComment(this.#site.text, end) : end;
  }

  /** Nothing but white space is in front of it on its line. */
  #isAlone(start: number): boolean {
    const { text } = this.#site;
    return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
  }

  #registration(field: OwnedField): string {
    const { name, begun, release } = field;
    if (this.isUsed(release)) return `${this.#local}.use(${name})`;
    const { type, awaited, isPlain } = release;
    const isExpression = isPlain && type !== undefined && type.givesNothing && type.thenable === awaited;
    if (isExpression) return this.#deferred(this.#call(field));
    const isShort = field.isVariable && isPlain;
    return isShort ? this.#deferred(`{ ${awaited ? 'await ' : ''}${this.#call(field)}${this.#semicolon} }`, awaited) : `${this.#local}.defer(${this.#block(begun, field)})`;
  }

  #deferred(body: string, isAsync = false): string {
    return `${this.#local}.defer(${isAsync ? 'async ' : ''}() => ${body})`;
  }

  /** A release that stop lacks. */
  #added(one: Unreleased): string {
    if (one.kind === 'task') return one.givesNothing ? this.#deferred(this.#taskName(one)) : this.#deferred(`{ await ${this.#taskName(one)}${this.#semicolon} }`, true);
    return one.type.givesNothing ? this.#deferred(one.call) : this.#deferred(`{ ${one.type.thenable ? 'await ' : ''}${one.call}${this.#semicolon} }`, one.type.thenable);
  }

  /** The null check of a release that is one expression is the `?.` of its call; a variable needs none. */
  #call({ name, isVariable, release: { call, object, isGuarded } }: OwnedField): string {
    const { text } = this.#site;
    const behind = text.slice(object.end, call.end);
    const rest = isVariable ? behind.replace(/^[?!](?=\.)/, '') : isGuarded && behind.startsWith('.') ? `?${behind}` : behind;
    return text.slice(call.start, object.start) + (isVariable ? name : text.slice(object.start, object.end)) + rest;
  }

  #block({ start }: Range, field: OwnedField): string {
    const { text } = this.#site;
    const { isVariable, release } = field;
    const [outer, old] = [indentAt(text, start), indentAt(text, release.start)];
    const isOnOneLine = !this.#isAlone(start);
    const inner = outer + this.#unit;
    const written = isVariable ? text.slice(release.start, release.call.start) + this.#call(field) + text.slice(release.call.end, release.end) : text.slice(release.start, release.end);
    const body = written.replace(/\n([ \t]*)(?=[^\r\n])/g, (line, now: string) => (now.startsWith(old) ? `\n${inner}${now.slice(old.length)}` : line));
    const around = isOnOneLine ? [' ', ' '] : [this.#eol + inner, this.#eol + outer];
    return `${/\bawait\b/.test(body) ? 'async ' : ''}() => {${around[0]}${body}${around[1]}}`;
  }

  /** The comments between the release before this one and its own end, but for those that its own text holds. */
  #commentsOf(index: number): string[] {
    const { text } = this.#site;
    const inOrder = [...this.#fields].sort((a, b) => a.release.start - b.release.start);
    const { release } = this.#fields[index]!;
    const at = inOrder.findIndex((field) => field.release === release);
    const [before, next] = [inOrder[at - 1]?.release, inOrder[at + 1]?.release];
    const gap = { start: before ? endOfLineComment(text, before.end) : release.start, end: release.start };
    const rest = next ? { start: release.end, end: endOfLineComment(text, release.end) } : { start: release.end, end: release.end };
    return [...commentsIn(text, gap), ...commentsIn(text, rest)];
  }

  /** One disposal in the place of the releases; or the end of a scope, where other work that may fail comes first. */
  #disposed(): TextEdit[] {
    const { text, waitsBefore } = this.#site;
    const releases = this.#fields.map(({ release }) => release);
    const [start, end] = [Math.min(...releases.map((one) => one.start)), Math.max(...releases.map((one) => one.end))];
    if (!waitsBefore) return [{ start, end, text: `await this.${this.#owned}?.disposeAsync()${this.#semicolon}` }];
    const scope = `await using _${this.#owned.replace('#', '')} = this.${this.#owned}${this.#semicolon}`;
    const isLine = this.#isAlone(start) && /^[ \t]*\r?\n/.test(text.slice(end));
    const lineBefore = text.slice(0, start).replace(/(?:\r?\n[ \t]*)+$/, '').length;
    return [
      { start: waitsBefore.start, end: waitsBefore.start, text: scope + (this.#isAlone(waitsBefore.start) ? this.#eol + indentAt(text, waitsBefore.start) : ' ') },
      { start: isLine ? lineBefore : start, end, text: '' },
    ];
  }

  /** Without semicolons a call would go on in a line that begins with one of these. */
  #endOfCall(at: number): string {
    const next = this.#site.text.slice(at).trimStart()[0] ?? '';
    return this.#semicolon === '' && /[([`+\-*/]/.test(next) ? ';' : '';
  }
}

/** A name that occurs nowhere in the file; or the one behind so many of them. */
function freshName(text: string, name: string, skipped = 0): string {
  const used = new Set(text.match(/[\w$]+/g));
  const names = (number: number): string => (number === 1 ? name : `${name}${number}`);
  let number = 1;
  for (let left = skipped; used.has(names(number)) || left-- > 0; ) number++;
  return names(number);
}
