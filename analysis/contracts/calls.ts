import type ts from 'typescript';
import type { Acquisition, Begins, Contract, OptionCondition, Release, Sink, Start } from './contract.ts';
import { catalogueOf, entryFor, entryForType, keysPresent, lastName, namesPresent } from './lookup.ts';
import { pairsOf } from './infer.ts';
import { holdsNothing } from './holds-nothing.ts';
import { holdsOnlyWhatItInherits } from './acquires-when-made.ts';
import { endsWithWhatItIsGiven } from './ends-with-argument.ts';
import { isEndless } from './subscription.ts';
import { keyByImport } from './by-import.ts';
import { calledName, mayRunProgramCode } from '../names.ts';
import { callsThatMay } from '../named-calls.ts';
import { contractOfConstructed, typeConstructed } from './constructed.ts';
import { contractOfValue, type KnownContract } from './of-type.ts';
import { teardownVerbs } from './verbs.ts';
import type { Grade } from '../grade.ts';
import { perView } from '../per-view.ts';
import { hasBody, hasModifier, memberAccess, memberName, methodCall, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

/** A call or `new` that makes a resource. */
export interface Acquired {
  node: ts.NewExpression | ts.CallExpression;
  contract: Contract;
  begins: Begins;
  grade: Grade;
  how: 'constructed' | 'produced';
  /** Creating it can throw synchronously. */
  fallible: boolean;
}

/** What a call or `new` acquires by contract; factories of the program are answered by `returnsOf`. */
export function acquiredBy(view: View, node: ts.Node): Acquired | undefined {
  if (view.ts.isNewExpression(node)) return view.remember('acquiredBy', node, () => acquiredByNew(view, node));
  if (view.ts.isCallExpression(node) && mayBeFactory(view, node)) return view.remember('acquiredBy', node, () => acquiredByCall(view, node));
  return undefined;
}

function acquiredByNew(view: View, node: ts.NewExpression): Acquired | undefined {
  const known = contractOfConstructed(view, node);
  const acquisition = known?.contract.acquire.find((one) => one.by === 'new');
  if (known && known.source !== 'catalogue' && known.contract.type.from === 'file' && holdsNothing(view, typeConstructed(view, node), known.contract)) return undefined;
  return known && acquisition && underOptions(view, node, known.contract, acquisition, 'constructed', isEndedElsewhere(view, node, known) ? 'likely' : known.grade);
}

/** A class of the program that ends with what it is given, or is nothing but a widget that nobody has attached yet. */
function isEndedElsewhere(view: View, node: ts.NewExpression, { contract, source }: KnownContract): boolean {
  if (source === 'catalogue' || contract.type.from !== 'file') return false;
  return endsWithWhatItIsGiven(view, node) || holdsOnlyWhatItInherits(view, typeConstructed(view, node));
}

function acquiredByCall(view: View, node: ts.CallExpression): Acquired | undefined {
  const factory = calleeEntry(view, node, catalogueOf(view).byFactory);
  if (!factory) return untypedFactory(view, node);
  if (answersNothing(view, node)) return undefined;
  const grade = factory.acquisition.observable ? isEndless(view, node) : 'certain';
  return grade === 'completes' ? undefined : underOptions(view, node, factory.contract, factory.acquisition, 'produced', grade);
}

/** `pool.connect((error, client, release) => { … })`: what is made is handed to the callback, which has to release it. */
function answersNothing(view: View, node: ts.CallExpression): boolean {
  return node.arguments.length > 0 && (view.types.typeOf(node).flags & view.ts.TypeFlags.Void) !== 0;
}

function untypedFactory(view: View, node: ts.CallExpression): Acquired | undefined {
  const factory = factoryByImport(view, node);
  if (!factory || !view.types.isAny(view.types.typeOf(node.expression))) return undefined;
  return underOptions(view, node, factory.contract, factory.acquisition, 'produced', 'likely');
}

function factoryByImport(view: View, node: ts.CallExpression): { contract: Contract; acquisition: Acquisition } | undefined {
  const key = keyByImport(view, node.expression);
  return key === undefined ? undefined : catalogueOf(view).byFactory.get(key);
}

/** Whether a call is one of a factory that the catalogue lists, whatever its options make of it. */
export function isFactory(view: View, call: ts.CallExpression): boolean {
  return mayBeFactory(view, call) && (calleeEntry(view, call, catalogueOf(view).byFactory) ?? factoryByImport(view, call)) !== undefined;
}

/** By its name, a call may be one of a factory that the catalogue lists: also of a package whose types the program does not have. */
export function mayBeFactory(view: View, call: ts.CallExpression): boolean {
  const name = calledName(view, call);
  return name === undefined || isFactoryName(view, name);
}

export function isFactoryName(view: View, name: string): boolean {
  return factoryNames(view).has(name);
}

const factoryNames = perView((view): ReadonlySet<string> => new Set([...catalogueOf(view).byFactory.keys()].map(lastName)));

function underOptions(view: View, node: ts.NewExpression | ts.CallExpression, contract: Contract, acquisition: Acquisition, how: Acquired['how'], grade: Grade): Acquired | undefined {
  const condition = (acquisition.options ?? []).find((one) => holds(view, node, one));
  const begins = condition?.begins ?? acquisition.begins;
  if (begins === 'never' || isEndedByArgument(view, node, acquisition)) return undefined;
  return { node, contract, begins, how, grade: acquisition.likely || condition?.likely ? 'likely' : grade, fallible: acquisition.fallible === true };
}

/** `new Server(httpServer)`: it ends with the resource that it is attached to, which has an owner of its own. */
function isEndedByArgument(view: View, node: ts.NewExpression | ts.CallExpression, { endsWith, readsFrom }: Acquisition): boolean {
  if (readsFrom !== undefined) return readsWhatEnds(view, node, readsFrom);
  const argument = endsWith === undefined ? undefined : node.arguments?.[endsWith];
  return argument !== undefined && contractOfValue(view, argument) !== undefined;
}

/** `createInterface({ input: child.stdout })`, `createInterface(child.stdout)` */
function readsWhatEnds(view: View, node: ts.NewExpression | ts.CallExpression, property: string): boolean {
  const { ts: typescript } = view;
  const [first] = node.arguments ?? [];
  if (!first) return false;
  const named = typescript.isObjectLiteralExpression(first) ? first.properties.find((one) => memberName(typescript, one.name) === property) : undefined;
  if (typescript.isObjectLiteralExpression(first) && !named) return false;
  const source = named && typescript.isPropertyAssignment(named) ? named.initializer : first;
  return skipTransparent(typescript, source).getText() !== 'process.stdin';
}

/** Whether the literal value of an option is the one a condition names. */
function holds(view: View, node: ts.NewExpression | ts.CallExpression, condition: OptionCondition): boolean {
  const { ts: typescript } = view;
  const args = node.arguments ?? [];
  const candidates = condition.argument === undefined ? args : args.slice(condition.argument, condition.argument + 1);
  const literals = candidates.map((arg) => skipTransparent(typescript, arg)).filter(typescript.isObjectLiteralExpression);
  const property = literals.flatMap((literal) => [...literal.properties]).find((one) => one.name !== undefined && one.name.getText() === condition.property);
  if (condition.equals === 'present' || condition.equals === 'absent') return (property !== undefined) === (condition.equals === 'present');
  if (!property || !typescript.isPropertyAssignment(property)) return false;
  return literalValue(view, property.initializer) === condition.equals;
}

function literalValue(view: View, node: ts.Expression): string | number | boolean | null | undefined {
  const { ts: typescript } = view;
  if (typescript.isStringLiteralLike(node)) return node.text;
  if (typescript.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === typescript.SyntaxKind.TrueKeyword) return true;
  if (node.kind === typescript.SyntaxKind.FalseKeyword) return false;
  return node.kind === typescript.SyntaxKind.NullKeyword ? null : undefined;
}

/** The entry of a table for what a call calls: an exported or global function, or a member of the receiver's type. */
export function calleeEntry<Entry>(view: View, call: ts.CallExpression, table: ReadonlyMap<string, Entry>): Entry | undefined {
  if (!mayBeIn(view, table, call)) return undefined;
  const callee = skipTransparent(view.ts, call.expression);
  const access = memberAccess(view.ts, callee);
  if (!access) return entryFor(view, table, view.types.symbolOf(callee));
  const symbol = view.types.symbolOf(callee);
  return entryForType(view, table, view.types.valueTypeOf(access.object), access.name) ?? (isOfInstances(view, symbol) ? undefined : entryFor(view, table, symbol));
}

/** `socket.connect()` is not what its module exports as `connect`. */
function isOfInstances(view: View, symbol: ts.Symbol | undefined): boolean {
  const declaration = symbol?.valueDeclaration;
  return declaration !== undefined && view.ts.isMethodDeclaration(declaration) && view.ts.isClassLike(declaration.parent) && !hasModifier(view.ts, declaration, view.ts.SyntaxKind.StaticKeyword);
}

/** A cheap test before any symbol or type is asked for. */
function mayBeIn(view: View, table: ReadonlyMap<string, unknown>, call: ts.CallExpression): boolean {
  const name = calledName(view, call);
  return name === undefined || namesPresent(view, table).has(name);
}

/** By the name that it calls, a call may start or release something. */
export function mayStartOrRelease(view: View, name: string): boolean {
  return mayBeVerb(view, name) || namesPresent(view, catalogueOf(view).byReleaseCall).has(name);
}

/** The calls of a file that may start something by their names. */
export const startingCalls = callsThatMay(mayBeVerb);

/** The calls of a file that may release something by their names. */
export const releasingCalls = callsThatMay(mayStartOrRelease);

/** A call of a start verb on a resource. */
export interface Started {
  call: ts.CallExpression;
  object: ts.Expression;
  contract: Contract;
  start: Start;
  grade: Grade;
}

export function startedBy(view: View, node: ts.Node): Started | undefined {
  const method = methodCall(view.ts, node);
  if (!method || !mayBeVerb(view, method.name)) return undefined;
  return view.remember('startedBy', node, () => {
    const known = contractOfValue(view, method.object);
    const start = known?.contract.start?.find((one) => one.method === method.name);
    return known && start && { call: method.call, object: method.object, contract: known.contract, start, grade: known.grade };
  });
}

/** A call that discharges an obligation. */
export interface Released {
  call: ts.CallExpression;
  /** The resource. */
  object: ts.Expression;
  contract: Contract;
  release: Release;
  grade: Grade;
}

export function releasedBy(view: View, node: ts.Node): Released | undefined {
  if (!view.ts.isCallExpression(node)) return undefined;
  const method = methodCall(view.ts, node);
  if (!method) return mayBeIn(view, catalogueOf(view).byReleaseCall, node) ? view.remember('releasedBy', node, () => releasedByFunction(view, node)) : undefined;
  if (!mayBeVerb(view, method.name)) return undefined;
  return view.remember('releasedBy', node, () => {
    const known = contractOfValue(view, method.object);
    const release = known?.contract.release.find((one) => 'method' in one && one.method === method.name);
    if (known && release) return { call: method.call, object: method.object, contract: known.contract, release, grade: known.grade };
    return releasedByFunction(view, node);
  });
}

function releasedByFunction(view: View, call: ts.CallExpression): Released | undefined {
  const entry = calleeEntry(view, call, catalogueOf(view).byReleaseCall);
  const object = entry && call.arguments[entry.release.argument];
  return object && { call, object, contract: entry.contract, release: entry.release, grade: 'certain' };
}

/** Cheap test before any type is asked for: some contract has a verb of this name. Classes of the program add the built-in and configured pairs. */
function mayBeVerb(view: View, name: string): boolean {
  return verbNames(view).has(name);
}

const verbNames = perView((view): ReadonlySet<string> => {
  const { byType, byFactory } = catalogueOf(view);
  const contracts = [...keysPresent(view, byType).map((key) => byType.get(key)!), ...keysPresent(view, byFactory).map((key) => byFactory.get(key)!.contract)];
  const own = [...pairsOf(view).flatMap((pair) => [pair.start, ...pair.stop]), ...teardownVerbs];
  const listed = contracts.flatMap((contract) => [...(contract.start ?? []).map((start) => start.method), ...contract.release.flatMap(lastNameOf)]);
  return new Set([...own, ...listed, 'Symbol.dispose', 'Symbol.asyncDispose']);
});

/** `window.clearInterval(…)`: a global function is called as a method, too. */
function lastNameOf(release: Release): string[] {
  if ('method' in release) return [release.method];
  return 'call' in release ? [release.call.member ?? release.call.name] : [];
}

export function sinksOf(view: View, call: ts.CallExpression): readonly Sink[] {
  return calleeEntry(view, call, catalogueOf(view).sinks) ?? [];
}

/** The function of the program that a call or `new` runs, with its body. */
export function calleeBody(view: View, node: ts.CallExpression | ts.NewExpression): FunctionWithBody | undefined {
  if (!mayRunProgramCode(view, node)) return undefined;
  return view.remember('calleeBody', node, () => {
    const callee = skipTransparent(view.ts, node.expression);
    if (view.ts.isFunctionExpression(callee) || view.ts.isArrowFunction(callee)) return callee;
    const symbol = view.types.symbolOf(memberAccess(view.ts, callee)?.nameNode ?? callee);
    return symbol && bodyOf(view, symbol);
  });
}

/** The body that a symbol runs: a function, a method, or a constant or property that holds one. */
export function bodyOf(view: View, symbol: ts.Symbol): FunctionWithBody | undefined {
  const { ts: typescript } = view;
  for (const declaration of symbol.declarations ?? []) {
    if (declaration.getSourceFile().isDeclarationFile) continue;
    if (typescript.isClassLike(declaration)) {
      const constructor = declaration.members.find((member): member is ts.ConstructorDeclaration => typescript.isConstructorDeclaration(member) && hasBody(member));
      if (constructor) return constructor as FunctionWithBody;
    }
    if (typescript.isFunctionLike(declaration) && hasBody(declaration)) return declaration;
    const initializer = 'initializer' in declaration ? (declaration.initializer as ts.Expression | undefined) : undefined;
    const value = initializer && typescript.isExpression(initializer) && skipTransparent(typescript, initializer);
    if (value && (typescript.isArrowFunction(value) || typescript.isFunctionExpression(value)) && isConstant(view, declaration)) return value;
  }
  return undefined;
}

function isConstant(view: View, declaration: ts.Declaration): boolean {
  if (view.ts.isVariableDeclaration(declaration)) return (declaration.parent.flags & view.ts.NodeFlags.Const) !== 0;
  return view.ts.isPropertyDeclaration(declaration) || view.ts.isPropertyAssignment(declaration);
}
