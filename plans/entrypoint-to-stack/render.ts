import { endOfLineComment } from '../fields-to-stack/comments.ts';
import type { TextEdit } from '../edit.ts';
import { lineEdits, shiftLine, type Shift } from '../finally-to-stack/reindent.ts';
import type { PlanOptions } from '../finally-to-stack/options.ts';
import { indentAt } from '../syntax/lines.ts';
import { contains, type Range } from '../syntax/node.ts';
import { freeName } from '../syntax/names.ts';
import { textStyle, type TextStyle } from '../text-style.ts';
import { helperText } from './helper.ts';
import type { Registration } from './registration.ts';
import { removals } from './removals.ts';
import type { Entry, EntryHandler, Piece } from './site.ts';

/** The edits of one entry point. */
export function render(entry: Entry, registrations: readonly Registration[], { stopTimeout }: PlanOptions): readonly TextEdit[] {
  return new Writer(entry, registrations, stopTimeout).edits();
}

class Writer {
  readonly #entry: Entry;
  readonly #registrations: readonly Registration[];
  readonly #stopTimeout: number;
  readonly #text: string;
  readonly #style: TextStyle;
  readonly #end: string;
  readonly #stack: string;
  readonly #shutdown: string;
  readonly #removed: readonly Range[];
  readonly #shifts: readonly Shift[];
  /** Lines by the offset that they are put in at. */
  readonly #inserted = new Map<number, string[]>();
  readonly #edits: TextEdit[] = [];

  constructor(entry: Entry, registrations: readonly Registration[], stopTimeout: number) {
    this.#entry = entry;
    this.#registrations = registrations;
    this.#stopTimeout = stopTimeout;
    this.#text = entry.facts.text;
    this.#style = textStyle(this.#text);
    this.#end = entry.facts.semicolons ? ';' : '';
    this.#stack = entry.stack?.name ?? this.#fresh('stack');
    this.#shutdown = this.#fresh('shutdown', 'leaving');
    this.#removed = removals(entry, registrations, this.#keepsStack());
    this.#shifts = this.#shifted();
  }

  edits(): readonly TextEdit[] {
    const comments = this.#comments();
    this.#makeStack(comments.get(undefined) ?? []);
    this.#openFrames();
    for (const registration of this.#registrations) this.#register(registration, comments.get(registration) ?? []);
    this.#listen();
    this.#wait();
    this.#leaveProcess();
    const removed = this.#removed.map((range): TextEdit => ({ ...range, text: '' }));
    const inserted = [...this.#inserted].map(([at, lines]): TextEdit => ({ start: at, end: at, text: lines.join('') }));
    const edits = [...inserted, ...this.#edits.filter((edit) => !this.#isRemoved(edit)), ...removed, ...this.#helper(), ...this.#import()];
    return [...edits, ...lineEdits(this.#entry.facts, this.#shifts, edits.filter(({ start, end }) => end > start))];
  }

  /** A stack that is made before anything is registered can stay where it is. */
  #keepsStack(): boolean {
    const { stack, handlers } = this.#entry;
    return stack !== undefined && this.#entry.frames.every(({ block }) => !contains(block, stack.statement)) && this.#registrations.every(({ at }) => at > stack.statement.start) && handlers.every(({ statement }) => statement.start > stack.statement.start);
  }

  /** The stack, and what watches over its end. */
  #makeStack(comments: readonly string[]): void {
    const { stack, first, signals, end } = this.#entry;
    const list = signals.map((signal) => `, ${this.#style.quote}${signal}${this.#style.quote}`).join('');
    const keyword = this.#stopTimeout > 0 ? 'using' : 'const';
    const watch = `${keyword} ${this.#shutdown} = ${this.#helperName()}(${this.#stack}${list})${this.#end}`;
    const lines = [...comments, ...(this.#keepsStack() ? [] : [`await using ${this.#stack} = new AsyncDisposableStack()${this.#end}`]), watch];
    if (stack && this.#keepsStack()) return this.#putBehind(stack.statement.end, lines);
    const indent = indentAt(this.#text, first.start);
    const brace = end ? ['{'] : [];
    const written = [...brace.map((line) => indent + line), ...lines.map((line) => this.#indentOfFirst() + line)];
    if (this.#isGone(first)) return this.#put(endOfLineComment(this.#text, first.pos), written.map((line) => this.#style.eol + line));
    const at = this.#startOf(first);
    this.#put(at, written.map((line, index) => (index === 0 ? line.slice(indent.length) : line) + this.#style.eol + (index === written.length - 1 ? this.#indentOfFirst() : '')));
  }

  #isGone({ start }: Piece): boolean {
    return this.#removed.some((range) => range.start <= start && start < range.end && !this.#entry.frames.some(({ statement }) => statement.start === start));
  }

  /** In front of the comments of a statement. */
  #startOf({ pos, start }: Piece): number {
    const lead = pos === 0 ? start : endOfLineComment(this.#text, pos);
    return lead + (/^\s*/.exec(this.#text.slice(lead, start))?.[0].length ?? 0);
  }

  #indentOfFirst(): string {
    const indent = indentAt(this.#text, this.#entry.first.start);
    return this.#entry.end ? indent + this.#style.indentUnit : indent;
  }

  /** The `try` and the braces go that nothing needs any more. */
  #openFrames(): void {
    for (const { statement, block, isOpen, handler, finalizer } of this.#touched()) {
      if (isOpen || handler || !finalizer) continue;
      this.#edits.push({ start: statement.start, end: block.start, text: '' });
    }
  }

  #touched(): Entry['frames'] {
    const { frames, stack, releases } = this.#entry;
    return frames.filter(({ block, finalizer, statement }) => (finalizer ? releases.some(({ coveredFrom }) => coveredFrom === statement.start) : stack !== undefined && contains(block, stack.statement)));
  }

  #shifted(): readonly Shift[] {
    const { end, first, pivot } = this.#entry;
    const unit = this.#style.indentUnit;
    const opened = this.#touched().filter(({ isOpen }) => isOpen).map(({ block }): Shift => ({ range: block, unit, by: -1 }));
    return end ? [...opened, { range: { start: this.#isGone(first) ? endOfLineComment(this.#text, first.pos) : this.#startOf(first), end: this.#outermost(pivot).end }, unit, by: 1 }] : opened;
  }

  /** The statement of the outermost list that a piece is in. */
  #outermost(piece: Piece): Range {
    return this.#entry.frames[0]?.statement ?? piece;
  }

  #register(registration: Registration, comments: readonly string[]): void {
    const { at, release, becomesConstant } = registration;
    if (becomesConstant && release.constant) this.#edits.push({ start: release.constant.assignment.start, end: release.constant.assignment.start, text: 'const ' });
    const isInFront = release.coveredFrom === at || at === this.#entry.pivot.start;
    const indent = this.#indent(at);
    const lines = [...comments, this.#registered(registration, indent)];
    if (isInFront) this.#put(at, lines.map((line) => line + this.#style.eol + indent));
    else this.#putBehind(at, lines);
  }

  #registered({ how, release }: Registration, indent: string): string {
    if (how === 'use') return `${this.#stack}.use(${release.names[0]})${this.#end}`;
    return `${this.#stack}.defer(${how === 'call' ? `() => ${this.#call(release, indent)}` : this.#block(how, release, indent)})${this.#end}`;
  }

  #call({ call, statement, guarded }: Registration['release'], indent: string): string {
    const text = this.#moved(call ?? statement, indent);
    return guarded ? text : text.replace(/^([\w$]+)\?\./, '$1.');
  }

  #block(how: Registration['how'], release: Registration['release'], indent: string): string {
    const inner = indent + this.#style.indentUnit;
    const waits = release.awaited || release.type?.thenable === true;
    const statement = this.#moved(release.statement, inner);
    const body = how === 'block' ? `${waits ? 'await ' : ''}${this.#call(release, inner)}${this.#end}` : /[;}]$/.test(statement) ? statement : statement + this.#end;
    return `${/\bawait\b/.test(body) ? 'async ' : ''}() => {${this.#style.eol}${inner}${body}${this.#style.eol}${indent}}`;
  }

  /** The text of a range, its further lines indented as its first one will be. */
  #moved(range: Range, indent: string): string {
    const old = indentAt(this.#text, range.start);
    const text = this.#text.slice(range.start, range.end);
    if (!text.includes('\n')) return text;
    return text.replace(/\n([ \t]*)(?=[^\r\n])/g, (line, now: string, at: number) => {
      const start = range.start + at + 1;
      const isFixed = this.#entry.facts.fixedText.some((fixed) => fixed.start < start && start <= fixed.end);
      return isFixed || !now.startsWith(old) ? line : `\n${indent}${now.slice(old.length)}`;
    });
  }

  /** What a listener does beside releasing is done when the signal comes: behind the wait, or beside the work that goes on. */
  #listen(): void {
    const [handler] = this.#rests();
    if (!handler?.rest || this.#isBehindWait()) return;
    const indent = this.#indent(handler.statement.start);
    const { eol, indentUnit } = this.#style;
    const inner = indent + indentUnit;
    const requested = this.#fresh('requested');
    const read = requested === 'requested' ? `{ requested }` : `{ requested: ${requested} }`;
    this.#put(this.#removedAround(handler.statement).end, [
      `${eol}${indent}const ${read} = ${this.#shutdown}${this.#end}`,
      `${eol}${indent}void ${requested}.then((${handler.parameter ?? ''}) => {${eol}${inner}${this.#rest(handler.rest, inner)}${eol}${indent}})${this.#end}`,
    ]);
  }

  #rests(): readonly EntryHandler[] {
    return this.#entry.handlers.filter(({ rest }) => rest);
  }

  #rest(range: Range, indent: string): string {
    const text = this.#moved(range, indent);
    return /[;}]$/.test(text) ? text : text + this.#end;
  }

  /** The wait is a statement of its own, which can tell the signal. */
  #isBehindWait(): boolean {
    const { wait, pivot } = this.#entry;
    return wait === 'behind' || (wait !== undefined && /^await\b/.test(this.#text.slice(pivot.start, pivot.end)));
  }

  /** `const signal = `, where what follows the wait asks for it. */
  #told(): string {
    const [handler] = this.#rests();
    const { rest, parameter } = handler ?? {};
    return rest && parameter && new RegExp(`(?<![\\w$.])${parameter}(?![\\w$])`).test(this.#text.slice(rest.start, rest.end)) ? `const ${parameter} = ` : '';
  }

  #removedAround(piece: Piece): Range {
    return this.#removed.find((range) => contains(range, { start: piece.start, end: piece.end })) ?? piece;
  }

  #wait(): void {
    const { wait, pivot, end } = this.#entry;
    const requested = `${this.#shutdown}.requested`;
    const rest = this.#isBehindWait() ? this.#rests().slice(0, 1).flatMap((handler) => handler.rest ?? []) : [];
    const at = this.#outermost(pivot).end;
    const indent = indentAt(this.#text, this.#outermost(pivot).start);
    if (wait === 'behind') this.#putBehind(at, [`${this.#told()}await ${requested}${this.#end}`, ...rest.map((range) => this.#rest(range, this.#indent(at)))]);
    else if (wait) {
      this.#edits.push({ ...wait, text: requested });
      if (rest.length > 0 && this.#told() !== '') this.#edits.push({ start: pivot.start, end: pivot.start, text: this.#told() });
      if (rest.length > 0) this.#putBehind(pivot.end, rest.map((range) => this.#rest(range, this.#indent(pivot.end))));
    }
    if (end) this.#put(this.#behind(at), [`${this.#style.eol}${indent}}`, ...(end.statement ? [] : [`${this.#style.eol}${indent}${end.text}`])]);
  }

  /** The exit code is kept, and the stops run. */
  #leaveProcess(): void {
    for (const { start, end, code, leaves, isBare } of this.#entry.exits) {
      const indent = this.#indent(start);
      const lines = [...(code === undefined ? [] : [`process.exitCode = ${code}${this.#end}`]), ...(leaves || code === undefined ? [`return${this.#end}`] : [])];
      const text = isBare && lines.length > 1 ? `{ ${lines.join(' ')} }` : lines.join(this.#style.eol + indent);
      this.#edits.push({ start, end, text });
    }
  }

  /** Comments of what goes, by the registration that they belong to; those of none stand at the top. */
  #comments(): ReadonlyMap<Registration | undefined, readonly string[]> {
    const found = new Map<Registration | undefined, string[]>();
    for (const comment of this.#entry.facts.comments) {
      const range = this.#removed.find((one) => contains(one, comment));
      if (!range || this.#isMoved(comment)) continue;
      const of = this.#ownerOf(comment, range);
      found.set(of, [...(found.get(of) ?? []), this.#text.slice(comment.start, comment.end)]);
    }
    return found;
  }

  #ownerOf(comment: Range, range: Range): Registration | undefined {
    const inside = this.#registrations.filter(({ release }) => contains(range, { start: release.statement.start, end: release.statement.end })).sort((a, b) => a.release.statement.start - b.release.statement.start);
    const beside = inside.find(({ release }) => release.statement.end <= comment.start && this.#text.slice(release.statement.end, comment.start).trim() === '' && !this.#text.slice(release.statement.end, comment.start).includes('\n'));
    return beside ?? inside.find(({ release }) => release.statement.start >= comment.end) ?? inside.at(-1);
  }

  /** It stands in text that is written somewhere else. */
  #isMoved(comment: Range): boolean {
    const isInRest = this.#entry.handlers.some(({ rest }) => rest && contains(rest, comment));
    return isInRest || this.#registrations.some(({ how, release }) => contains(how === 'statement' ? release.statement : (release.call ?? release.statement), comment));
  }

  #helper(): TextEdit[] {
    const text = this.#helperText(this.#helperName());
    if (this.#text.includes(text)) return [];
    const { eol } = this.#style;
    const lead = this.#text.endsWith('\n') ? eol : eol + eol;
    return [{ start: this.#text.length, end: this.#text.length, text: lead + text + (this.#text.endsWith('\n') ? eol : '') }];
  }

  #helperName(): string {
    const known = [...this.#text.matchAll(/\bfunction ([\w$]+)\(stack\b/g)].find(([, name = '']) => this.#text.includes(this.#helperText(name)));
    return known?.[1] ?? this.#fresh('watchSignals');
  }

  #helperText(name: string): string {
    const { eol, indentUnit, quote } = this.#style;
    return helperText({ name, isTyped: this.#entry.facts.language === 'ts', eol, unit: indentUnit, semicolon: this.#end, quote, stopTimeout: this.#stopTimeout });
  }

  #import(): TextEdit[] {
    const { unimported } = this.#entry;
    return unimported ? [{ ...unimported, text: '' }] : [];
  }

  #isRemoved(edit: TextEdit): boolean {
    return this.#removed.some((range) => contains(range, edit) && edit.start > range.start && edit.end < range.end);
  }

  #indent(at: number): string {
    const line = indentAt(this.#text, at);
    return shiftLine(line, this.#shifts.filter(({ range }) => range.start < at && at <= range.end));
  }

  #behind(at: number): number {
    const removed = this.#removed.find((range) => range.start <= at && at < range.end);
    return removed ? removed.end : endOfLineComment(this.#text, at);
  }

  #putBehind(at: number, lines: readonly string[]): void {
    const indent = this.#indent(at);
    this.#put(this.#behind(at), lines.map((line) => this.#style.eol + indent + line));
  }

  #put(at: number, lines: readonly string[]): void {
    this.#inserted.set(at, [...(this.#inserted.get(at) ?? []), ...lines]);
  }

  /** The first of some names that the file does not use, with a number when it uses all of them. */
  #fresh(...names: readonly [string, ...string[]]): string {
    const used = new Set(this.#entry.facts.names.map(({ name }) => name));
    return names.find((name) => !used.has(name)) ?? freeName(names[0], used);
  }
}
