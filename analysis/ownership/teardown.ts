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

/** What a class's teardown releases. */
export interface TeardownReleases {
  /** Fields, and members of fields as `field.member`. */
  fields: Set<string>;
  listeners: { receiver: string; event: string; all: boolean }[];
}

/** The fields (and members of fields, as `field.member`) that a class's teardown releases, through its own helpers too. */
export function fieldsReleasedBy(view: View, owner: ts.ClassLikeDeclaration): ReadonlySet<string> {
  return releasesOfTeardown(view, owner).fields;
}

/** What a class's teardown releases, through its own helpers and those of the classes of the program that it extends. */
export function releasesOfTeardown(view: View, owner: ts.ClassLikeDeclaration): TeardownReleases {
  return view.remember('releasesOfTeardown', owner, () => {
    const released: TeardownReleases = { fields: new Set(), listeners: [] };
    const seen = new Set<ts.Node>();
    for (const member of teardownMembers(view, owner)) collect(view, owner, member, released, seen);
    const base = baseClassOf(view, owner);
    if (base && base !== owner) {
      const inherited = releasesOfTeardown(view, base);
      for (const field of inherited.fields) released.fields.add(field);
      released.listeners.push(...inherited.listeners);
    }
    return released;
  });
}

/** The class of the program that a class extends. */
export function baseClassOf(view: View, owner: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration | undefined {
  const base = baseExpression(view, owner);
  const declaration = base && view.types.symbolOf(base)?.valueDeclaration;
  return declaration && view.ts.isClassLike(declaration) && !declaration.getSourceFile().isDeclarationFile ? declaration : undefined;
}

function baseExpression(view: View, owner: ts.ClassLikeDeclaration): ts.Expression | undefined {
  return owner.heritageClauses?.find((clause) => clause.token === view.ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression;
}

/** Whether what a class extends, in the program or outside, can be ended. */
export function inheritedTeardowns(view: View, owner: ts.ClassLikeDeclaration): boolean {
  const base = baseExpression(view, owner);
  if (!base) return false;
  const names = new Set(view.types.membersOf(view.types.typeOf(owner)).map((member) => member.name));
  const own = new Set(owner.members.map((member) => memberName(view.ts, member.name)));
  return [...names].some((name) => !own.has(name) && (teardownVerbs.has(name) || frameworkNames.has(name)));
}

function collect(view: View, owner: ts.ClassLikeDeclaration, member: ts.Node, released: TeardownReleases, seen: Set<ts.Node>): void {
  if (seen.has(member)) return;
  seen.add(member);
  const aliases = new Map<string, string>();
  for (const node of allDescendants(view.ts, member)) {
    noteAlias(view, node, aliases);
    const path = releasedPath(view, node, aliases);
    if (path !== undefined) released.fields.add(path);
    const removal = removedListener(view, node);
    if (removal) released.listeners.push(removal);
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

/** `bus.off('x', this.onX)`, `bus.removeAllListeners()`. */
function removedListener(view: View, node: ts.Node): TeardownReleases['listeners'][number] | undefined {
  const method = methodCall(view.ts, node);
  if (!method || !/^(off|removeListener|removeEventListener|removeAllListeners)$/.test(method.name)) return undefined;
  return { receiver: method.object.getText(), event: method.call.arguments[0]?.getText() ?? '', all: method.name === 'removeAllListeners' };
}

function ownHelper(view: View, owner: ts.ClassLikeDeclaration, node: ts.Node): ts.Node | undefined {
  if (!view.ts.isCallExpression(node)) return undefined;
  const name = fieldOfThis(view.ts, node.expression);
  return name === undefined ? undefined : owner.members.find((member) => hasBody(member) && memberName(view.ts, member.name) === name);
}
