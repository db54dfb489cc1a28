import type ts from 'typescript';
import { callsAnything } from './calls-anything.ts';
import { bodyOf } from './contracts/calls.ts';
import { mayBeResource } from './contracts/constructed.ts';
import { instanceTypeOf, memberNames, signaturesOfMember } from './contracts/of-type.ts';
import { inferredContract, isMethod, serviceVerbs } from './contracts/infer.ts';
import { acquiresSomething, releasesSomething } from './contracts/touches.ts';
import { frameworkTeardowns, teardownVerbs } from './contracts/verbs.ts';
import { constructionWorkOf } from './construction.ts';
import { originOfDeclaration } from './origin.ts';
import { hasTeardown, obligationsOf } from './ownership/class-obligations.ts';
import { lastsAsLongAsTheProcess } from './ownership/singletons.ts';
import { subclassesOf } from './ownership/subclasses.ts';
import { below } from './nodes.ts';
import type { ClassStory, Verb } from './class-story.ts';
import { hasBody, hasModifier, memberName } from './syntax.ts';
import type { View } from './view.ts';

/** The story of every class of a file. */
export function classesOf(view: View, file: ts.SourceFile): readonly ClassStory[] {
  return below(view.ts, file, 'class').map((node) => new StoryOfClass(view, node));
}

/** Each part is found when it is asked for. The parts stand on the prototype: there is one object for each class of a program. */
class StoryOfClass implements ClassStory {
  readonly node: ts.ClassLikeDeclaration;
  readonly #view: View;
  #construction: ClassStory['construction'] | undefined;
  #candidate: boolean | undefined;

  constructor(view: View, node: ts.ClassLikeDeclaration) {
    this.#view = view;
    this.node = node;
  }

  get #members(): ReadonlyMap<string, ts.Symbol> {
    return memberNames(this.#view, instanceTypeOf(this.#view, this.node));
  }

  get #mayBeResource() {
    return (this.#candidate ??= mayBeResource(this.#view, this.node));
  }

  get head() {
    return headOf(this.#view, this.node);
  }

  get name() {
    return this.node.name?.text ?? 'this class';
  }

  get construction() {
    return (this.#construction ??= constructionWorkOf(this.#view, this.node));
  }

  get obligations() {
    return obligationsOf(this.#view, this.node);
  }

  get hasTeardown() {
    return hasTeardown(this.#view, this.node);
  }

  get endedBySubclass() {
    return subclassesOf(this.#view, this.node).some((heir) => hasTeardown(this.#view, heir));
  }

  get processLifetime() {
    return lastsAsLongAsTheProcess(this.#view, this.node);
  }

  get service() {
    return this.#mayBeResource ? this.#view.remember('serviceOf', this.node, () => serviceOf(this.#view, this.node, this.#members)) : undefined;
  }

  get teardown() {
    return this.#mayBeResource ? this.#view.remember('teardownOf', this.node, () => teardownOf(this.#view, this.node, () => this.#members)) : undefined;
  }

  get disposable() {
    return this.#members.has('Symbol.dispose') || this.#members.has('Symbol.asyncDispose');
  }

  get isAbstractClass() {
    return hasModifier(this.#view.ts, this.node, this.#view.ts.SyntaxKind.AbstractKeyword);
  }

  get abstract() {
    return this.#mayBeResource && isPureAbstract(this.#view, this.#members);
  }

  get inheritsLifecycle() {
    return inheritsLifecycle(this.#view, this.node);
  }
}

function headOf(view: View, node: ts.ClassLikeDeclaration): { start: number; end: number } {
  if (node.name) return { start: node.name.getStart(), end: node.name.end };
  const keyword = node.getChildren().find((child) => child.kind === view.ts.SyntaxKind.ClassKeyword) ?? node;
  return { start: keyword.getStart(), end: keyword.end };
}

function serviceOf(view: View, node: ts.ClassLikeDeclaration, members: ReadonlyMap<string, ts.Symbol>): ClassStory['service'] {
  const verbs = serviceVerbs(view, members);
  if (!verbs) return undefined;
  const contract = inferredContract(view, node)?.contract;
  if (!contract?.start) return undefined;
  const stops = verbs.stops.map((name) => verbOf(view, name, members.get(name)!));
  return { starts: verbs.starts, stops, declaresStop: verbs.stops.some((name) => declares(view, node, name)) };
}

function declares(view: View, node: ts.ClassLikeDeclaration, name: string): boolean {
  return node.members.some((member) => memberName(view.ts, member.name) === name);
}

/** A verb as it is called without arguments, where one of its signatures allows that. */
function verbOf(view: View, name: string, member: ts.Symbol): Verb {
  const signatures = signaturesOfMember(view, member);
  const bare = signatures.find((signature) => signature.parameters.every((parameter) => isOptional(view, parameter)));
  const signature = bare ?? signatures[0];
  return { name, async: signature !== undefined && view.types.isThenable(view.types.returnTypeOf(signature)), callable: bare !== undefined };
}

function isOptional(view: View, { valueDeclaration: parameter }: ts.Symbol): boolean {
  if (!parameter || !view.ts.isParameter(parameter)) return false;
  return parameter.questionToken !== undefined || parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined;
}

const hooks: ReadonlySet<string> = new Set(frameworkTeardowns.map((hook) => hook.method));

/** A close-like method of the class itself that releases what the class acquired; of several the one with the most usual name. */
function teardownOf(view: View, node: ts.ClassLikeDeclaration, membersOf: () => ReadonlyMap<string, ts.Symbol>): Verb | undefined {
  if (!callsAnything(view, node)) return undefined;
  const releasing = node.members.filter((member) => isTeardownVerb(view, member) && releasesSomething(view, member)).map((member) => memberName(view.ts, member.name));
  if (releasing.length === 0) return undefined;
  const members = membersOf();
  const name = [...teardownVerbs].find((verb) => releasing.includes(verb) && isMethod(view, members.get(verb)));
  if (name === undefined || !node.members.some((member) => acquiresInMember(view, member))) return undefined;
  return verbOf(view, name, members.get(name)!);
}

function isTeardownVerb(view: View, member: ts.ClassElement): boolean {
  const name = memberName(view.ts, member.name);
  return name !== undefined && teardownVerbs.has(name) && !hooks.has(name) && hasBody(member);
}

function acquiresInMember(view: View, member: ts.ClassElement): boolean {
  if (view.ts.isPropertyDeclaration(member)) return member.initializer !== undefined && acquiresSomething(view, member.initializer);
  return hasBody(member) && acquiresSomething(view, member);
}

/** Only start and stop verbs without bodies: a contract for subclasses, or for code elsewhere; nothing that runs. */
function isPureAbstract(view: View, members: ReadonlyMap<string, ts.Symbol>): boolean {
  const verbs = serviceVerbs(view, members);
  return verbs !== undefined && [...verbs.starts, ...verbs.stops].every((name) => !bodyOf(view, members.get(name)!));
}

/** Whether a class of the program that this one extends can be started and stopped, or ends what it owns. */
function inheritsLifecycle(view: View, node: ts.ClassLikeDeclaration): boolean {
  const base = baseClassOf(view, node);
  if (!base) return false;
  const type = instanceTypeOf(view, base);
  const hasOwn = inferredContract(view, base) !== undefined && !isPureAbstract(view, memberNames(view, type));
  return hasOwn || inheritsLifecycle(view, base);
}

function baseClassOf(view: View, node: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration | undefined {
  const clause = node.heritageClauses?.find((one) => one.token === view.ts.SyntaxKind.ExtendsKeyword);
  const symbol = clause?.types[0] && view.types.symbolOf(clause.types[0].expression);
  const base = symbol?.declarations?.find(view.ts.isClassLike);
  return base && base !== node && originOfDeclaration(view, base).from === 'file' ? base : undefined;
}
