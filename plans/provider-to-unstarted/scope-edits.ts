import { statementAfter } from '../constructor-to-start/insert.ts';
import type { SiteEdit, TextEdit } from '../edit.ts';
import type { Reason } from '../reasons.ts';
import { indentAt, lineStart } from '../syntax/lines.ts';
import { textStyle } from '../text-style.ts';
import type { ProviderFacts, ReleaseFacts, ResolveFacts, ScopeFacts } from './facts.ts';
import { freshName } from './fresh-name.ts';
import { startsReachedFrom, type ReachedStart } from './reach.ts';
import { releaseIn } from './release-in.ts';

export interface ScopePlan {
  readonly edits: readonly SiteEdit[];
  /** Something is put on a stack. */
  readonly registers: boolean;
}

/** What one scope does for what its container no longer starts: in front of each question that made something start, or right behind it, once. */
export function scopeEdits(scope: ScopeFacts, providers: ReadonlyMap<string, ProviderFacts>, sync: ReadonlySet<string>): ScopePlan | Reason {
  const writer = new ScopeWriter(scope, sync);
  const asked = scope.resolves.filter(({ key }) => startsReachedFrom(key, providers).length > 0);
  const [first] = asked;
  if (asked.some(({ key, isStep, list, unawaited }) => !isStep || list !== first?.list || (!unawaited && providers.get(key)!.isPromise))) return 'resolved-in-between';
  if (asked.some(({ fate }) => fate === 'outlives')) return 'escapes';
  for (const resolve of asked) {
    const doubt = writer.ask(resolve, startsReachedFrom(resolve.key, providers, writer.begun));
    if (doubt) return doubt;
  }
  return writer.plan();
}

class ScopeWriter {
  /** The keys whose starts are written. */
  readonly begun = new Set<string>();
  readonly #scope: ScopeFacts;
  readonly #sync: ReadonlySet<string>;
  readonly #edits: TextEdit[] = [];
  readonly #names: Set<string>;
  readonly #moved = new Set<ResolveFacts>();
  /** The names of what is started, by the keys that the container knows it under. */
  readonly #held = new Map<string, string>();
  readonly #stack: string;
  #registers = false;

  constructor(scope: ScopeFacts, sync: ReadonlySet<string>) {
    this.#scope = scope;
    this.#sync = sync;
    this.#stack = scope.stack ?? freshName('stack', scope.names);
    this.#names = new Set([...scope.names, this.#stack]);
  }

  /** Writes the starts that a question leads to for the first time; why one of them cannot be owned. */
  ask(resolve: ResolveFacts, starts: readonly ReachedStart[]): Reason | undefined {
    const before: string[] = [];
    const after: string[] = [];
    for (const reached of starts) {
      const release = releaseIn(this.#scope, reached);
      if (typeof release === 'string') return release;
      const isAsked = reached.start.isOwn && reached.provider.key === resolve.key && keeps(resolve, reached);
      if (isAsked) after.push(...this.#start(reached, resolve.name!, release));
      else before.push(...this.#made(reached, resolve, release));
    }
    if (!this.#moved.has(resolve)) this.#write(resolve, before, after);
    return undefined;
  }

  plan(): ScopePlan {
    const { text, file, statement, from, stack } = this.#scope;
    const { eol } = textStyle(text);
    const semicolon = semicolonOf(text, statement);
    const declared = this.#registers && stack === undefined ? [{ start: from, end: from, text: `await using ${this.#stack} = new AsyncDisposableStack()${semicolon}${eol}${indentAt(text, from)}` }] : [];
    return { edits: [...declared, ...this.#edits].map((edit) => ({ ...edit, file })), registers: this.#registers };
  }

  #write(resolve: ResolveFacts, before: readonly string[], after: readonly string[]): void {
    const { text } = this.#scope;
    const { eol } = textStyle(text);
    const next = eol + indentAt(text, resolve.statement.start);
    const closed = semicolonOf(text, this.#scope.statement) === '' && /[[(`+/-]/.test(text[resolve.statement.start]!) ? ';' : '';
    if (before.length > 0) this.#edits.push({ start: resolve.from, end: resolve.from, text: before.map((line, index) => line + (index === before.length - 1 ? closed : '') + next).join('') });
    this.#edits.push(...this.#asking(resolve));
    if (after.length > 0) this.#edits.push(statementAfter(text, resolve.statement, after.join(next)));
  }

  /** What is asked for in the middle of a statement has a name by now; else the container hands it out without a promise. */
  #asking(resolve: ResolveFacts): readonly TextEdit[] {
    const { key, call, unawaited } = resolve;
    const held = resolve.name === undefined ? this.#held.get(key) : undefined;
    if (held === undefined || !unawaited) return this.#sync.has(key) ? (unawaited ?? []) : [];
    return [...unawaited.filter(({ end, start }) => end <= call.start || start >= call.end), { ...call, text: held }];
  }

  /** Asks the container for what is started, under a name of its own, and starts it. A later question for the same comes here. */
  #made(reached: ReachedStart, { list, statement }: ResolveFacts, release: ReleaseFacts | undefined): readonly string[] {
    const { provider, start } = reached;
    const { text, container, resolves } = this.#scope;
    const { key } = start;
    const later = start.isOwn ? resolves.find((one) => one.key === key && keeps(one, reached) && one.list === list && one.isStep && one.from === one.statement.start && one.from > statement.start) : undefined;
    if (later) this.#move(later);
    const name = later?.name ?? freshName(key, this.#names);
    this.#names.add(name);
    const { quote } = textStyle(text);
    const waits = start.isOwn && provider.isPromise && !this.#sync.has(key) ? 'await ' : '';
    return [`const ${name} = ${waits}${container}.resolve(${quote}${key}${quote})${semicolonOf(text, statement)}`, ...this.#start(reached, name, release)];
  }

  #start({ start: { key, above, call, awaited, beside } }: ReachedStart, name: string, release: ReleaseFacts | undefined): readonly string[] {
    const semicolon = semicolonOf(this.#scope.text, this.#scope.statement);
    this.#held.set(key, name);
    const started = [...above, `${awaited ? 'await ' : ''}${name}${call}${semicolon}${beside}`];
    if (!release) return started;
    this.#registers = true;
    return [...started, release.by === 'use' ? `${this.#stack}.use(${name})${semicolon}` : `${this.#stack}.defer(() => ${name}${release.call})${semicolon}`];
  }

  /** Takes a statement away, with its line. */
  #move(resolve: ResolveFacts): void {
    const { text } = this.#scope;
    this.#moved.add(resolve);
    const end = resolve.statement.end + (/^[ \t]*(?:\r?\n)?/.exec(text.slice(resolve.statement.end))?.[0].length ?? 0);
    this.#edits.push({ start: lineStart(text, resolve.statement.start), end, text: '' });
  }
}

/** Whether a constant has the value itself, no promise of it. */
function keeps({ name, unawaited }: ResolveFacts, { provider }: ReachedStart): boolean {
  return name !== undefined && (unawaited !== undefined || !provider.isPromise);
}

function semicolonOf(text: string, { end }: { readonly end: number }): ';' | '' {
  return text[end - 1] === ';' ? ';' : '';
}
