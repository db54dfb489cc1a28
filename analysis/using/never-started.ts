import type ts from 'typescript';
import { freshFrom } from '../ownership/returns.ts';
import { referencesIn } from '../ownership/references.ts';
import { calleeBody, startedBy } from '../contracts/calls.ts';
import type { Contract } from '../contracts/contract.ts';
import type { MisusedUsing } from '../faults.ts';
import { isWithin, methodCall, nameOf, outermost, skipAwait } from '../syntax.ts';
import type { View } from '../view.ts';
import { initializerOf, type Scoped } from './scoped.ts';
import { referencesTo } from './waits-for-end.ts';

/** A value whose disposal fails when it never started, handed to a scope before it has. */
export function neverStarted(view: View, scoped: Scoped): MisusedUsing | undefined {
  const { at, name, contract } = scoped;
  if (contract?.dispose?.async !== 'guarded' || !scoped.waits || !failsBeforeStart(contract) || !isUnstarted(view, scoped)) return undefined;
  const references = referencesTo(view, scoped);
  const start = startIn(view, scoped.value) ?? firstOf(references, (reference) => startOn(view, reference));
  const handed = start ?? firstOf(references, (reference) => argumentOf(view, reference));
  if (!handed) return { how: 'never started', at, name, grade: 'certain', contract, path: [] };
  return { how: 'start may fail', at, name, grade: start ? 'certain' : 'likely', contract, path: [{ start: handed.getStart(), end: handed.end, note: `${nameOf(handed.expression)}() may fail` }] };
}

function failsBeforeStart({ start, release }: Contract): boolean {
  return start !== undefined && release.some((one) => one.beforeStart !== undefined);
}

function firstOf<Found>(references: readonly ts.Identifier[], find: (reference: ts.Identifier) => Found | undefined): Found | undefined {
  return references.map(find).find((found) => found !== undefined);
}

/** Whether the scope gets it before anything can have waited for its start. */
function isUnstarted(view: View, { at, value, scope }: Scoped): boolean {
  if (isMadeUnstarted(view, value)) return true;
  const known = initializerOf(view, value);
  if (!known || !isWithin(known.declaration, scope) || !isMadeUnstarted(view, known.made)) return false;
  const symbol = view.types.symbolOf(known.declaration.name);
  const between = symbol ? referencesIn(view, symbol, scope).filter((reference) => reference.end < at.getStart()) : [];
  return !between.some((reference) => isAwaited(view, reference, scope));
}

/** The creation at the bottom of a chain, `createServer().listen(0)`; a start in it has not been waited for. */
function isMadeUnstarted(view: View, value: ts.Expression): boolean {
  const made = skipAwait(view.ts, value);
  if (freshFrom(view, made)?.begins === 'start') return true;
  const chained = methodCall(view.ts, made);
  return chained !== undefined && isMadeUnstarted(view, chained.object);
}

function isAwaited(view: View, node: ts.Node, scope: ts.Node): boolean {
  for (let at = node.parent; at !== scope; at = at.parent) if (view.ts.isAwaitExpression(at)) return true;
  return false;
}

/** The start in a chain that makes it. */
function startIn(view: View, value: ts.Expression): ts.CallExpression | undefined {
  const call = methodCall(view.ts, skipAwait(view.ts, value));
  if (!call) return undefined;
  return startedBy(view, call.call) ? call.call : startIn(view, call.object);
}

/** The start that a reference makes, itself or in a function of the program that it is handed to. */
function startOn(view: View, reference: ts.Identifier, depth = 0): ts.CallExpression | undefined {
  const value = outermost(view.ts, reference);
  const method = methodCall(view.ts, outermost(view.ts, value.parent as ts.Expression).parent);
  if (method && outermost(view.ts, method.object) === value) return startedBy(view, method.call) ? method.call : undefined;
  const call = argumentOf(view, reference);
  const body = call && calleeBody(view, call);
  const parameter = call && body?.parameters[call.arguments.indexOf(value)];
  const symbol = parameter && view.types.symbolOf(parameter.name);
  if (!body || !symbol || depth > mostNested) return undefined;
  return referencesIn(view, symbol, body).some((inner) => startOn(view, inner, depth + 1)) ? call : undefined;
}

const mostNested = 3;

/** The call that is handed a reference. */
function argumentOf(view: View, reference: ts.Identifier): ts.CallExpression | undefined {
  const value = outermost(view.ts, reference);
  return view.ts.isCallExpression(value.parent) && value.parent.expression !== value ? value.parent : undefined;
}
