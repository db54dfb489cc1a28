import type ts from 'typescript';
import { acquiredBy, calleeBody, isFactoryName, type Acquired } from '../contracts/calls.ts';
import { contractOfType } from '../contracts/of-type.ts';
import { directlyBelow } from '../nodes.ts';
import { skipAwait, nameOf, type FunctionWithBody } from '../syntax.ts';
import type { Step } from '../story.ts';
import { callsThatMay } from '../named-calls.ts';
import { calledName } from '../names.ts';
import type { View } from '../view.ts';
import { followVariable, valueOfAcquisition } from './local.ts';
import { looksUp, namesHandingOver } from './names-handing-over.ts';
import { statedOfReturn, statesAnything } from './stated.ts';

/** A resource that a call hands to its caller, together with the duty to release it. */
export interface Fresh extends Omit<Acquired, 'node'> {
  /** The calls that lead to the inner acquisition, outermost first. */
  chain: readonly Step[];
}

/** What a call or `new` makes: by contract, or because the function of the program that it calls returns what it made. */
export function freshFrom(view: View, node: ts.Node): Fresh | undefined {
  if (view.ts.isCallExpression(node) && !mayMake(view, node)) return undefined;
  const stated = view.ts.isCallExpression(node) ? statedOfReturn(view, node) : undefined;
  if (stated === 'borrows') return undefined;
  return madeBy(view, node) ?? (stated === 'owns' ? statedAsFresh(view, node as ts.CallExpression) : undefined);
}

/** A cheap test before anything else is asked: by its name a call may be one of a factory, or of a function that hands over what it made. */
function mayMake(view: View, call: ts.CallExpression): boolean {
  const name = calledName(view, call);
  return name === undefined || mayMakeByName(view, name);
}

export function mayMakeByName(view: View, name: string): boolean {
  return statesAnything(view) || isFactoryName(view, name) || namesHandingOver(view).has(name);
}

/** The calls and `new`s of a file that may make something by their names. */
export const makingCalls = callsThatMay(mayMakeByName, 'new');

/** What is returned as its caller's to release, because its JSDoc says so: the type alone tells how. */
function statedAsFresh(view: View, node: ts.CallExpression): Fresh | undefined {
  const known = contractOfType(view, view.types.awaitedTypeOf(view.types.valueTypeOf(node)));
  return known && { contract: known.contract, begins: 'eager', grade: known.grade, how: 'produced', fallible: false, chain: [] };
}

function madeBy(view: View, node: ts.Node): Fresh | undefined {
  if (isSuperCall(view, node)) return undefined;
  const direct = acquiredBy(view, node);
  if (direct) return { ...direct, chain: [] };
  if (!view.ts.isCallExpression(node)) return undefined;
  const body = mayHandOver(view, node) ? calleeBody(view, node) : undefined;
  const fresh = body && returnsFresh(view, body);
  if (!fresh) return undefined;
  const name = body.name?.getText() ?? nameOf(node.expression);
  return { ...fresh, grade: isLazy(name) ? 'likely' : fresh.grade, how: 'produced', chain: [{ start: node.getStart(), end: node.end, note: `${name}() hands over what it made` }, ...fresh.chain] };
}

/** `super(…)` makes what the `new` of the subclass makes. */
function isSuperCall(view: View, node: ts.Node): boolean {
  return view.ts.isCallExpression(node) && node.expression.kind === view.ts.SyntaxKind.SuperKeyword;
}

/** `Connection.lazy()`: by its name, what it makes has begun nothing before it is first used. */
function isLazy(name: string): boolean {
  return /^lazy(?![a-z])|Lazy(?![a-z])/.test(name);
}

/** A cheap test before the callee is asked for: some function of the name it calls returns what may have been made. */
function mayHandOver(view: View, call: ts.CallExpression): boolean {
  const name = calledName(view, call);
  return name === undefined || namesHandingOver(view).has(name);
}

/** What a function of the program returns as its caller's to release; nothing for look-ups, caches and getters. */
function returnsFresh(view: View, body: FunctionWithBody): Fresh | undefined {
  return view.remember('returnsFresh', body, () => computeReturn(view, body), { bottom: undefined, unknown: undefined });
}

function computeReturn(view: View, body: FunctionWithBody): Fresh | undefined {
  if (body.asteriskToken || looksUp(body)) return undefined;
  const values = returnedValues(view, body);
  const fresh = values.map((value) => freshValue(view, value, body));
  const [first] = fresh;
  return first && fresh.every((one) => one?.contract === first.contract) ? first : undefined;
}

function returnedValues(view: View, body: FunctionWithBody): ts.Expression[] {
  const { ts: typescript } = view;
  if (!typescript.isBlock(body.body)) return [skipAwait(typescript, body.body)];
  const values: ts.Expression[] = [];
  for (const node of directlyBelow(typescript, body.body, 'return')) {
    if (node.expression) values.push(skipAwait(typescript, node.expression));
  }
  return values.filter((value) => value.kind !== typescript.SyntaxKind.NullKeyword && value.getText() !== 'undefined');
}

function freshValue(view: View, value: ts.Expression, body: FunctionWithBody): Fresh | undefined {
  const { ts: typescript } = view;
  const direct = freshFrom(view, value);
  if (direct) return direct;
  if (!typescript.isIdentifier(value)) return freshChain(view, value);
  const symbol = view.types.symbolOf(value);
  const declaration = symbol?.valueDeclaration;
  if (!symbol || !declaration || !typescript.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  if (!(declaration.pos >= body.pos && declaration.end <= body.end)) return undefined;
  const initializer = skipAwait(typescript, declaration.initializer);
  const made = freshFrom(view, initializer) ?? freshChain(view, initializer);
  if (!made) return undefined;
  const story = followVariable(view, symbol, made.contract, body);
  const keptElsewhere = [...story.effects.values()].flat().some((effect) => effect.kind === 'transfer' && effect.to !== 'the caller');
  if (keptElsewhere) return undefined;
  return story.starts.length > 0 ? { ...made, begins: 'eager' } : made;
}

/** `createServer().listen(0)`: the fluent call at the end has the resource that the first call made. */
function freshChain(view: View, value: ts.Expression): Fresh | undefined {
  const { ts: typescript } = view;
  let inner = value;
  while (typescript.isCallExpression(inner) && typescript.isPropertyAccessExpression(inner.expression)) {
    inner = skipAwait(typescript, inner.expression.expression);
    const made = freshFrom(view, inner);
    if (!made) continue;
    const { value: outer, started } = valueOfAcquisition(view, inner, made.contract);
    if (skipAwait(typescript, outer) !== value) return undefined;
    return started ? { ...made, begins: 'eager' } : made;
  }
  return undefined;
}

