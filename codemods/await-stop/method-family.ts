import type ts from 'typescript';
import { memberNames } from '../../analysis/contracts/of-type.ts';
import { isPublicApi } from '../../analysis/ownership/public-api.ts';
import { subclassesOf } from '../../analysis/ownership/subclasses.ts';
import { hasModifier, memberName } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { SiteEdit } from '../../plans/edit.ts';
import type { Reason } from '../../plans/reasons.ts';

/** What a method stands in for: the members of interfaces and base classes by which it may be called. */
export interface MethodFamily {
  readonly members: readonly ts.Symbol[];
  /** What these have to say once the method returns a promise. */
  readonly declarations: readonly SiteEdit[];
  /** A package declares it with a type that admits a promise, and calls it. */
  readonly isAwaitedOutside: boolean;
}

/** The family of a method, where every declaration admits a promise or can be made to; or why not. */
export function familyOf(view: View, method: ts.MethodDeclaration): MethodFamily | Reason {
  const owner = method.parent as ts.ClassLikeDeclaration;
  const name = memberName(view.ts, method.name)!;
  if (subclassesOf(view, owner).some((heir) => heir.members.some((member) => memberName(view.ts, member.name) === name))) return 'callers-unknown';
  const members = [...basesOf(view, owner)].flatMap((base) => view.types.memberOf(base, name) ?? []);
  const declarations: SiteEdit[] = [];
  let isAwaitedOutside = false;
  for (const declaration of new Set(members.flatMap((member) => member.declarations ?? []))) {
    const answer = admitting(view, declaration);
    if (typeof answer === 'string') return answer;
    declarations.push(...answer);
    if (declaration.getSourceFile().isDeclarationFile) isAwaitedOutside = true;
  }
  return { members, declarations, isAwaitedOutside };
}

/** The types that a class extends or implements, and those that they do in turn. */
function basesOf(view: View, owner: ts.ClassLikeDeclaration): ReadonlySet<ts.Type> {
  const clauses = (owner.heritageClauses ?? []).flatMap(({ types }) => types);
  return new Set(clauses.map((clause) => view.types.typeOf(clause)));
}

/** What makes the declaration of a member admit a promise: nothing when it does, or another type. */
function admitting(view: View, declaration: ts.Declaration): readonly SiteEdit[] | Reason {
  const { ts: typescript } = view;
  const isSignature = typescript.isMethodSignature(declaration) || (typescript.isMethodDeclaration(declaration) && hasModifier(typescript, declaration, typescript.SyntaxKind.AbstractKeyword));
  const signatures = view.types.typeOf(declaration).getCallSignatures().map((signature) => view.types.returnTypeOf(signature));
  const isOutside = declaration.getSourceFile().isDeclarationFile;
  if (signatures.length > 0 && signatures.every((type) => view.types.isThenable(type) || (isOutside && view.types.isAny(type)))) return [];
  if (isOutside) return 'host-cannot-wait';
  if (!isSignature || declaration.type?.kind !== typescript.SyntaxKind.VoidKeyword) return 'callers-unknown';
  const { parent } = declaration;
  const symbol = (typescript.isInterfaceDeclaration(parent) || typescript.isClassLike(parent)) && parent.name ? view.types.symbolOf(parent.name) : undefined;
  if (!symbol || isPublicApi(view, symbol)) return 'public-api';
  return [{ file: declaration.getSourceFile().fileName, start: declaration.type.getStart(), end: declaration.type.end, text: 'void | Promise<void>', shared: true }];
}

/** Whether a member of the same name may be called where the method is meant: the receiver has no type, is of several, or of one that asks for no more than the class has. */
export function mayBeMeantBy(view: View, method: ts.MethodDeclaration, other: ts.Node, members: readonly ts.Symbol[]): boolean {
  const { ts: typescript } = view;
  const { parent } = other;
  const isMember = (typescript.isPropertyAccessExpression(parent) && parent.name === other) || (typescript.isBindingElement(parent) && (parent.propertyName ?? parent.name) === other);
  if (!isMember) return false;
  const symbol = view.types.symbolOf(other);
  if (!symbol) return true;
  const declarations = symbol.declarations ?? [];
  if (declarations.includes(method) || declarations.some((declaration) => members.some((member) => member.declarations?.includes(declaration)))) return true;
  return declarations.some(({ parent: holder }) => (typescript.isInterfaceDeclaration(holder) || typescript.isTypeLiteralNode(holder)) && !holder.getSourceFile().isDeclarationFile && fits(view, method, holder));
}

function fits(view: View, method: ts.MethodDeclaration, asked: ts.InterfaceDeclaration | ts.TypeLiteralNode): boolean {
  const owner = method.parent as ts.ClassLikeDeclaration;
  const symbol = owner.name && view.types.symbolOf(owner.name);
  const own = symbol ? memberNames(view, view.types.declaredTypeOf(symbol)) : new Map<string, ts.Symbol>();
  return [...memberNames(view, view.types.typeOf(asked)).keys()].every((name) => own.has(name));
}
