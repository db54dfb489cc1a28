import type ts from 'typescript';
import { deletesRecord } from '../contracts/touches.ts';
import { frameworkTeardowns, teardownVerbs } from '../contracts/verbs.ts';
import { below } from '../nodes.ts';
import { perView } from '../per-view.ts';
import { hasBody, isThis, memberAccess, memberName, methodCall, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { fieldsEndedAt } from './field-ends.ts';
import { type FieldNames, fieldPaths, memberOfClasses, noteLocals } from './field-paths.ts';
import { type RemovedListener, removalAt } from './removed-listeners.ts';

const frameworkNames: ReadonlySet<string> = new Set(frameworkTeardowns.map((hook) => hook.method));

/** The members that end an object: dispose symbols, close-like verbs, a framework's hooks. */
export function teardownMembers(view: View, owner: ts.ClassLikeDeclaration): readonly ts.ClassElement[] {
  return owner.members.filter((member) => endingNames(view).has(memberName(view.ts, member.name) ?? '') && !deletesRecord(view, member));
}

const endingNames = perView((view): ReadonlySet<string> => new Set([...teardownVerbs, ...frameworkNames, ...(view.settings.verbs ?? []).flatMap((pair) => pair.stop), 'Symbol.dispose', 'Symbol.asyncDispose']));

/** What a class's teardown releases. */
export interface TeardownReleases {
  /** Fields, and members of fields as `field.member`. */
  fields: Set<string>;
  /** Methods called on fields, as `field method`: what is a release only by the contract of what the field holds. */
  calls: Set<string>;
  /** Fields that are given to somebody who may release them. */
  handedOn: Set<string>;
  listeners: RemovedListener[];
  /** The instance itself is given to somebody, or a teardown has no body in sight: whatever it owns may be released. */
  everything: boolean;
  /** The members that run: teardowns and the helpers they call. */
  code: Set<ts.Node>;
}

/** The fields (and members of fields, as `field.member`) that a class's teardown releases, through its own helpers too. */
export function fieldsReleasedBy(view: View, owner: ts.ClassLikeDeclaration): ReadonlySet<string> {
  return releasesOfTeardown(view, owner).fields;
}

/** What a class's teardown releases: its own members that end it and those it inherits in the program, through helpers, overrides included. */
export function releasesOfTeardown(view: View, owner: ts.ClassLikeDeclaration): TeardownReleases {
  return view.remember('releasesOfTeardown', owner, () => computeReleases(view, owner), { bottom: noReleases(), unknown: { ...noReleases(), everything: true } });
}

const noReleases = (): TeardownReleases => ({ fields: new Set(), calls: new Set(), handedOn: new Set(), listeners: [], everything: false, code: new Set() });

function computeReleases(view: View, owner: ts.ClassLikeDeclaration): TeardownReleases {
  const walk: Walk = { classes: classChain(view, owner), released: noReleases() };
  for (const one of walk.classes) for (const member of teardownMembers(view, one)) collect(view, member, walk);
  return walk.released;
}

/** What one member that ends an object does, through helpers. */
export function releasesOfMember(view: View, member: ts.ClassElement, classes: readonly ts.ClassLikeDeclaration[]): TeardownReleases {
  const walk: Walk = { classes, released: noReleases() };
  collect(view, member, walk);
  return walk.released;
}

/** A class and what it extends in the program, nearest first. */
export function classChain(view: View, owner: ts.ClassLikeDeclaration): readonly ts.ClassLikeDeclaration[] {
  return view.remember('classChain', owner, () => {
    const chain: ts.ClassLikeDeclaration[] = [];
    for (let at: ts.ClassLikeDeclaration | undefined = owner; at && !chain.includes(at); at = baseClassOf(view, at)) chain.push(at);
    return chain;
  });
}

/** The class of the program that a class extends. */
function baseClassOf(view: View, owner: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration | undefined {
  const base = baseExpression(view, owner);
  const declaration = base && view.types.symbolOf(base)?.valueDeclaration;
  return declaration && view.ts.isClassLike(declaration) && !declaration.getSourceFile().isDeclarationFile ? declaration : undefined;
}

function baseExpression(view: View, owner: ts.ClassLikeDeclaration): ts.Expression | undefined {
  return owner.heritageClauses?.find((clause) => clause.token === view.ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression;
}

/** Whether what a class extends, in the program or outside, can be ended. */
export function inheritedTeardowns(view: View, owner: ts.ClassLikeDeclaration): boolean {
  if (!baseExpression(view, owner)) return false;
  const own = new Set(owner.members.map((member) => memberName(view.ts, member.name)));
  return endingMembers(view, isMerged(view, owner) ? owner : (classChain(view, owner)[1] ?? owner)).some((name) => !own.has(name));
}

/** Whether interfaces or namespaces add to what a class declares. */
function isMerged(view: View, { name }: ts.ClassLikeDeclaration): boolean {
  return name !== undefined && (view.types.symbolOf(name)?.declarations?.length ?? 0) > 1;
}

/** The names of the members of a class that end it, of its own and inherited ones. */
function endingMembers(view: View, owner: ts.ClassLikeDeclaration): readonly string[] {
  return view.remember('endingMembers', owner, () => view.types.membersOf(view.types.typeOf(owner)).map(({ name }) => name).filter((name) => teardownVerbs.has(name) || frameworkNames.has(name)));
}

interface Walk {
  classes: readonly ts.ClassLikeDeclaration[];
  released: TeardownReleases;
}

function collect(view: View, member: ts.Node, walk: Walk): void {
  const { released } = walk;
  if (released.code.has(member)) return;
  released.code.add(member);
  if (!hasBody(member) && !view.ts.isPropertyDeclaration(member)) released.everything ||= !walk.classes.some((one) => hasImplementation(view, one, member));
  const names: FieldNames = { classes: walk.classes, locals: new Map() };
  for (const node of below(view.ts, member, 'call', 'new', 'variable', 'binary', 'return', 'access', 'forIn', 'spread')) {
    noteLocals(view, node, names);
    const method = methodCall(view.ts, node);
    if (method) for (const path of fieldPaths(view, method.object, names)) released.calls.add(`${path} ${method.name}`);
    const end = fieldsEndedAt(view, node, names);
    for (const path of end?.paths ?? []) (end?.how === 'released' ? released.fields : released.handedOn).add(path);
    const removal = removalAt(view, node);
    if (removal) released.listeners.push(removal);
    released.everything ||= givesAway(view, node);
    const helper = helperAt(view, node, walk.classes);
    if (helper) collect(view, helper, walk);
  }
}

/** An overload has its body in a sibling; an abstract member, in a subclass out of sight. */
function hasImplementation(view: View, owner: ts.ClassLikeDeclaration, member: ts.Node): boolean {
  const name = memberName(view.ts, (member as ts.ClassElement).name);
  return owner.members.some((one) => memberName(view.ts, one.name) === name && hasBody(one));
}

/** `closeAll(this)`, `Object.values(this)`, `for (const key in this)`: the fields go together, and nobody sees which are released. */
function givesAway(view: View, node: ts.Node): boolean {
  const { ts: typescript } = view;
  if (typescript.isForInStatement(node) || typescript.isSpreadElement(node)) return isThis(typescript, skipTransparent(typescript, node.expression));
  if (!typescript.isCallExpression(node) || !node.arguments.some((argument) => isThis(typescript, skipTransparent(typescript, argument)))) return false;
  const method = methodCall(typescript, node);
  return method === undefined || /^(Object|Reflect)$/.test(method.object.getText());
}

/** A method, accessor or arrow function of the instance that is mentioned: `this.close()`, `this.xs.map(this.end)`, `super.stop()`. */
function helperAt(view: View, node: ts.Node, classes: readonly ts.ClassLikeDeclaration[]): ts.Node | undefined {
  const access = memberAccess(view.ts, node);
  if (!access) return undefined;
  const object = skipTransparent(view.ts, access.object);
  if (object.kind === view.ts.SyntaxKind.SuperKeyword) return memberOfClasses(view, classes.slice(1), access.name);
  const member = isThis(view.ts, object) ? memberOfClasses(view, classes, access.name) : undefined;
  return member && runs(view, member) ? member : undefined;
}

function runs(view: View, member: ts.ClassElement): boolean {
  if (hasBody(member)) return true;
  return view.ts.isPropertyDeclaration(member) && member.initializer !== undefined && holdsFunction(view, member.initializer);
}

/** A function, or one that was wrapped: `once(() => …)`. */
function holdsFunction(view: View, value: ts.Expression): boolean {
  const inner = skipTransparent(view.ts, value);
  if (view.ts.isArrowFunction(inner) || view.ts.isFunctionExpression(inner)) return true;
  return view.ts.isCallExpression(inner) && view.types.typeOf(inner).getCallSignatures().length > 0;
}
