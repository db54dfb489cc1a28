import type ts from 'typescript';
import { borrowers } from '../contracts/borrowers.ts';
import { calleeBody, calleeEntry, releasedBy, releasingCalls, sinksOf } from '../contracts/calls.ts';
import { releaseVerbPrefixes, teardownVerbs } from '../contracts/verbs.ts';
import { nameKey, originsOf } from '../origin.ts';
import { chosenBelow } from '../nodes.ts';
import { isThis, memberAccess, methodCall, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { parameterEffect } from './argument-effect.ts';
import { type FieldNames, fieldPaths, iterating } from './field-paths.ts';
import { referencesIn } from './references.ts';
import { statedOfArgument } from './stated.ts';
import { isUsing, useOf } from './uses.ts';

/** What one node does to fields of the instance. */
export interface FieldEnd {
  /** `released`: their release is called; `handed on`: given to somebody who may release them. */
  how: 'released' | 'handed on';
  paths: readonly string[];
}

/** The fields that a node releases, or hands to somebody who may. */
export function fieldsEndedAt(view: View, node: ts.Node, names: FieldNames): FieldEnd | undefined {
  const { ts: typescript } = view;
  if (typescript.isCallExpression(node)) return endOfCall(view, node, names);
  if (typescript.isNewExpression(node)) return handedOn(argumentsThatMayEnd(view, node, names));
  if (typescript.isVariableDeclaration(node) && node.initializer && isUsing(view, node)) return released(fieldPaths(view, node.initializer, names));
  if (typescript.isReturnStatement(node) && node.expression) return handedOn(releasesCarried(view, node.expression, names));
  return undefined;
}

const released = (paths: readonly string[]): FieldEnd | undefined => (paths.length > 0 ? { how: 'released', paths } : undefined);
const handedOn = (paths: readonly string[]): FieldEnd | undefined => (paths.length > 0 ? { how: 'handed on', paths } : undefined);

function endOfCall(view: View, call: ts.CallExpression, names: FieldNames): FieldEnd | undefined {
  const called = calledOn(view, call, names);
  if (called.length > 0) return released(called);
  const byContract = releasedBy(view, call);
  const object = byContract && fieldPaths(view, byContract.object, names);
  if (object && object.length > 0) return released(object);
  return handedOn([...argumentsThatMayEnd(view, call, names), ...elementsGiven(view, call, names)]);
}

/** `this.timers.forEach(clearInterval)`: a function that is not written here is called with what the field holds. */
function elementsGiven(view: View, call: ts.CallExpression, names: FieldNames): readonly string[] {
  const method = methodCall(view.ts, call);
  const named = call.arguments.some((argument) => view.ts.isIdentifier(argument) || memberAccess(view.ts, argument) !== undefined);
  return method && named && iterating.has(method.name) ? fieldPaths(view, method.object, names) : [];
}

/** `this.server.close()`, `this.unsubscribe()`: the release is called on the field, or the field is the release. */
function calledOn(view: View, call: ts.CallExpression, names: FieldNames): readonly string[] {
  const method = methodCall(view.ts, call);
  if (!method) return fieldPaths(view, call.expression, names);
  if (isThis(view.ts, skipTransparent(view.ts, method.object))) return [method.name];
  return isEnding(view, method.name, method.object) ? fieldPaths(view, method.object, names) : [];
}

const endings: ReadonlySet<string> = new Set([...teardownVerbs, 'abort', 'cancel', 'kill', 'release', 'return', 'complete', 'stopListening', 'destroySoon', 'Symbol.dispose', 'Symbol.asyncDispose']);

/** By its name alone, as any release verb of a class of the program; `clear` and `delete` only empty a collection. */
function isEnding(view: View, name: string, object: ts.Expression): boolean {
  if (endings.has(name)) return true;
  if (/Listeners?$/.test(name) || !releaseVerbPrefixes.some((prefix) => name.startsWith(prefix) && /^[A-Z]/.test(name.slice(prefix.length)))) return false;
  return !isCollection(view, object);
}

function isCollection(view: View, object: ts.Expression): boolean {
  return /^(Map|Set|WeakMap|WeakSet|Array|ReadonlyArray)$/.test(view.types.symbolOfType(view.types.valueTypeOf(object))?.name ?? '');
}

const borrowing = new Map(borrowers.map((name) => [nameKey(name), true]));

/** The fields among the arguments of a call that its callee may release or keep for its release. */
function argumentsThatMayEnd(view: View, call: ts.CallExpression | ts.NewExpression, names: FieldNames): readonly string[] {
  const handed = (call.arguments ?? []).flatMap((argument, index) => {
    const carried = releasesCarried(view, argument, names);
    const paths = carried.length > 0 ? carried : fieldPaths(view, argument, names);
    return paths.length > 0 ? [{ paths, index, isCarried: carried.length > 0 }] : [];
  });
  if (handed.length === 0 || (view.ts.isCallExpression(call) && calleeEntry(view, call, borrowing))) return [];
  return handed.flatMap(({ paths, index, isCarried }) => (isCarried || mayEnd(view, call, index) ? paths : []));
}

function mayEnd(view: View, call: ts.CallExpression | ts.NewExpression, index: number): boolean {
  if (view.ts.isCallExpression(call) && sinksOf(view, call).some(({ takes }) => takes === 'all' || takes === index)) return true;
  const stated = statedOfArgument(view, call, index, undefined);
  if (stated) return stated === 'owns';
  const body = calleeBody(view, call);
  if (!body) return !isOfLanguage(view, call);
  return !borrows(view, body, index) || releasesAnything(view, body);
}

/** A rest parameter is borrowed when the function only goes through it. */
function borrows(view: View, body: FunctionWithBody, index: number): boolean {
  const last = body.parameters.at(-1);
  const symbol = last?.dotDotDotToken && index >= body.parameters.length - 1 ? view.types.symbolOf(last.name) : undefined;
  if (!symbol) return parameterEffect(view, body, index, undefined) === 'borrows';
  return referencesIn(view, symbol, body).every((reference) => useOf(view, reference, undefined).kind === 'use');
}

/** What the language declares, such as `Promise.all` or `Object.values`, releases nothing by itself. */
function isOfLanguage(view: View, call: ts.CallExpression | ts.NewExpression): boolean {
  const callee = skipTransparent(view.ts, call.expression);
  const symbol = view.types.symbolOf(memberAccess(view.ts, callee)?.nameNode ?? callee);
  return symbol !== undefined && originsOf(view, symbol).every(({ from }) => from === 'lib');
}

/** A borrowed collection may still be looped over: whoever releases anything may release its elements. */
function releasesAnything(view: View, body: FunctionWithBody): boolean {
  return view.remember('releasesAnything', body, () => chosenBelow(view.ts, body, releasingCalls(view, body.getSourceFile())).some((node) => releasedBy(view, node) !== undefined));
}

/** `this.server.close` as a value carries the release with it. */
function releasesCarried(view: View, value: ts.Expression, names: FieldNames): readonly string[] {
  const access = memberAccess(view.ts, skipTransparent(view.ts, value));
  if (!access || isThis(view.ts, skipTransparent(view.ts, access.object))) return [];
  return isEnding(view, access.name, access.object) ? fieldPaths(view, access.object, names) : [];
}
