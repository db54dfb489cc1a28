import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { functionNameOf, hasBody, memberAccess, memberName, skipTransparent } from '../syntax.ts';
import { perView } from '../per-view.ts';
import type { View } from '../view.ts';
import { type OwnershipTag, tagsAbove, tagsAt } from './ownership-tags.ts';

/** What JSDoc states: `owns`, somebody takes it over; `borrows`, it stays somebody else's (docs/settings.md). */
export type Stated = OwnershipTag['states'];

/** What the declaration of a called function states of one argument, or of a property of it. */
export function statedOfArgument(view: View, call: ts.CallExpression | ts.NewExpression, index: number, property: string | undefined): Stated | undefined {
  if (index < 0 || !(property === undefined ? mayBeStated(view, call) : statesAnything(view))) return undefined;
  return firstOf(declarationsOf(view, call), (declaration) => {
    const parameter = parameterAt(declaration, index);
    return parameter && statedOfParameter(view, parameter, property);
  });
}

/** What a function's own declaration states of one of its parameters, or of a property of it. */
export function statedOfParameter(view: View, parameter: ts.ParameterDeclaration, property?: string): Stated | undefined {
  if (!statesAnything(view)) return undefined;
  if (property !== undefined) return statedByName(view, parameter, property) ?? statedOfMember(view, view.types.memberOf(view.types.typeOf(parameter), property));
  return tagsAt(view, parameter).find((tag) => tag.name === undefined)?.states ?? statedByName(view, parameter, undefined);
}

/** What the declaration of a called function states of the value that it returns. */
export function statedOfReturn(view: View, call: ts.CallExpression): Stated | undefined {
  if (!mayBeStated(view, call)) return undefined;
  return firstOf(declarationsOf(view, call), (declaration) => tagsAbove(view, declaration).find((tag) => tag.name === undefined)?.states);
}

/** What is stated of a field: at its declaration, or of the constructor's parameter that declares it. */
export function statedOfField(view: View, owner: ts.ClassLikeDeclaration, field: string): Stated | undefined {
  if (!statesAnything(view)) return undefined;
  const member = owner.members.find((one) => view.ts.isPropertyDeclaration(one) && memberName(view.ts, one.name) === field);
  const above = member && tagsAt(view, member).find((tag) => tag.name === undefined)?.states;
  const parameter = constructorOf(view, owner)?.parameters.find((one) => view.ts.isParameterPropertyDeclaration(one, one.parent) && memberName(view.ts, one.name) === field);
  return above ?? (parameter && statedOfParameter(view, parameter));
}

export function constructorOf(view: View, owner: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  return owner.members.find((member): member is ts.ConstructorDeclaration => view.ts.isConstructorDeclaration(member) && hasBody(member));
}

/** Tags that name the parameter, `pool` or `options.pool`; a parameter that is taken apart has the names of its parts. */
function statedByName(view: View, parameter: ts.ParameterDeclaration, property: string | undefined): Stated | undefined {
  const { name } = parameter;
  const whole = view.ts.isIdentifier(name) ? name.text : undefined;
  const wanted = whole === undefined ? property : property === undefined ? whole : `${whole}.${property}`;
  if (wanted === undefined) return undefined;
  return tagsAbove(view, parameter.parent).find((tag) => tag.name === wanted)?.states;
}

/** A tag at the property itself, in the type of the parameter. */
function statedOfMember(view: View, member: ts.Symbol | undefined): Stated | undefined {
  return firstOf(member?.declarations ?? [], (declaration) => tagsAt(view, declaration).find((tag) => tag.name === undefined)?.states);
}

function firstOf<Item>(items: readonly Item[], answer: (item: Item) => Stated | undefined): Stated | undefined {
  for (const item of items) {
    const stated = answer(item);
    if (stated) return stated;
  }
  return undefined;
}

function parameterAt({ parameters }: ts.SignatureDeclaration, index: number): ts.ParameterDeclaration | undefined {
  const last = parameters.at(-1);
  return (parameters[index] ?? (last?.dotDotDotToken ? last : undefined)) as ts.ParameterDeclaration | undefined;
}

/** The declarations whose JSDoc counts for a call, nearest first: the overload it resolves to, the body that runs, what these implement or override. */
function declarationsOf(view: View, call: ts.CallExpression | ts.NewExpression): readonly ts.SignatureDeclaration[] {
  return view.remember('declarationsOf', call, () => {
    const resolved = view.types.signatureOf(call)?.declaration;
    const own = [resolved, calleeBody(view, call)].filter((one): one is ts.SignatureDeclaration => one !== undefined && view.ts.isFunctionLike(one));
    return [...new Set([...own, ...own.flatMap((one) => inherited(view, one))])];
  });
}

/** The same method in what its class or interface extends or implements. */
function inherited(view: View, declaration: ts.SignatureDeclaration): readonly ts.SignatureDeclaration[] {
  const { parent } = declaration;
  const name = memberName(view.ts, declaration.name);
  if (name === undefined || !(view.ts.isClassLike(parent) || view.ts.isInterfaceDeclaration(parent))) return [];
  const bases = (parent.heritageClauses ?? []).flatMap((clause) => clause.types.map((base) => view.types.typeOf(base)));
  const found = bases.flatMap((base) => view.types.memberOf(base, name)?.declarations ?? []).filter((one): one is ts.SignatureDeclaration => view.ts.isFunctionLike(one) && one !== declaration);
  return [...found, ...found.flatMap((one) => inherited(view, one))];
}

/** Whether some file of the program uses the tags at all. */
export function statesAnything(view: View): boolean {
  return statedNames(view).size > 0;
}

/** Cheap test before any signature is resolved: something of this name has a tag; an empty name stands for what has none. */
function mayBeStated(view: View, call: ts.CallExpression | ts.NewExpression): boolean {
  const names = statedNames(view);
  if (names.size === 0) return false;
  if (names.has('') || view.ts.isNewExpression(call)) return true;
  const callee = skipTransparent(view.ts, call.expression);
  const access = memberAccess(view.ts, callee);
  if (names.has(access?.name ?? callee.getText())) return true;
  const declaration = view.types.symbolOf(access?.nameNode ?? callee)?.declarations?.[0];
  return declaration !== undefined && names.has(functionNameOf(view.ts, declaration) ?? '');
}

/** The names of everything in the program that has a tag. */
const statedNames = perView((view): ReadonlySet<string> => new Set(view.program.getSourceFiles().flatMap((file) => [...namesWithTags(view, file)])));

const mentions = ['@owns', '@borrows'];
const none: ReadonlySet<string> = new Set();
const found = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/** A syntactic fact: it lives as long as the source file. */
function namesWithTags(view: View, file: ts.SourceFile): ReadonlySet<string> {
  let names = found.get(file);
  if (!names) found.set(file, (names = mentions.some((tag) => file.text.includes(tag)) ? collect(view, file) : none));
  return names;
}

function collect(view: View, file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (view.ts.isFunctionLike(node) && isTagged(view, node)) names.add(functionNameOf(view.ts, node) ?? nameOfSlot(view, node));
    else if ((view.ts.isPropertySignature(node) || view.ts.isPropertyDeclaration(node)) && tagsAt(view, node).length > 0) names.add(memberName(view.ts, node.name) ?? '');
    view.ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function isTagged(view: View, node: ts.SignatureDeclaration): boolean {
  return tagsAbove(view, node).length > 0 || node.parameters.some((parameter) => tagsAt(view, parameter).length > 0);
}

/** A constructor's calls are known by their `new`; a function type that is no property's can be called by any name. */
function nameOfSlot(view: View, node: ts.SignatureDeclaration): string {
  if (view.ts.isPropertySignature(node.parent)) return memberName(view.ts, node.parent.name) ?? '';
  return view.ts.isConstructorDeclaration(node) || view.ts.isConstructSignatureDeclaration(node) ? 'constructor' : '';
}
