import type ts from 'typescript';
import { constructionBy, constructionsOf, expressionOf, programReferences } from '../../analysis/ownership/program-references.ts';
import { isPublicApi } from '../../analysis/ownership/public-api.ts';
import { subclassesOf } from '../../analysis/ownership/subclasses.ts';
import { allDescendants, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Reason } from '../../plans/reasons.ts';
import { basesOf, beginsWork } from './bases.ts';

/** Why nothing can move in a class, whatever it begins: what it extends begins work too, or not all of its constructions are in sight. */
export function whyNotClass(view: View, owner: ts.ClassLikeDeclaration): Reason | undefined {
  const doubt = whyNotUsed(view, owner);
  if (doubt) return doubt;
  if (extendsUnknown(view, owner) || basesOf(view, owner).some((base) => beginsWork(view, base))) return 'in-a-hierarchy';
  return [owner, ...subclassesOf(view, owner)].every((one) => constructionsOf(view, one).length === 0) ? 'never-constructed' : undefined;
}

/** Why the constructions of a class, or of a subclass of it, may not all be in sight. */
export function whyNotUsed(view: View, owner: ts.ClassLikeDeclaration): Reason | undefined {
  const symbol = owner.name && view.types.symbolOf(owner.name);
  if (!symbol || !view.ts.isClassDeclaration(owner)) return 'constructed-elsewhere';
  if (isDecorated(view, owner)) return 'made-by-framework';
  if (isPublicApi(view, symbol)) return 'public-api';
  return isUsedElsewhere(view, owner, symbol) ? 'constructed-elsewhere' : undefined;
}

function extendsUnknown(view: View, owner: ts.ClassLikeDeclaration): boolean {
  const bases = (owner.heritageClauses ?? []).filter(({ token }) => token === view.ts.SyntaxKind.ExtendsKeyword).flatMap(({ types }) => types);
  return bases.some(({ expression }) => view.types.isAny(view.types.typeOf(expression)));
}

function isDecorated(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return view.ts.canHaveDecorators(owner) && (view.ts.getDecorators(owner) ?? []).length > 0;
}

function isUsedElsewhere(view: View, owner: ts.ClassDeclaration, symbol: ts.Symbol): boolean {
  const { ts: typescript } = view;
  const { meaning, others } = programReferences(view, symbol);
  const isNew = (node: ts.Node): node is ts.NewExpression => typescript.isNewExpression(node);
  return (
    meaning.some((node) => node !== owner.name && !constructionBy(view, node) && !isHarmless(view, node)) ||
    others.some((node) => isNew(node.parent) && node.parent.expression === node && view.types.symbolOfType(view.types.typeOf(node.parent)) === symbol) ||
    allDescendants(typescript, owner).some((node) => isNew(node) && skipTransparent(typescript, node.expression).kind === typescript.SyntaxKind.ThisKeyword)
  );
}

/** A use that constructs nothing: a type, an import or export, a base class, `instanceof`, a static member. */
function isHarmless(view: View, name: ts.Identifier | ts.PrivateIdentifier): boolean {
  const { ts: typescript } = view;
  const node = expressionOf(view, name);
  const { parent } = node;
  if (typescript.isPartOfTypeNode(node) || typescript.isTypeReferenceNode(parent) || typescript.isTypeQueryNode(parent) || typescript.isQualifiedName(parent)) return true;
  if (typescript.isImportSpecifier(parent) || typescript.isImportClause(parent) || typescript.isExportSpecifier(parent)) return true;
  if (typescript.isExportAssignment(parent)) return !parent.isExportEquals;
  if (typescript.isExpressionWithTypeArguments(parent)) return typescript.isClassLike(parent.parent.parent);
  if (typescript.isPropertyAccessExpression(parent)) return parent.expression === node && !['prototype', 'bind'].includes(parent.name.text);
  return typescript.isBinaryExpression(parent) && parent.right === node && parent.operatorToken.kind === typescript.SyntaxKind.InstanceOfKeyword;
}
