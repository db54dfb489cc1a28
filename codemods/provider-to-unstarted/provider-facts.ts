import type ts from 'typescript';
import { registrationAt } from '../../analysis/providers/registrations.ts';
import { startsBy } from '../../analysis/providers.ts';
import { descendants, isAsync, type FunctionWithBody } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { SiteEdit } from '../../plans/edit.ts';
import type { NeedFacts, ProviderFacts } from '../../plans/provider-to-unstarted/facts.ts';
import type { Reason } from '../../plans/reasons.ts';
import { disposerOf } from './disposer.ts';
import { fateOf, worstFate } from './fate.ts';
import { isCalledElsewhere, makerOf, needsOf, returnsPlain, type Need } from './needs-of.ts';
import type { Container } from './container-of.ts';
import type { Registered } from './registered.ts';
import { startFacts, type Started } from './start-facts.ts';
import { unwrappedTypes } from './unwrapped-types.ts';
import { withoutAwait } from './without-await.ts';

/** A provider as it is read, before it is known who else gets what it makes. */
interface Read {
  readonly registered: Registered;
  readonly maker: FunctionWithBody | undefined;
  readonly needs: readonly Need[] | Reason;
}

/** What every provider of a container needs, starts and hands out. */
export function providerFacts(view: View, container: Container): ReadonlyMap<string, ProviderFacts> {
  const read = [...container.registered.values()].map((registered) => readProvider(view, registered));
  const keys = new Set(container.registered.keys());
  return new Map(read.map((one) => [one.registered.key, factsOf(view, { container, read, keys }, one)]));
}

function readProvider(view: View, registered: Registered): Read {
  const maker = makerOf(view, registered);
  if (maker === 'none') return { registered, maker: undefined, needs: registered.by === 'aliasTo' ? aliased(view, registered) : [] };
  if (typeof maker === 'string') return { registered, maker: undefined, needs: maker };
  return { registered, maker, needs: registered.chain.some(({ expression }) => /\binject$|\bclassic$/.test(expression.getText())) ? 'needs-out-of-sight' : needsOf(view, maker) };
}

/** The promise of what an alias stands for goes on as it is. */
function aliased(view: View, { call }: Registered): readonly Need[] | Reason {
  const [name] = call.arguments;
  return name && view.ts.isStringLiteralLike(name) ? [{ key: name.text, at: call.getStart(), references: [call] }] : 'needs-out-of-sight';
}

/** The container, all of its providers, and the names that it knows, those that are made up included. */
interface Around {
  readonly container: Container;
  readonly read: readonly Read[];
  readonly keys: Set<string>;
}

function factsOf(view: View, around: Around, { registered, maker, needs }: Read): ProviderFacts {
  const { key } = registered;
  const isShared = maker !== undefined && !view.ts.isConstructorDeclaration(maker) && isCalledElsewhere(view, registered, maker);
  const starts = maker ? startsIn(view, around, registered, maker, needs) : [];
  const isPromise = maker !== undefined && !view.ts.isConstructorDeclaration(maker) && givesPromise(view, maker);
  return {
    key,
    needs: typeof needs === 'string' ? needs : needs.map((need) => needFacts(view, need, isShared)),
    isSingleton: isSingleton(registered),
    isPromise,
    mayBeSync: isPromise && !isShared && typeof needs !== 'string' && returnsPlain(view, maker) && awaitsNothingElse(view, maker, needs, starts),
    unwrapped: isPromise ? [...withoutAsync(view, maker), ...unwrappedTypes(view, around.container, key, maker)] : [],
    starts: starts.map(({ facts }) => (isShared ? { ...facts, doubt: 'provider-does-more' } : facts)),
    disposer: disposerOf(view, registered),
  };
}

function startsIn(view: View, { container, read, keys }: Around, registered: Registered, maker: FunctionWithBody, needs: Read['needs']): readonly Started[] {
  const registration = registrationAt(view, registered.call);
  const starts = registration ? startsBy(view, registration).filter(({ grade }) => grade === 'certain') : [];
  const given = read.flatMap((one) => (typeof one.needs === 'string' ? [] : one.needs.filter(({ key }) => key === registered.key).flatMap(({ references }) => references)));
  const others = worstFate(starts.length > 0 ? given.map((reference) => fateOf(view, reference)) : []);
  return starts.map(({ at }) => startFacts(view, { container, registered, maker, needs: typeof needs === 'string' ? [] : needs, at, others, keys }));
}

function needFacts(view: View, { key, at, references }: Need, isShared: boolean): NeedFacts {
  const edits: SiteEdit[] = [];
  for (const reference of references) {
    const found = withoutAwait(view, reference);
    if (!found || isShared) return { key, at, unawaited: undefined };
    edits.push(...found);
  }
  return { key, at, unawaited: edits };
}

function isSingleton({ call, chain }: Registered): boolean {
  const lifetimes = chain.flatMap(({ expression, arguments: [given] }) => {
    const name = expression.getText().split('.').at(-1)!;
    return name === 'setLifetime' ? [given?.getText() ?? ''] : ['singleton', 'scoped', 'transient'].includes(name) ? [name] : [];
  });
  const last = lifetimes.at(-1) ?? /\blifetime:\s*([\w.'"]+)/.exec(call.arguments[1]?.getText() ?? '')?.[1] ?? '';
  return /singleton/i.test(last);
}

function givesPromise(view: View, maker: FunctionWithBody): boolean {
  if (isAsync(view.ts, maker)) return true;
  return view.types.typeOf(maker).getCallSignatures().some((signature) => view.types.isThenable(view.types.returnTypeOf(signature)));
}

function awaitsNothingElse(view: View, maker: FunctionWithBody, needs: readonly Need[], starts: readonly Started[]): boolean {
  const { ts: typescript } = view;
  const known = new Set<ts.Node>([...needs.flatMap(({ references }) => references.map(({ parent }) => parent)), ...starts.map(({ wait }) => wait!)]);
  return ![...descendants(typescript, maker)].some((node) => (typescript.isAwaitExpression(node) && !known.has(node)) || (typescript.isForOfStatement(node) && node.awaitModifier));
}

/** The keyword, and the promise of the annotated return type. */
function withoutAsync({ ts: typescript }: View, maker: FunctionWithBody): readonly SiteEdit[] {
  const keyword = typescript.canHaveModifiers(maker) ? (typescript.getModifiers(maker) ?? []).find(({ kind }) => kind === typescript.SyntaxKind.AsyncKeyword) : undefined;
  const file = maker.getSourceFile();
  return keyword ? [{ file: file.fileName, start: keyword.getStart(), end: keyword.end + file.text.slice(keyword.end).search(/\S/), text: '' }] : [];
}
