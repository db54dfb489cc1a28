import type { TextEdit } from '../edit.ts';
import { indentAt } from '../syntax/lines.ts';
import { contains, type Range } from '../syntax/node.ts';
import { endOfLineComment } from './acquisition-end.ts';
import type { FileFacts } from './facts.ts';
import type { Layout } from './layout.ts';
import type { MigratedSite } from './plan.ts';
import type { Registration, ScopedPlan } from './registration.ts';
import { shiftLine, type Shift } from './reindent.ts';

/** What the registrations of a site become: lines at the `try`, and edits elsewhere. */
export interface RenderedRegistrations {
  readonly head: readonly string[];
  readonly edits: readonly TextEdit[];
}

/** Writes the registrations of a site, the comments of the old `finally` beside them. */
export function renderRegistrations(planned: MigratedSite, plan: ScopedPlan, layout: Layout, inside: string, facts: FileFacts, shifts: readonly Shift[]): RenderedRegistrations {
  const writer = new Writer(planned, plan, layout, facts, shifts);
  return { head: writer.head(inside), edits: writer.edits() };
}

class Writer {
  readonly #planned: MigratedSite;
  readonly #registrations: readonly Registration[];
  readonly #layout: Layout;
  readonly #facts: FileFacts;
  readonly #shifts: readonly Shift[];

  constructor(planned: MigratedSite, { registrations }: ScopedPlan, layout: Layout, facts: FileFacts, shifts: readonly Shift[]) {
    this.#planned = planned;
    this.#registrations = registrations;
    this.#layout = layout;
    this.#facts = facts;
    this.#shifts = shifts;
  }

  head(inside: string): string[] {
    const atTry = this.#registrations.filter(({ at }) => at === undefined);
    const onStack = atTry.filter(({ how }) => how !== 'using');
    const declared = this.#registrations.filter(({ how }) => how === 'using');
    return [
      ...declared.flatMap((registration) => this.#comments(registration)),
      ...(this.#constructedAt() === undefined && this.#needsStack() ? [this.#construct()] : []),
      ...onStack.flatMap((registration) => [...this.#comments(registration), this.#registered(registration, inside)]),
    ];
  }

  edits(): TextEdit[] {
    return this.#registrations.flatMap((registration) => [...this.#declaration(registration), ...this.#early(registration)]);
  }

  #needsStack(): boolean {
    return !this.#planned.joins && this.#registrations.some(({ how }) => how !== 'using');
  }

  /** The registration that the stack is constructed with when that is not at the `try`: nothing declared with `using` may come after the stack. */
  #constructedAt(): Registration | undefined {
    const first = this.#registrations.find(({ how }) => how !== 'using');
    const afterDeclared = this.#registrations.some(({ how, acquisition }) => how === 'using' && acquisition.assignment);
    return first?.at !== undefined && (afterDeclared || !first.acquisition.assignment) ? first : undefined;
  }

  /** `const x` and `x =` become declarations of the scope; an empty `let` goes. */
  #declaration({ how, awaited, acquisition: { declaration, keyword, assignment } }: Registration): TextEdit[] {
    const using = how !== 'using' ? 'const' : awaited ? 'await using' : 'using';
    if (!assignment) return how === 'using' && keyword ? [{ ...keyword, text: using }] : [];
    const end = declaration.end + (/^\s*/.exec(this.#facts.text.slice(declaration.end))?.[0].length ?? 0);
    return [{ start: declaration.start, end, text: '' }, { start: assignment.start, end: assignment.start, text: `${using} ` }];
  }

  #early(registration: Registration): TextEdit[] {
    const { at, how } = registration;
    if (at === undefined || how === 'using') return [];
    const start = endOfLineComment(at, this.#facts);
    const indent = this.#indentAt(at);
    const construct = this.#constructedAt() === registration && this.#needsStack() ? [this.#construct()] : [];
    const lines = [...construct, ...this.#comments(registration), this.#registered(registration, indent)];
    return [{ start, end: start, text: lines.map((line) => this.#layout.break(indent) + line).join('') + this.#endOfCall(start) }];
  }

  #indentAt(offset: number): string {
    return shiftLine(indentAt(this.#facts.text, offset), this.#shifts.filter(({ range }) => range.start < offset && offset <= range.end));
  }

  #construct(): string {
    const { site, stack } = this.#planned;
    return `${site.does.awaits ? `await using ${stack} = new AsyncDisposableStack()` : `using ${stack} = new DisposableStack()`}${this.#semicolon()}`;
  }

  #registered(registration: Registration, indent: string): string {
    const { how, acquisition } = registration;
    const { stack } = this.#planned;
    if (how === 'use') return `${stack}.use(${acquisition.variable})${this.#semicolon()}`;
    const callback = how === 'call' ? `() => ${this.#call(registration, indent)}` : this.#block(registration, indent);
    return `${stack}.defer(${callback})${this.#semicolon()}`;
  }

  /** Without the question mark of `x?.stop()`: the resource is there. */
  #call({ steps, acquisition: { variable } }: Registration, indent: string): string {
    const text = this.#moved(steps[0]?.call ?? this.#whole(steps), indent);
    return text.startsWith(`${variable}?.`) ? text.replace('?.', /^\?\.[[(]/.test(text.slice(variable.length)) ? '' : '.') : text;
  }

  #block(registration: Registration, indent: string): string {
    const { steps, bare, awaited } = registration;
    const call = steps[0]?.call;
    const inside = indent + this.#layout.unit;
    const body = bare && call ? `${awaited ? 'await ' : ''}${this.#call(registration, inside)}${this.#semicolon()}` : this.#moved(this.#whole(steps), inside);
    const async = this.#planned.site.does.awaits && /\bawait\b/.test(body) ? 'async ' : '';
    return `${async}() => {${this.#layout.break(inside)}${body}${this.#layout.break(indent)}}`;
  }

  #whole(steps: Registration['steps']): Range {
    return { start: steps[0]?.start ?? 0, end: steps.at(-1)?.end ?? 0 };
  }

  /** The text of a range with its further lines indented as its first one will be. */
  #moved(range: Range, indent: string): string {
    const { text, fixedText } = this.#facts;
    const old = indentAt(text, range.start);
    return text.slice(range.start, range.end).replace(/\n([ \t]*)(?=[^\r\n])/g, (line, now: string, at: number) => {
      const start = range.start + at + 1;
      const fixed = fixedText.some((literal) => literal.start < start && start <= literal.end);
      return fixed || !now.startsWith(old) ? line : `\n${indent}${now.slice(old.length)}`;
    });
  }

  /** The comments of the old `finally` up to the end of the line of this release that its own text does not hold. */
  #comments(registration: Registration): string[] {
    const { text, comments } = this.#facts;
    const { finalizer, steps = [] } = this.#planned.site;
    const last = registration.steps.at(-1);
    const next = last && steps[steps.indexOf(last) + 1];
    const from = this.#commentsBegin(registration);
    const to = next && last ? endOfLineComment(last.end, this.#facts) : finalizer.end;
    const kept = registration.how === 'call' || registration.bare ? registration.steps[0]?.call : registration.how === 'block' ? this.#whole(registration.steps) : undefined;
    return comments.filter((comment) => contains({ start: from, end: to }, comment) && !(kept && contains(kept, comment))).map(({ start, end }) => text.slice(start, end));
  }

  #commentsBegin({ steps: [first] }: Registration): number {
    const { finalizer, steps = [] } = this.#planned.site;
    const before = first && steps[steps.indexOf(first) - 1];
    return before ? endOfLineComment(before.end, this.#facts) : finalizer.start;
  }

  #semicolon(): string {
    return this.#layout.semicolons ? ';' : '';
  }

  /** Without semicolons a call would go on in a line that begins with one of these. */
  #endOfCall(at: number): string {
    const next = this.#facts.text.slice(at).trimStart()[0] ?? '';
    return this.#layout.semicolons || !/[([`+\-*/]/.test(next) ? '' : ';';
  }
}
