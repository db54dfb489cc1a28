import type ts from 'typescript';
import { directlyBelow } from '../nodes.ts';
import { hasBody, isThis, memberAccess, memberName, methodCall, skipAwait, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/** The names by which the code of an instance speaks of its fields: its members, and local names for what fields hold. */
export interface FieldNames {
  /** The class and what it extends in the program, nearest first. */
  readonly classes: readonly ts.ClassLikeDeclaration[];
  readonly locals: Map<string, readonly string[]>;
}

const deepest = 4;

/**
 * The fields that an expression stands for: `this.x` → `x`, `this.x.y` → `x.y`; through collections, copies of them, conditions, getters
 * and local names. An element of a collection stands for the collection.
 */
export function fieldPaths(view: View, node: ts.Expression, names: FieldNames, depth = 0): readonly string[] {
  const { ts: typescript } = view;
  const value = skipAwait(typescript, node);
  if (typescript.isIdentifier(value)) return names.locals.get(value.text) ?? [];
  const parts = partsOf(view, value);
  if (parts) return parts.flatMap((part) => fieldPaths(view, part, names, depth));
  if (typescript.isCallExpression(value)) return throughCall(view, value, names, depth);
  const access = memberAccess(typescript, value);
  if (!access) return typescript.isElementAccessExpression(value) ? fieldPaths(view, value.expression, names, depth) : [];
  if (isThis(typescript, skipTransparent(typescript, access.object))) return ofMember(view, access.name, names, depth);
  return fieldPaths(view, access.object, names, depth).map((path) => `${path}.${access.name}`);
}

/** The expressions of which a value is one, or which it holds together. */
function partsOf(view: View, value: ts.Expression): readonly ts.Expression[] | undefined {
  const { ts: typescript } = view;
  if (typescript.isArrayLiteralExpression(value)) return value.elements;
  if (typescript.isSpreadElement(value)) return [value.expression];
  if (typescript.isConditionalExpression(value)) return [value.whenTrue, value.whenFalse];
  if (typescript.isObjectLiteralExpression(value)) return value.properties.flatMap((property) => heldBy(view, property));
  return typescript.isBinaryExpression(value) ? operandsOf(view, value) : undefined;
}

function heldBy(view: View, property: ts.ObjectLiteralElementLike): readonly ts.Expression[] {
  const { ts: typescript } = view;
  if (typescript.isPropertyAssignment(property)) return [property.initializer];
  if (typescript.isShorthandPropertyAssignment(property)) return [property.name];
  return typescript.isSpreadAssignment(property) ? [property.expression] : [];
}

function operandsOf(view: View, { left, right, operatorToken }: ts.BinaryExpression): readonly ts.Expression[] {
  const { SyntaxKind } = view.ts;
  const either = [SyntaxKind.QuestionQuestionToken, SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionEqualsToken, SyntaxKind.BarBarEqualsToken];
  if (either.includes(operatorToken.kind as never)) return [left, right];
  return [SyntaxKind.AmpersandAmpersandToken, SyntaxKind.CommaToken, SyntaxKind.EqualsToken].includes(operatorToken.kind as never) ? [right] : [];
}

/** Methods whose result holds what the receiver, or the first argument, holds. */
const passOn: ReadonlySet<string> = new Set([
  'values', 'entries', 'reverse', 'toReversed', 'slice', 'splice', 'toSpliced', 'filter', 'map', 'flatMap', 'concat', 'get', 'at', 'find', 'from', 'pop', 'shift', 'flat', 'toSorted', 'sort',
  'all', 'allSettled', 'race', 'any', 'resolve', 'then', 'catch', 'finally', 'deref', 'bind',
]);

function throughCall(view: View, call: ts.CallExpression, names: FieldNames, depth: number): readonly string[] {
  const method = methodCall(view.ts, call);
  if (!method) return [];
  if (isThis(view.ts, skipTransparent(view.ts, method.object))) return ofMember(view, method.name, names, depth).filter((path) => path !== method.name);
  if (!passOn.has(method.name)) return [];
  const own = fieldPaths(view, method.object, names, depth);
  const [first] = call.arguments;
  return own.length > 0 || !first ? own : fieldPaths(view, first, names, depth);
}

/** A field is itself; a getter, or a method, is what it returns. */
function ofMember(view: View, name: string, names: FieldNames, depth: number): readonly string[] {
  const member = memberOfClasses(view, names.classes, name);
  if (!member || !hasBody(member) || depth >= deepest) return [name];
  const returned = directlyBelow(view.ts, member.body, 'return');
  return [name, ...returned.flatMap(({ expression }) => (expression ? fieldPaths(view, expression, { ...names, locals: new Map() }, depth + 1) : []))];
}

/** The member that `this.name` means: the nearest class's own, else an inherited one of the program; the getter of an accessor pair. */
export function memberOfClasses(view: View, classes: readonly ts.ClassLikeDeclaration[], name: string): ts.ClassElement | undefined {
  for (const owner of classes) {
    const found = membersByName(view, owner).get(name);
    if (found) return found;
  }
  return undefined;
}

/** What a class declares under each name: setters and overloads stand for nothing by themselves. */
function membersByName(view: View, owner: ts.ClassLikeDeclaration): ReadonlyMap<string, ts.ClassElement> {
  return view.remember('membersByName', owner, () => {
    const members = new Map<string, ts.ClassElement>();
    for (const member of owner.members) {
      const name = memberName(view.ts, member.name);
      const speaks = !view.ts.isSetAccessor(member) && (hasBody(member) || !view.ts.isMethodDeclaration(member));
      if (name !== undefined && speaks && !members.has(name)) members.set(name, member);
    }
    return members;
  });
}

/** Notes the local names that one node gives to what fields hold. */
export function noteLocals(view: View, node: ts.Node, names: FieldNames): void {
  const { ts: typescript } = view;
  if (typescript.isVariableDeclaration(node)) return noteDeclaration(view, node, names);
  if (typescript.isBinaryExpression(node) && typescript.isIdentifier(node.left) && node.operatorToken.kind === typescript.SyntaxKind.EqualsToken) return noteName(names, node.left.text, fieldPaths(view, node.right, names));
  if (typescript.isCallExpression(node)) noteCallbacks(view, node, names);
}

function noteDeclaration(view: View, declaration: ts.VariableDeclaration, names: FieldNames): void {
  const source = declaration.initializer ?? loopSource(view, declaration);
  if (!source) return;
  const ofThis = isThis(view.ts, skipTransparent(view.ts, source));
  noteBinding(view, declaration.name, ofThis ? undefined : fieldPaths(view, source, names), names);
}

function loopSource(view: View, declaration: ts.VariableDeclaration): ts.Expression | undefined {
  const loop = declaration.parent.parent;
  return view.ts.isForOfStatement(loop) || view.ts.isForInStatement(loop) ? loop.expression : undefined;
}

/** A name, or a pattern; `paths` is nothing for `this` itself, whose properties are the fields. */
function noteBinding(view: View, name: ts.BindingName, paths: readonly string[] | undefined, names: FieldNames): void {
  const { ts: typescript } = view;
  if (typescript.isIdentifier(name)) return noteName(names, name.text, paths ?? []);
  for (const element of name.elements) {
    if (!typescript.isBindingElement(element)) continue;
    noteBinding(view, element.name, pathsOfElement(view, name, element, paths), names);
  }
}

function pathsOfElement(view: View, pattern: ts.BindingPattern, element: ts.BindingElement, paths: readonly string[] | undefined): readonly string[] {
  if (view.ts.isArrayBindingPattern(pattern) || element.dotDotDotToken) return paths ?? [];
  const property = memberName(view.ts, element.propertyName ?? element.name) ?? '';
  return paths === undefined ? [property] : paths.map((path) => `${path}.${property}`);
}

function noteName(names: FieldNames, name: string, paths: readonly string[]): void {
  if (paths.length > 0) names.locals.set(name, [...new Set([...(names.locals.get(name) ?? []), ...paths])]);
}

/** Methods that call back with what the receiver holds. */
export const iterating: ReadonlySet<string> = new Set(['forEach', 'map', 'flatMap', 'filter', 'some', 'every', 'find', 'reduce', 'reduceRight', 'sort', 'toSorted', 'then', 'finally', 'each']);

/** `this.xs.map((x) => …)`, `each(this.xs, (x) => …)`: what the callbacks are called with. */
function noteCallbacks(view: View, call: ts.CallExpression, names: FieldNames): void {
  const { ts: typescript } = view;
  const callbacks = call.arguments.filter((argument) => typescript.isArrowFunction(argument) || typescript.isFunctionExpression(argument));
  if (callbacks.length === 0) return;
  const method = methodCall(typescript, call);
  const given = [...(method && iterating.has(method.name) ? [method.object] : []), ...call.arguments.filter((argument) => !callbacks.includes(argument as never))];
  const paths = given.flatMap((expression) => fieldPaths(view, expression, names));
  if (paths.length === 0) return;
  for (const callback of callbacks) for (const parameter of (callback as ts.ArrowFunction).parameters) noteBinding(view, parameter.name, paths, names);
}

/** The field that an assignment, a call of `push` and the like, or a property declaration puts a value into. */
export function fieldFilledBy(view: View, at: ts.Node, names: FieldNames): string | undefined {
  const { ts: typescript } = view;
  if (typescript.isBinaryExpression(at)) return fieldPaths(view, at.left, names)[0];
  if (typescript.isPropertyDeclaration(at.parent) && at.parent.initializer === at) return memberName(typescript, at.parent.name);
  const method = methodCall(typescript, at);
  return method && collecting.has(method.name) ? fieldPaths(view, method.object, names)[0] : undefined;
}

const collecting: ReadonlySet<string> = new Set(['push', 'unshift', 'add', 'set', 'append', 'splice']);
