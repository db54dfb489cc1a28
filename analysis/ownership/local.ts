import type ts from 'typescript';
import type { Contract } from '../contracts/contract.ts';
import type { Effect } from '../flow/obligation.ts';
import { memberAccess, outermost, outermostAwaited, nameOf, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { givenAfterDefer } from './deferred-before.ts';
import { closureWithin, referencesIn } from './references.ts';
import { isUsing, useOf, type Use } from './uses.ts';

/** Where a fresh resource goes. */
export type Place =
  | { kind: 'variable'; name: ts.Identifier; symbol: ts.Symbol }
  | { kind: 'scope'; declaration: ts.VariableDeclaration }
  | { kind: 'field'; name: string; at: ts.Node }
  | { kind: 'discarded'; at: ts.Node }
  | { kind: 'caller' }
  | { kind: 'handed over'; use: Use }
  | { kind: 'outer'; name: ts.Identifier };

/** What follows one fresh resource through the function that owns it. */
export interface LocalStory {
  effects: Map<ts.Node, Effect[]>;
  holders: Set<string>;
  starts: (ts.CallExpression | ts.NewExpression)[];
  releases: ts.CallExpression[];
  /** `.unref()` is called on it: it does not keep the process alive. */
  unreferenced: boolean;
  /** The last words on where it goes, when it goes anywhere. */
  handedTo: string | undefined;
}

/** The expression that has the fresh resource as its value, fluent calls and `await` included, and the start calls on the way. */
export function valueOfAcquisition(view: View, node: ts.Expression, contract: Contract): { value: ts.Expression; started: ts.CallExpression | undefined } {
  const { ts: typescript } = view;
  let value = outermostAwaited(typescript, node);
  let started: ts.CallExpression | undefined;
  for (;;) {
    const access = value.parent;
    if (!typescript.isPropertyAccessExpression(access) || access.expression !== value) return { value, started };
    const callee = outermost(typescript, access);
    const call = callee.parent;
    if (!typescript.isCallExpression(call) || call.expression !== callee) return { value, started };
    const isStart = contract.start?.some((start) => start.method === access.name.text && !start.answers) ?? false;
    if (isStart) started = call;
    if (!contract.fluent?.includes(access.name.text)) return { value: isStart ? outermostAwaited(typescript, call) : value, started };
    value = outermostAwaited(typescript, call);
  }
}

export function placeOf(view: View, value: ts.Expression, contract: Contract, scope: ts.Node): Place {
  const { ts: typescript } = view;
  const { parent } = value;
  if (typescript.isVariableDeclaration(parent) && parent.initializer === value) {
    if (isUsing(view, parent)) return { kind: 'scope', declaration: parent };
    if (typescript.isIdentifier(parent.name)) return variable(view, parent.name, scope);
  }
  if (typescript.isExpressionStatement(parent) || typescript.isVoidExpression(parent)) return { kind: 'discarded', at: value };
  const use = useOf(view, value, contract);
  switch (use.kind) {
    case 'alias':
      return variable(view, use.name, scope);
    case 'scoped':
      return { kind: 'handed over', use };
    case 'transfer':
      if (use.to === 'the caller') return { kind: 'caller' };
      return use.to.startsWith('the field ') ? { kind: 'field', name: use.to.slice("the field '".length, -1), at: use.at } : { kind: 'handed over', use };
    default:
      return { kind: 'handed over', use };
  }
}

function variable(view: View, name: ts.Identifier, scope: ts.Node): Place {
  const symbol = view.types.symbolOf(name);
  const declared = symbol?.valueDeclaration;
  if (!symbol || !declared || !(declared.pos >= scope.pos && declared.end <= scope.end) || declared.getSourceFile() !== scope.getSourceFile()) return { kind: 'outer', name };
  return { kind: 'variable', name, symbol };
}

/** Everything that the references to a variable do with the resource it holds, aliases and closures followed. */
export function followVariable(view: View, symbol: ts.Symbol, contract: Contract, scope: FunctionWithBody): LocalStory {
  const story: LocalStory = { effects: new Map(), holders: new Set(), starts: [], releases: [], unreferenced: false, handedTo: undefined };
  follow(view, symbol, contract, scope, story, new Set());
  return story;
}

function follow(view: View, symbol: ts.Symbol, contract: Contract, scope: FunctionWithBody, story: LocalStory, seen: Set<ts.Symbol>): void {
  if (seen.has(symbol)) return;
  seen.add(symbol);
  story.holders.add(symbol.name);
  const closures = new Map<ts.FunctionLikeDeclaration, ts.Identifier[]>();
  for (const reference of referencesIn(view, symbol, scope)) {
    if (isAssigned(view, reference)) continue;
    if (memberAccess(view.ts, outermost(view.ts, reference).parent)?.name === 'unref') story.unreferenced = true;
    const closure = closureWithin(view, reference, scope);
    if (closure) closures.set(closure, [...(closures.get(closure) ?? []), reference]);
    else note(view, reference.text, useOf(view, reference, contract), contract, scope, story, seen);
  }
  for (const [closure, references] of closures) noteClosure(view, closure, symbol, references, contract, scope, story);
}

function isAssigned(view: View, reference: ts.Identifier): boolean {
  const { parent } = reference;
  return view.ts.isBinaryExpression(parent) && parent.left === reference && parent.operatorToken.kind === view.ts.SyntaxKind.EqualsToken;
}

function note(view: View, name: string, use: Use, contract: Contract, scope: FunctionWithBody, story: LocalStory, seen: Set<ts.Symbol>): void {
  switch (use.kind) {
    case 'use':
      return;
    case 'start':
      story.starts.push(use.at);
      add(story, skipTransparent(view.ts, outermostAwaited(view.ts, use.at)), { kind: 'start', text: `'${name}' is started` });
      return use.then && note(view, name, use.then, contract, scope, story, seen);
    case 'release':
      story.releases.push(use.at);
      return add(story, use.at, { kind: 'release' });
    case 'transfer':
      return handOver(story, use.at, use.to);
    case 'escape':
      view.bailOuts.push({ reason: 'escaped', file: scope.getSourceFile().fileName, start: use.at.getStart() });
      return handOver(story, use.at, use.reason);
    case 'scoped':
      return handOver(story, use.at, 'its scope');
    case 'alias': {
      const alias = view.types.symbolOf(use.name);
      const declared = alias?.valueDeclaration;
      const isLocal = declared !== undefined && declared.pos >= scope.pos && declared.end <= scope.end;
      if (alias && isLocal) follow(view, alias, contract, scope, story, seen);
      else handOver(story, use.at, `the outer variable '${use.name.text}'`);
    }
  }
}

function handOver(story: LocalStory, at: ts.Node, to: string): void {
  story.handedTo = to;
  add(story, at, { kind: 'transfer', to });
}

function add(story: LocalStory, at: ts.Node, effect: Effect): void {
  const there = story.effects.get(at);
  if (there) there.push(effect);
  else story.effects.set(at, [effect]);
}

/** A closure that releases the resource discharges it where the closure is called or handed on; one that only uses it borrows. */
function noteClosure(view: View, closure: ts.FunctionLikeDeclaration, symbol: ts.Symbol, references: readonly ts.Identifier[], contract: Contract, scope: FunctionWithBody, story: LocalStory): void {
  const uses = references.flatMap((reference) => usesFrom(view, useOf(view, reference, contract), contract, scope, new Set()));
  const releases = uses.filter((use) => use.kind === 'release');
  const discharges = releases.length > 0 || uses.some((use) => use.kind !== 'use' && use.kind !== 'start');
  for (const release of releases) story.releases.push(release.at as ts.CallExpression);
  for (const start of uses) if (start.kind === 'start') noteStartInClosure(view, closure, references[0]!.text, start.at, story);
  placeClosure(view, closure, discharges, scope, story, new Set());
  const later = releases.length > 0 ? givenAfterDefer(view, closure, symbol, scope) : undefined;
  if (later) handOver(story, later, 'a callback that a stack has already');
}

/** A use with what becomes of the resource through the variables that it is put in, and through a start that hands it back; what a callback itself returns nobody looks at. */
function usesFrom(view: View, use: Use, contract: Contract, scope: FunctionWithBody, seen: Set<ts.Symbol>): readonly Use[] {
  if (use.kind === 'start') return [use, ...(use.then?.kind === 'alias' ? usesFrom(view, use.then, contract, scope, seen) : [])];
  const alias = use.kind === 'alias' ? view.types.symbolOf(use.name) : undefined;
  const declared = alias?.valueDeclaration;
  if (!alias || !declared || seen.has(alias) || !(declared.pos >= scope.pos && declared.end <= scope.end)) return [use];
  seen.add(alias);
  return referencesIn(view, alias, scope).filter((reference) => !isAssigned(view, reference)).flatMap((reference) => usesFrom(view, useOf(view, reference, contract), contract, scope, seen));
}

/** A start inside a callback happens some time after the callback was handed on. */
function noteStartInClosure(view: View, closure: ts.FunctionLikeDeclaration, name: string, start: ts.CallExpression | ts.NewExpression, story: LocalStory): void {
  const value = view.ts.isExpression(closure) ? outermost(view.ts, closure) : undefined;
  const promise = value?.parent;
  if (!promise || !view.ts.isNewExpression(promise) || promise.expression.getText() !== 'Promise') return;
  story.starts.push(start);
  add(story, outermostAwaited(view.ts, promise), { kind: 'start', text: `'${name}' is started` });
}

function placeClosure(view: View, closure: ts.Node, discharges: boolean, scope: FunctionWithBody, story: LocalStory, seen: Set<ts.Node>): void {
  if (seen.has(closure)) return;
  seen.add(closure);
  const { ts: typescript } = view;
  if (typescript.isFunctionDeclaration(closure) && closure.name) return placeNamed(view, closure.name, discharges, scope, story, seen);
  if (typescript.isMethodDeclaration(closure) || typescript.isAccessor(closure)) return handOver(story, closure.parent, 'an object whose methods use it');
  if (!typescript.isExpression(closure)) return;
  const value = outermost(typescript, closure);
  const { parent } = value;
  if (typescript.isVariableDeclaration(parent) && typescript.isIdentifier(parent.name)) return placeNamed(view, parent.name, discharges, scope, story, seen);
  placeValue(view, value, discharges, scope, story, seen);
}

/** Where a function value goes: called, it discharges there; handed on, whoever has it does. */
function placeValue(view: View, value: ts.Expression, discharges: boolean, scope: FunctionWithBody, story: LocalStory, seen: Set<ts.Node>): void {
  const { ts: typescript } = view;
  const inner = closureWithin(view, value, scope);
  if (inner) return placeClosure(view, inner, discharges, scope, story, seen);
  const { parent } = value;
  if (typescript.isCallExpression(parent) && parent.expression === value) return discharges ? add(story, parent, { kind: 'release' }) : undefined;
  if (typescript.isCallExpression(parent) || typescript.isNewExpression(parent)) return discharges ? handOver(story, parent, `a callback given to '${nameOf(parent.expression)}'`) : undefined;
  if (typescript.isPropertyAccessExpression(parent) && parent.expression === value) return discharges ? handOver(story, value, 'a function that releases it') : undefined;
  if (typescript.isExpressionStatement(parent)) return;
  handOver(story, value, 'a function that uses it');
}

function placeNamed(view: View, name: ts.Identifier, discharges: boolean, scope: FunctionWithBody, story: LocalStory, seen: Set<ts.Node>): void {
  const symbol = view.types.symbolOf(name);
  if (!symbol) return;
  for (const reference of referencesIn(view, symbol, scope)) placeValue(view, outermost(view.ts, reference), discharges, scope, story, seen);
}

/** Whether a function hands the resource to its caller or keeps it in its instance. */
export function isHandedOut(effects: ReadonlyMap<ts.Node, readonly Effect[]>): boolean {
  return [...effects.values()].flat().some((effect) => effect.kind === 'transfer' && (effect.to === 'the caller' || effect.to === 'an object that holds it' || staysWithInstance(effect)));
}

/** Kept in a field or collection of the instance, which nobody has yet when a constructor or start fails. */
export function staysWithInstance(effect: Effect): boolean {
  return effect.kind === 'transfer' && /^the (field|collection) '(this\.)?#?\w+'$/.test(effect.to);
}
