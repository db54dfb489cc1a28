import type ts from 'typescript';
import { releasedBy } from './contracts/calls.ts';
import { instanceTypeOf, memberNames, returnTypeOfMember } from './contracts/of-type.ts';
import { catalogueOf, entryForType } from './contracts/lookup.ts';
import { acquiresSomething } from './contracts/touches.ts';
import { fieldsEndedAt } from './ownership/field-ends.ts';
import { type FieldNames, noteLocals } from './ownership/field-paths.ts';
import { isNeverFilled } from './ownership/never-filled.ts';
import { removalAt } from './ownership/removed-listeners.ts';
import { classChain, releasesOfMember, teardownMembers, type TeardownReleases } from './ownership/teardown.ts';
import { below } from './nodes.ts';
import type { DroppedTeardown } from './faults.ts';
import { allDescendants, enclosingClass, fieldOfThis, hasBody, hasModifier, isThis, memberAccess, memberName, methodCall, nameOf, skipTransparent } from './syntax.ts';
import type { View } from './view.ts';

/** Teardowns that override an inherited one which does something, and never call it (docs/clauses.md, rule 18). */
export function droppedTeardownsOf(view: View, file: ts.SourceFile): readonly DroppedTeardown[] {
  return below(view.ts, file, 'class').flatMap((owner) => droppedBy(view, owner));
}

function droppedBy(view: View, owner: ts.ClassLikeDeclaration): readonly DroppedTeardown[] {
  if (!owner.heritageClauses?.some((clause) => clause.token === view.ts.SyntaxKind.ExtendsKeyword)) return [];
  return teardownMembers(view, owner).flatMap((member) => {
    const inherited = hasOwnCode(view, member) ? inheritedMember(view, owner, memberName(view.ts, member.name)!) : undefined;
    return (inherited && droppedAt(view, owner, member, inherited)) ?? [];
  });
}

/** A method, or a property that holds a function; neither a declaration nor a static one. */
function hasOwnCode(view: View, member: ts.ClassElement): boolean {
  if (hasModifier(view.ts, member, view.ts.SyntaxKind.StaticKeyword)) return false;
  if (view.ts.isMethodDeclaration(member)) return hasBody(member) && !needsArgument(member);
  const value = view.ts.isPropertyDeclaration(member) && member.initializer ? skipTransparent(view.ts, member.initializer) : undefined;
  return value !== undefined && (view.ts.isArrowFunction(value) || view.ts.isFunctionExpression(value));
}

/** `shutdown(id: string)` ends what it is told, not the object. */
function needsArgument({ parameters: [first] }: ts.MethodDeclaration): boolean {
  return first !== undefined && !first.questionToken && !first.initializer && !first.dotDotDotToken;
}

/** The method that a class would have without its own: of the type that it extends. */
function inheritedMember(view: View, owner: ts.ClassLikeDeclaration, name: string): { symbol: ts.Symbol; base: ts.Type } | undefined {
  for (const base of view.types.baseTypesOf(instanceTypeOf(view, owner))) {
    const symbol = memberNames(view, base).get(name);
    if (symbol && symbol.flags & view.ts.SymbolFlags.Method && !(symbol.flags & view.ts.SymbolFlags.Optional)) return { symbol, base };
  }
  return undefined;
}

function droppedAt(view: View, owner: ts.ClassLikeDeclaration, member: ts.ClassElement, { symbol, base }: { symbol: ts.Symbol; base: ts.Type }): DroppedTeardown | undefined {
  const name = memberName(view.ts, member.name)!;
  const own = releasesOfMember(view, member, classChain(view, owner));
  if (callsInherited(view, own, name)) return undefined;
  const inherited = symbol.declarations?.find(hasBody);
  const work = inherited ? workOfProgram(view, owner, inherited as ts.MethodDeclaration, own) : workOutside(view, symbol, base);
  if (!work) return undefined;
  return {
    at: member.name!,
    name,
    base: baseName(view, symbol, base),
    does: work.does,
    inherited: inherited && { node: inherited, name: (inherited as ts.MethodDeclaration).name },
    async: view.types.isThenable(returnTypeOfMember(view, symbol)),
    grade: work.grade,
  };
}

function baseName(view: View, symbol: ts.Symbol, base: ts.Type): string {
  const declared = symbol.valueDeclaration && enclosingClass(view.ts, symbol.valueDeclaration);
  return declared?.name?.text ?? view.types.symbolOfType(base)?.name ?? 'its base class';
}

/** `super.stop()`, `super.stop` handed on, `Base.prototype.stop.call(this)`: in the override or in what it runs. */
function callsInherited(view: View, own: TeardownReleases, name: string): boolean {
  return [...own.code].some((code) => below(view.ts, code, 'access').some((node) => {
    const access = memberAccess(view.ts, node);
    if (access?.name !== name) return false;
    return access.object.kind === view.ts.SyntaxKind.SuperKeyword || memberAccess(view.ts, access.object)?.name === 'prototype';
  }));
}

/** What an inherited teardown does. */
interface Work {
  does: string;
  /** It ends something, or takes listeners off. */
  releases?: true;
  /** It is the teardown of the class above. */
  ofBase?: boolean;
  /** The field that it ends. */
  field?: string;
  grade: DroppedTeardown['grade'];
}

/** What a teardown of the program does that the override does not do by itself. */
function workOfProgram(view: View, owner: ts.ClassLikeDeclaration, inherited: ts.MethodDeclaration, own: TeardownReleases): Work | undefined {
  const ancestor = enclosingClass(view.ts, inherited);
  if (!ancestor || startsNothing(view, owner, ancestor)) return undefined;
  const classes = classChain(view, ancestor);
  const { code } = releasesOfMember(view, inherited, classes);
  const done = new Set(worksIn(view, own.code, classes).map(({ key }) => key));
  const all = worksIn(view, code, classes).map((work) => doneToNothing(view, owner, work));
  const left = all.filter(({ key }) => !done.has(key));
  const work = left.find(({ grade }) => grade === 'certain') ?? left.find(({ releases }) => releases) ?? left[0];
  const owed = handsItselfOn(view, own) ? left.filter(({ ofBase }) => !ofBase) : left;
  return work && (isReplaced(all, owed) || isDoneAnotherWay(all, owed)) ? { ...work, grade: 'likely' } : work;
}

/** To call back each member of a collection that stays empty in this class ends nothing. */
function doneToNothing<W extends Work>(view: View, owner: ts.ClassLikeDeclaration, work: W): W {
  return work.field !== undefined && isNeverFilled(view, classChain(view, owner), work.field) ? { ...work, grade: 'likely' } : work;
}

/** An override that ends the object by another inherited method, `close() { this.accept(); }`, calls what the inherited one calls; no release is left. */
function isDoneAnotherWay(all: readonly Work[], left: readonly Work[]): boolean {
  return all.some((work) => work.does.startsWith("calls 'this.") && !left.includes(work)) && !left.some((work) => work.releases);
}

/** `Panel.detach(this)`: what is handed the object may end what the class above would. */
function handsItselfOn(view: View, { code }: TeardownReleases): boolean {
  return [...code].some((one) => below(view.ts, one, 'call').some((call) => call.arguments.some((argument) => isThis(view.ts, skipTransparent(view.ts, argument)))));
}

/** An override that does every release of the inherited one means to replace it; only its state is left. */
function isReplaced(all: readonly Work[], left: readonly Work[]): boolean {
  return all.some((work) => work.releases) && !left.some((work) => work.releases);
}

/** What code does; a private name of another class is another field. */
function worksIn(view: View, code: Iterable<ts.Node>, classes: readonly ts.ClassLikeDeclaration[]): (Work & { key: string })[] {
  return [...code].flatMap((one) => {
    const names: FieldNames = { classes, locals: new Map() };
    return below(view.ts, one, 'call', 'new', 'variable', 'binary', 'return').flatMap((node) => {
      noteLocals(view, node, names);
      const work = workAt(view, node, names);
      return work ? [{ ...work, key: work.does.includes('#') ? `${work.does} ${enclosingClass(view.ts, node)?.pos}` : work.does }] : [];
    });
  });
}

function workAt(view: View, node: ts.Node, names: FieldNames): Work | undefined {
  const { classes } = names;
  const released = fieldsEndedAt(view, node, names)?.paths.find((path) => isField(view, classes, path));
  if (released !== undefined) return { does: `releases 'this.${released}'`, releases: true, field: released, grade: 'certain' };
  const release = releasedBy(view, node);
  if (release) return { does: `releases '${nameOf(release.object)}'`, releases: true, ofBase: release.object.kind === view.ts.SyntaxKind.SuperKeyword, grade: 'certain' };
  if (removalAt(view, node)) return { does: 'takes its listeners off', releases: true, grade: 'certain' };
  return stateAt(view, node) ?? callAt(view, node, classes);
}

/** `this.running = false` */
function stateAt(view: View, node: ts.Node): Work | undefined {
  if (!view.ts.isBinaryExpression(node) || node.operatorToken.kind !== view.ts.SyntaxKind.EqualsToken) return undefined;
  const field = fieldOfThis(view.ts, node.left);
  return field === undefined ? undefined : { does: `sets 'this.${field}'`, grade: 'certain' };
}

const talking = /^(console|process\.(stdout|stderr)|(this\.)?[#_]?(log|logger|debug|tracer?|metrics?))\b/i;

/** A call of something else than the instance's own methods, which are looked into. */
function callAt(view: View, node: ts.Node, classes: readonly ts.ClassLikeDeclaration[]): Work | undefined {
  if (!view.ts.isCallExpression(node) || talking.test(node.expression.getText()) || /^Promise\b/.test(node.expression.getText())) return undefined;
  const method = fieldOfThis(view.ts, node.expression);
  const isOwn = method !== undefined && classes.some((one) => one.members.some((member) => memberName(view.ts, member.name) === method && !isEmptyField(view, member)));
  return isOwn || methodCall(view.ts, node)?.object.kind === view.ts.SyntaxKind.SuperKeyword ? undefined : { does: `calls '${nameOf(node.expression)}()'`, grade: 'likely' };
}

/** `protected resolve: undefined | (() => void);`: what it holds is somebody else's function. */
function isEmptyField(view: View, member: ts.ClassElement): boolean {
  return view.ts.isPropertyDeclaration(member) && !member.initializer;
}

/** A property of the class or a parameter property; `this.helper()` is no release of a field. */
function isField(view: View, classes: readonly ts.ClassLikeDeclaration[], path: string): boolean {
  const [name] = path.split('.');
  const declares = (one: ts.ClassLikeDeclaration): boolean =>
    one.members.some((member) => (view.ts.isPropertyDeclaration(member) && memberName(view.ts, member.name) === name) || (view.ts.isConstructorDeclaration(member) && member.parameters.some((parameter) => memberName(view.ts, parameter.name) === name)));
  return classes.some(declares);
}

/** A stand-in replaces everything by which its base class begins anything: then its teardown has nothing to end. */
function startsNothing(view: View, owner: ts.ClassLikeDeclaration, ancestor: ts.ClassLikeDeclaration): boolean {
  const begins = ancestor.members.filter((member) => acquires(view, member));
  return begins.length > 0 && begins.every((member) => view.ts.isMethodDeclaration(member) && replaces(view, owner, memberName(view.ts, member.name)));
}

function acquires(view: View, member: ts.ClassElement): boolean {
  if (view.ts.isPropertyDeclaration(member)) return member.initializer !== undefined && acquiresSomething(view, member.initializer);
  return hasBody(member) && acquiresSomething(view, member);
}

function replaces(view: View, owner: ts.ClassLikeDeclaration, name: string | undefined): boolean {
  const own = owner.members.find((member) => memberName(view.ts, member.name) === name);
  return hasBody(own) && !allDescendants(view.ts, own.body).some((node) => node.kind === view.ts.SyntaxKind.SuperKeyword);
}

/** The catalogue knows it as a release; any other method of a library may do something. */
function workOutside(view: View, symbol: ts.Symbol, base: ts.Type): Work | undefined {
  const declaration = symbol.valueDeclaration;
  if (!declaration?.getSourceFile().isDeclarationFile || hasModifier(view.ts, declaration, view.ts.SyntaxKind.AbstractKeyword)) return undefined;
  const release = entryForType(view, catalogueOf(view).byType, base)?.release.some((one) => 'method' in one && one.method === symbol.name);
  return release ? { does: 'releases what the library holds', grade: 'certain' } : { does: 'may release what it holds', grade: 'likely' };
}
