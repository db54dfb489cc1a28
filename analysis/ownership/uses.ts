import type ts from 'typescript';
import { borrowers } from '../contracts/borrowers.ts';
import { calleeBody, calleeEntry, releasedBy, sinksOf, startedBy } from '../contracts/calls.ts';
import type { Contract } from '../contracts/contract.ts';
import { releaseVerbPrefixes } from '../contracts/verbs.ts';
import { nameKey } from '../origin.ts';
import { below } from '../nodes.ts';
import { enclosingClass, fieldOfThis, isTransparent, memberAccess, nameOf, outermost, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { argumentEffect } from './argument-effect.ts';
import { fieldsReleasedBy } from './teardown.ts';

/** What one reference to a resource does with it. `at` is the node whose evaluation does it. */
export type Use =
  | { kind: 'use'; at: ts.Node }
  /** `then`: what becomes of the resource that a fluent start hands back. */
  | { kind: 'start'; at: ts.CallExpression | ts.NewExpression; then?: Use }
  | { kind: 'release'; at: ts.CallExpression }
  | { kind: 'transfer'; at: ts.Node; to: string }
  | { kind: 'escape'; at: ts.Node; reason: string }
  | { kind: 'alias'; at: ts.Node; name: ts.Identifier }
  | { kind: 'scoped'; at: ts.Node };

/** What a reference (or another expression of the same value) does with the resource. */
export function useOf(view: View, reference: ts.Expression, contract: Contract | undefined): Use {
  const { ts: typescript } = view;
  const value = outermost(typescript, reference);
  const { parent } = value;
  if (typescript.isShorthandPropertyAssignment(parent)) return literalUse(view, parent.parent, contract, parent.name.text);
  if (typescript.isPropertyAccessExpression(parent) || typescript.isElementAccessExpression(parent)) return memberUse(view, value, parent, contract);
  if (typescript.isCallExpression(parent) || typescript.isNewExpression(parent)) return argumentUse(view, value, parent, contract);
  if (typescript.isAwaitExpression(parent)) return useOf(view, parent, contract);
  if (typescript.isReturnStatement(parent) || typescript.isYieldExpression(parent)) return { kind: 'transfer', at: value, to: 'the caller' };
  if (typescript.isArrowFunction(parent)) return { kind: 'transfer', at: value, to: 'the caller' };
  if (typescript.isVariableDeclaration(parent)) return declarationUse(view, value, parent, contract);
  if (typescript.isBinaryExpression(parent)) return binaryUse(view, value, parent, contract);
  if (typescript.isPropertyAssignment(parent)) return literalUse(view, parent.parent, contract, parent.name.getText());
  if (typescript.isArrayLiteralExpression(parent)) return collectionUse(view, parent, contract);
  if (typescript.isSpreadElement(parent) || typescript.isSpreadAssignment(parent)) return { kind: 'escape', at: value, reason: 'a value that it is spread into' };
  if (typescript.isConditionalExpression(parent)) return parent.condition === value ? { kind: 'use', at: value } : useOf(view, parent, contract);
  if (typescript.isForOfStatement(parent)) return iterationUse(parent, value, contract);
  if (typescript.isExportAssignment(parent)) return { kind: 'transfer', at: value, to: 'the module' };
  if (typescript.isPropertyDeclaration(parent)) return { kind: 'transfer', at: value, to: `the field '${parent.name.getText()}'` };
  if (typescript.isParameter(parent) || typescript.isBindingElement(parent)) return { kind: 'escape', at: value, reason: 'a default value' };
  return { kind: 'use', at: value };
}

function memberUse(view: View, value: ts.Expression, access: ts.PropertyAccessExpression | ts.ElementAccessExpression, contract: Contract | undefined): Use {
  const { ts: typescript } = view;
  if (access.expression !== value) return { kind: 'escape', at: access, reason: 'a key' };
  const callee = outermost(typescript, access);
  const name = memberAccess(typescript, access)?.name ?? '';
  const call = callee.parent;
  if (!typescript.isCallExpression(call) || call.expression !== callee) return releaseByPart(view, access, name) ?? memberValueUse(view, access, name, contract);
  if (isRelease(view, call, name, contract) || releasesItself(view, call, name, contract)) return { kind: 'release', at: call };
  if (contract?.start?.some((start) => start.method === name) || startedBy(view, call)) return startUse(view, call, name, contract);
  if (endsByItself(view, call, name, contract)) return { kind: 'transfer', at: call, to: 'itself: its end is listened to' };
  if (contract?.fluent?.includes(name)) {
    const inner = useOf(view, call, contract);
    return inner.kind === 'use' ? { kind: 'use', at: call } : inner;
  }
  if (sinksOf(view, call).some((sink) => sink.takes === 'this')) return { kind: 'transfer', at: call, to: `'${nameOf(call.expression)}'` };
  return { kind: 'use', at: call };
}

function startUse(view: View, call: ts.CallExpression, name: string, contract: Contract | undefined): Use {
  if (contract?.start?.some((start) => start.method === name && start.answers)) return { kind: 'transfer', at: call, to: 'itself: it ends with its answer' };
  if (runsToItsEnd(view, call, name, contract)) return { kind: 'transfer', at: call, to: 'itself: its end is awaited' };
  const then = contract?.fluent?.includes(name) ? useOf(view, call, contract) : undefined;
  return { kind: 'start', at: call, ...(then ? { then } : {}) };
}

/** `await worker.run()`: a run loop, by its contract or, of a class of the program, by the name of the verb, has ended when its promise settles. */
function runsToItsEnd(view: View, call: ts.CallExpression, name: string, contract: Contract | undefined): boolean {
  const start = contract?.start?.find((one) => one.method === name);
  if (!start || !view.ts.isAwaitExpression(outermost(view.ts, call).parent)) return false;
  return start.runLoop === true || (name === 'run' && start.completion === 'promise' && contract?.type.from === 'file');
}

function isRelease(view: View, call: ts.CallExpression, name: string, contract: Contract | undefined): boolean {
  return contract?.release.some((release) => 'method' in release && release.method === name) || releasedBy(view, call) !== undefined;
}

/** `transport.closeAndWait()`: a method that is a release by its name and calls one on its own object. */
function releasesItself(view: View, call: ts.CallExpression, name: string, contract: Contract | undefined): boolean {
  const body = releaseVerbPrefixes.some((prefix) => name.startsWith(prefix)) ? calleeBody(view, call) : undefined;
  return body !== undefined && below(view.ts, body, 'call').some((node) => isReleaseName(fieldOfThis(view.ts, node.expression), contract));
}

function isReleaseName(name: string | undefined, contract: Contract | undefined): boolean {
  return contract?.release.some((release) => 'method' in release && release.method === name) ?? false;
}

/** `transport.socket.close()`: what the teardown of the whole does, done to its part. */
function releaseByPart(view: View, access: ts.Expression, part: string): Use | undefined {
  const method = memberAccess(view.ts, outermost(view.ts, access).parent);
  const call = method && outermost(view.ts, outermost(view.ts, access).parent as ts.Expression).parent;
  if (!call || !view.ts.isCallExpression(call) || !releaseVerbPrefixes.some((prefix) => method.name.startsWith(prefix))) return undefined;
  const owner = ownerOfPart(view, access);
  return owner && fieldsReleasedBy(view, owner).has(part) ? { kind: 'release', at: call } : undefined;
}

/** The class of the program that declares the member which is asked for. */
function ownerOfPart(view: View, access: ts.Expression): ts.ClassLikeDeclaration | undefined {
  const member = memberAccess(view.ts, access);
  const declaration = member && view.types.symbolOf(member.nameNode)?.valueDeclaration;
  const owner = declaration && enclosingClass(view.ts, declaration);
  return owner && !owner.getSourceFile().isDeclarationFile ? owner : undefined;
}

/** `x.stop` as a value: passed on, it carries the release with it. */
function memberValueUse(view: View, access: ts.Expression, name: string, contract: Contract | undefined): Use {
  const carries = contract?.release.some((release) => 'method' in release && release.method === name) ?? false;
  if (!carries) return isHandedOutMethod(view, access) ? { kind: 'escape', at: access, reason: `an object that has '${nameOf(access)}'` } : { kind: 'use', at: access };
  return { kind: 'transfer', at: access, to: `whoever was handed '${nameOf(access)}'` };
}

/** `return { receive: collector.receive }`: the resource lives on with the object that has its method. */
function isHandedOutMethod(view: View, access: ts.Expression): boolean {
  const { ts: typescript } = view;
  const { parent } = outermost(typescript, access);
  const isHandedOut = typescript.isPropertyAssignment(parent) || typescript.isArrayLiteralExpression(parent) || typescript.isReturnStatement(parent);
  return isHandedOut && view.types.typeOf(access).getCallSignatures().length > 0;
}

function endsByItself(view: View, call: ts.CallExpression, name: string, contract: Contract | undefined): boolean {
  if (!contract?.endsBy) return false;
  if (contract.endsBy.methods?.includes(name)) return true;
  const [event] = call.arguments;
  const listens = ['on', 'once', 'addListener', 'addEventListener'].includes(name);
  return listens && event !== undefined && view.ts.isStringLiteralLike(event) && (contract.endsBy.events?.includes(event.text) ?? false);
}

const onceTable = new Map(borrowers.filter((name) => (name.member ?? name.name) === 'once').map((name) => [nameKey(name), name]));
const borrowerTable = new Map(borrowers.map((name) => [nameKey(name), name]));

function argumentUse(view: View, value: ts.Expression, call: ts.CallExpression | ts.NewExpression, contract: Contract | undefined): Use {
  const { ts: typescript } = view;
  if (call.expression === value) return calledUse(call);
  const index = argumentIndex(call, value);
  if (typescript.isCallExpression(call)) {
    const released = releasedBy(view, call);
    if (released && released.object === value) return { kind: 'release', at: call };
    if (sinksOf(view, call).some((sink) => sink.takes === 'all' || sink.takes === index)) return { kind: 'transfer', at: call, to: `'${nameOf(call.expression)}'` };
    if (waitsForEnd(view, call, contract)) return { kind: 'transfer', at: call, to: 'itself: its end is awaited' };
    if (calleeEntry(view, call, borrowerTable)) return { kind: 'use', at: call };
  }
  return argumentEffect(view, call, index, undefined);
}

/** `once(worker, 'exit')`: what waits for the end of a resource finds it ended. */
function waitsForEnd(view: View, call: ts.CallExpression, contract: Contract | undefined): boolean {
  const event = call.arguments[1];
  if (!event || !view.ts.isStringLiteralLike(event) || !contract?.endsBy?.events?.includes(event.text)) return false;
  return calleeEntry(view, call, onceTable) !== undefined;
}

function argumentIndex(call: ts.CallExpression | ts.NewExpression, value: ts.Node): number {
  return ((call.arguments ?? []) as readonly ts.Node[]).indexOf(value);
}

/** The resource is a function; calling it is its release where its contract says so. */
function calledUse(call: ts.CallExpression | ts.NewExpression): Use {
  return { kind: 'release', at: call as ts.CallExpression };
}

function declarationUse(view: View, value: ts.Expression, declaration: ts.VariableDeclaration, contract: Contract | undefined): Use {
  const { ts: typescript } = view;
  if (isUsing(view, declaration)) return { kind: 'scoped', at: value };
  if (typescript.isIdentifier(declaration.name)) return { kind: 'alias', at: value, name: declaration.name };
  if (!typescript.isObjectBindingPattern(declaration.name)) return { kind: 'escape', at: value, reason: 'a pattern that takes it apart' };
  const carries = declaration.name.elements.some((element) => contract?.release.some((release) => 'method' in release && release.method === (element.propertyName ?? element.name).getText()));
  return carries ? { kind: 'escape', at: value, reason: 'a pattern that takes its release out of it' } : { kind: 'use', at: value };
}

/** Whether a variable is declared by `using` or `await using`. */
export function isUsing(view: View, declaration: ts.VariableDeclaration): boolean {
  const { NodeFlags } = view.ts;
  return (declaration.parent.flags & NodeFlags.BlockScoped & NodeFlags.Using) === NodeFlags.Using;
}

function binaryUse(view: View, value: ts.Expression, binary: ts.BinaryExpression, contract: Contract | undefined): Use {
  const { ts: typescript } = view;
  const { SyntaxKind } = typescript;
  const operator = binary.operatorToken.kind;
  const passesOn = operator === SyntaxKind.QuestionQuestionToken || operator === SyntaxKind.BarBarToken || operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.CommaToken;
  if (passesOn) return binary.right === value || operator !== SyntaxKind.AmpersandAmpersandToken ? useOf(view, binary, contract) : { kind: 'use', at: value };
  const assigns = operator === SyntaxKind.EqualsToken || operator === SyntaxKind.QuestionQuestionEqualsToken || operator === SyntaxKind.BarBarEqualsToken;
  if (!assigns || binary.left === value) return { kind: 'use', at: value };
  const target = skipTransparent(typescript, binary.left);
  if (typescript.isIdentifier(target)) return { kind: 'alias', at: binary, name: target };
  const field = fieldOfThis(typescript, target);
  if (field !== undefined) return { kind: 'transfer', at: binary, to: `the field '${field}'` };
  return { kind: 'transfer', at: binary, to: `'${nameOf(target)}'` };
}

/** The resource becomes a property of an object literal: what becomes of that property decides. */
function literalUse(view: View, literal: ts.ObjectLiteralExpression, contract: Contract | undefined, property: string): Use {
  const { ts: typescript } = view;
  const value = outermost(typescript, literal);
  const { parent } = value;
  if (typescript.isCallExpression(parent) || typescript.isNewExpression(parent)) {
    const index = argumentIndex(parent, value);
    if (typescript.isCallExpression(parent) && sinksOf(view, parent).some((sink) => sink.takes === 'all' || sink.takes === index)) return { kind: 'transfer', at: parent, to: `'${nameOf(parent.expression)}'` };
    if (typescript.isCallExpression(parent) && calleeEntry(view, parent, borrowerTable)) return { kind: 'use', at: parent };
    if (index >= 0) return argumentEffect(view, parent, index, property);
  }
  if (isTransparent(typescript, parent)) return useOf(view, value, contract);
  return { kind: 'transfer', at: literal, to: 'an object that holds it' };
}

function collectionUse(view: View, literal: ts.ArrayLiteralExpression, contract: Contract | undefined): Use {
  const outer = useOf(view, literal, undefined);
  if (outer.kind === 'transfer' && contract) return outer;
  return { kind: 'transfer', at: literal, to: 'a collection' };
}

function iterationUse(loop: ts.ForOfStatement, value: ts.Expression, contract: Contract | undefined): Use {
  const ends = contract?.endsBy?.methods?.includes('Symbol.asyncIterator') ?? false;
  return ends ? { kind: 'transfer', at: loop.expression, to: 'the loop, which releases it at its end' } : { kind: 'use', at: value };
}
