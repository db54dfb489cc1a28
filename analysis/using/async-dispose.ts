import type ts from 'typescript';
import { releasedBy } from '../contracts/calls.ts';
import { memberNames } from '../contracts/of-type.ts';
import { identifiersNamed } from '../ownership/references.ts';
import type { MisusedUsing } from '../faults.ts';
import { directlyBelow } from '../nodes.ts';
import { allDescendants, hasBody, isAsync, memberAccess, memberName, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/**
 * Members called `[Symbol.dispose]` that return a promise: nobody awaits it. Where a declared type says that the member returns nothing,
 * typescript-eslint's no-misused-promises reports it too: `likely` there.
 */
export function asyncDisposesOf(view: View, file: ts.SourceFile): readonly MisusedUsing[] {
  if (identifiersNamed(view, file, 'dispose').length === 0) return [];
  return allDescendants(view.ts, file).flatMap((node) => {
    const name = nameOfMember(view, node);
    if (!name || !returnsPromise(view, node as ts.SignatureDeclaration)) return [];
    return [{ how: 'async dispose' as const, at: name, name: '[Symbol.dispose]()', grade: isDeclaredVoid(view, node) ? 'likely' as const : 'certain' as const, contract: undefined, path: [] }];
  });
}

/** `[Symbol.dispose]` of a member, or the target of `handle[Symbol.dispose] = …`. */
function nameOfMember(view: View, node: ts.Node): ts.Node | undefined {
  const { ts: typescript } = view;
  if (typescript.isBinaryExpression(node)) return node.operatorToken.kind === typescript.SyntaxKind.EqualsToken && memberAccess(typescript, node.left)?.name === 'Symbol.dispose' ? node.left : undefined;
  const isMember = typescript.isClassElement(node) || typescript.isObjectLiteralElementLike(node) || typescript.isTypeElement(node);
  return isMember && memberName(typescript, node.name) === 'Symbol.dispose' ? node.name : undefined;
}

function returnsPromise(view: View, member: ts.Node): boolean {
  const { ts: typescript } = view;
  const value = valueOf(view, member);
  const signature = value && typescript.isFunctionLike(value) ? value : typescript.isMethodSignature(member) ? member : undefined;
  if (!signature) return false;
  if (isAsync(typescript, signature)) return true;
  if (signature.type) return view.types.isThenable(view.types.typeOf(signature.type));
  return hasBody(signature) && view.types.typeOf(signature).getCallSignatures().some((one) => view.types.isThenable(view.types.returnTypeOf(one))) && !releasesSomething(view, signature);
}

function valueOf(view: View, member: ts.Node): ts.Node | undefined {
  const { ts: typescript } = view;
  if (typescript.isBinaryExpression(member)) return skipTransparent(typescript, member.right);
  if (typescript.isPropertyDeclaration(member) || typescript.isPropertyAssignment(member)) return member.initializer && skipTransparent(typescript, member.initializer);
  return member;
}

/** A release whose promise it returns is reported there, as nobody waits for it. */
function releasesSomething(view: View, body: ts.Node): boolean {
  return directlyBelow(view.ts, body, 'call').some((node) => releasedBy(view, node) !== undefined);
}

function isDeclaredVoid(view: View, node: ts.Node): boolean {
  const { ts: typescript } = view;
  if (typescript.isObjectLiteralExpression(node.parent)) {
    const type = view.types.contextualTypeOf(node.parent);
    return type !== undefined && memberNames(view, type).has('Symbol.dispose');
  }
  const owner = node.parent;
  if (!typescript.isClassLike(owner) && !typescript.isInterfaceDeclaration(owner)) return false;
  const bases = (owner.heritageClauses ?? []).flatMap((clause) => [...clause.types]);
  return bases.some((base) => memberNames(view, view.types.typeOf(base)).has('Symbol.dispose'));
}
