import type ts from 'typescript';
import { memberNames, returnTypeOfMember } from './contracts/of-type.ts';
import { inferredContract, serviceVerbs } from './contracts/infer.ts';
import { acquiresSomething, releasesSomething } from './contracts/touches.ts';
import { frameworkTeardowns, teardownVerbs } from './contracts/verbs.ts';
import { constructionWorkOf } from './construction.ts';
import { hasTeardown, obligationsOf } from './ownership/class-obligations.ts';
import type { ClassStory, Verb } from './story.ts';
import { hasBody, hasModifier, memberName } from './syntax.ts';
import type { View } from './view.ts';

/** The story of every class of a file. */
export function classesOf(view: View, file: ts.SourceFile): readonly ClassStory[] {
  const found: ClassStory[] = [];
  const visit = (node: ts.Node): void => {
    if (view.ts.isClassLike(node)) found.push(storyOf(view, node));
    view.ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function storyOf(view: View, node: ts.ClassLikeDeclaration): ClassStory {
  let construction: ClassStory['construction'] | undefined;
  const type = view.types.typeOf(node.name ?? node);
  const instance = instanceType(view, node) ?? type;
  const members = memberNames(view, instance);
  return {
    node,
    head: headOf(view, node),
    name: node.name?.text ?? 'this class',
    get construction() {
      return (construction ??= constructionWorkOf(view, node));
    },
    get obligations() {
      return obligationsOf(view, node);
    },
    get hasTeardown() {
      return hasTeardown(view, node);
    },
    service: serviceOf(view, node, instance, members),
    teardown: teardownOf(view, node, members),
    disposable: members.has('Symbol.dispose') || members.has('Symbol.asyncDispose'),
    isAbstractClass: hasModifier(view.ts, node, view.ts.SyntaxKind.AbstractKeyword),
    abstract: isPureAbstract(view, node, members),
  };
}

function instanceType(view: View, node: ts.ClassLikeDeclaration): ts.Type | undefined {
  const symbol = node.name ? view.types.symbolOf(node.name) : undefined;
  const type = view.types.typeOf(node);
  return symbol && view.ts.isClassDeclaration(node) ? type : (type.getConstructSignatures()[0]?.getReturnType() ?? type);
}

function headOf(view: View, node: ts.ClassLikeDeclaration): { start: number; end: number } {
  if (node.name) return { start: node.name.getStart(), end: node.name.end };
  const keyword = node.getChildren().find((child) => child.kind === view.ts.SyntaxKind.ClassKeyword) ?? node;
  return { start: keyword.getStart(), end: keyword.end };
}

function serviceOf(view: View, node: ts.ClassLikeDeclaration, type: ts.Type, members: ReadonlyMap<string, ts.Symbol>): ClassStory['service'] {
  const verbs = serviceVerbs(view, members);
  if (!verbs) return undefined;
  const contract = inferredContract(view, node, type)?.contract;
  if (!contract?.start) return undefined;
  const stops = verbs.stops.map((name) => verbOf(view, name, members.get(name)!));
  return { starts: verbs.starts, stops, declaresStop: verbs.stops.some((name) => declares(view, node, name)) };
}

function declares(view: View, node: ts.ClassLikeDeclaration, name: string): boolean {
  return node.members.some((member) => memberName(view.ts, member.name) === name);
}

function verbOf(view: View, name: string, member: ts.Symbol): Verb {
  const declaration = member.declarations?.find(hasBody) ?? member.declarations?.[0];
  const parameters = declaration && view.ts.isFunctionLike(declaration) ? declaration.parameters : [];
  return {
    name,
    async: view.types.isThenable(returnTypeOfMember(view, member)),
    callable: parameters.every((parameter) => parameter.questionToken !== undefined || parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined),
  };
}

const hooks: ReadonlySet<string> = new Set(frameworkTeardowns.map((hook) => hook.method));

/** A close-like method of the class itself that releases what the class acquired. */
function teardownOf(view: View, node: ts.ClassLikeDeclaration, members: ReadonlyMap<string, ts.Symbol>): Verb | undefined {
  if (!node.members.some((member) => acquiresInMember(view, member))) return undefined;
  for (const member of node.members) {
    const name = memberName(view.ts, member.name);
    if (name === undefined || !teardownVerbs.has(name) || hooks.has(name) || !hasBody(member) || !releasesSomething(view, member)) continue;
    const symbol = members.get(name);
    if (symbol) return verbOf(view, name, symbol);
  }
  return undefined;
}

function acquiresInMember(view: View, member: ts.ClassElement): boolean {
  if (view.ts.isPropertyDeclaration(member)) return member.initializer !== undefined && acquiresSomething(view, member.initializer);
  return hasBody(member) && acquiresSomething(view, member);
}

/** Only abstract start and stop verbs: a contract for subclasses, nothing that runs. */
function isPureAbstract(view: View, node: ts.ClassLikeDeclaration, members: ReadonlyMap<string, ts.Symbol>): boolean {
  if (!hasModifier(view.ts, node, view.ts.SyntaxKind.AbstractKeyword)) return false;
  const verbs = serviceVerbs(view, members);
  return verbs !== undefined && [...verbs.starts, ...verbs.stops].every((name) => !members.get(name)?.declarations?.some(hasBody));
}
