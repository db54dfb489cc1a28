import type ts from 'typescript';
import { releasedBy } from '../contracts/calls.ts';
import { frameworkTeardowns, teardownVerbs } from '../contracts/verbs.ts';
import { allDescendants, fieldOfThis, hasBody, isThis, memberAccess, memberName, methodCall, skipAwait, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

const frameworkNames: ReadonlySet<string> = new Set(frameworkTeardowns.map((hook) => hook.method));

/** The members that end an object: dispose symbols, close-like verbs, a framework's hooks. */
export function teardownMembers(view: View, owner: ts.ClassLikeDeclaration): readonly ts.ClassElement[] {
  const stops = new Set((view.settings.verbs ?? []).flatMap((pair) => pair.stop));
  return owner.members.filter((member) => {
    const name = memberName(view.ts, member.name);
    return name !== undefined && (teardownVerbs.has(name) || frameworkNames.has(name) || stops.has(name) || name === 'Symbol.dispose' || name === 'Symbol.asyncDispose');
  });
}

/** The fields (and members of fields, as `field.member`) that a class's teardown releases, through its own helpers too. */
export function fieldsReleasedBy(view: View, owner: ts.ClassLikeDeclaration): ReadonlySet<string> {
  return view.remember('fieldsReleasedBy', owner, () => {
    const released = new Set<string>();
    const seen = new Set<ts.Node>();
    for (const member of teardownMembers(view, owner)) collect(view, owner, member, released, seen);
    return released;
  });
}

function collect(view: View, owner: ts.ClassLikeDeclaration, member: ts.Node, released: Set<string>, seen: Set<ts.Node>): void {
  if (seen.has(member)) return;
  seen.add(member);
  const aliases = new Map<string, string>();
  for (const node of allDescendants(view.ts, member)) {
    noteAlias(view, node, aliases);
    const path = releasedPath(view, node, aliases);
    if (path !== undefined) released.add(path);
    const helper = ownHelper(view, owner, node);
    if (helper) collect(view, owner, helper, released, seen);
  }
}

/** `const x = this.x`, `for (const x of this.xs)`, `this.xs.map((x) => …)`: a local name for what a field holds. */
function noteAlias(view: View, node: ts.Node, aliases: Map<string, string>): void {
  const { ts: typescript } = view;
  if (typescript.isVariableDeclaration(node) && typescript.isIdentifier(node.name)) {
    const source = node.initializer ?? loopSource(view, node);
    const path = source && fieldPath(view, source, aliases);
    if (path !== undefined) aliases.set(node.name.text, path);
  }
  if (typescript.isVariableDeclaration(node) && typescript.isArrayBindingPattern(node.name)) {
    const source = loopSource(view, node);
    const path = source && fieldPath(view, source, aliases);
    if (path !== undefined) for (const element of node.name.elements) if (typescript.isBindingElement(element)) aliases.set(element.name.getText(), path);
  }
  const method = methodCall(typescript, node);
  const [callback] = method?.call.arguments ?? [];
  if (!method || !callback || !(typescript.isArrowFunction(callback) || typescript.isFunctionExpression(callback))) return;
  const path = fieldPath(view, method.object, aliases);
  const [first] = callback.parameters;
  if (path !== undefined && first) aliases.set(first.name.getText(), path);
}

function loopSource(view: View, declaration: ts.VariableDeclaration): ts.Expression | undefined {
  const loop = declaration.parent.parent;
  return view.ts.isForOfStatement(loop) ? loop.expression : undefined;
}

/** `this.x` → `x`, `this.x.y` → `x.y`; through `[...this.xs]`, `this.xs.values()`, `Object.values(this.xs)` and local names. */
export function fieldPath(view: View, node: ts.Expression, aliases: ReadonlyMap<string, string>): string | undefined {
  const { ts: typescript } = view;
  const value = skipAwait(typescript, node);
  if (typescript.isIdentifier(value)) return aliases.get(value.text);
  if (typescript.isArrayLiteralExpression(value) && value.elements.length === 1) {
    const [only] = value.elements;
    return only && fieldPath(view, typescript.isSpreadElement(only) ? only.expression : only, aliases);
  }
  if (typescript.isCallExpression(value)) return throughCall(view, value, aliases);
  const access = memberAccess(typescript, value);
  if (!access) return typescript.isElementAccessExpression(value) ? fieldPath(view, value.expression, aliases) : undefined;
  if (isThis(typescript, skipTransparent(typescript, access.object))) return access.name;
  const inner = fieldPath(view, access.object, aliases);
  return inner === undefined ? undefined : `${inner}.${access.name}`;
}

const passOn: ReadonlySet<string> = new Set(['values', 'entries', 'reverse', 'toReversed', 'slice', 'splice', 'filter', 'map', 'concat', 'get', 'from', 'pop', 'shift', 'flat', 'toSorted', 'sort']);

function throughCall(view: View, call: ts.CallExpression, aliases: ReadonlyMap<string, string>): string | undefined {
  const method = methodCall(view.ts, call);
  if (!method || !passOn.has(method.name)) return undefined;
  const [argument] = call.arguments;
  return fieldPath(view, method.object, aliases) ?? (argument && fieldPath(view, argument, aliases));
}

function releasedPath(view: View, node: ts.Node, aliases: ReadonlyMap<string, string>): string | undefined {
  const { ts: typescript } = view;
  const method = methodCall(typescript, node);
  if (method && (teardownVerbs.has(method.name) || method.name === 'abort' || method.name.startsWith('Symbol.'))) return fieldPath(view, method.object, aliases);
  if (!typescript.isCallExpression(node)) return undefined;
  const released = releasedBy(view, node);
  return released && fieldPath(view, released.object, aliases);
}

function ownHelper(view: View, owner: ts.ClassLikeDeclaration, node: ts.Node): ts.Node | undefined {
  if (!view.ts.isCallExpression(node)) return undefined;
  const name = fieldOfThis(view.ts, node.expression);
  return name === undefined ? undefined : owner.members.find((member) => hasBody(member) && memberName(view.ts, member.name) === name);
}
