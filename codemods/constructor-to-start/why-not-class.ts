import type ts from 'typescript';
import { constructionSites } from '../../analysis/ownership/construction-sites.ts';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { subclassesOf } from '../../analysis/ownership/subclasses.ts';
import { allDescendants, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Reason } from '../../plans/reasons.ts';

/** Why nothing can move in a class, whatever it begins: others fill it in, or not all of its constructions are in sight. */
export function whyNotClass(view: View, owner: ts.ClassLikeDeclaration): Reason | undefined {
  const symbol = owner.name && view.types.symbolOf(owner.name);
  if (!symbol || !view.ts.isClassDeclaration(owner)) return 'constructed-elsewhere';
  if (isInHierarchy(view, owner)) return 'in-a-hierarchy';
  if (isDecorated(view, owner)) return 'made-by-framework';
  if (isUsedElsewhere(view, owner, symbol)) return 'constructed-elsewhere';
  return constructionSites(view, owner).length === 0 ? 'never-constructed' : undefined;
}

function isInHierarchy(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return (owner.heritageClauses ?? []).some(({ token }) => token === view.ts.SyntaxKind.ExtendsKeyword) || subclassesOf(view, owner).length > 0;
}

function isDecorated(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return view.ts.canHaveDecorators(owner) && (view.ts.getDecorators(owner) ?? []).length > 0;
}

function isUsedElsewhere(view: View, owner: ts.ClassDeclaration, symbol: ts.Symbol): boolean {
  const { ts: typescript } = view;
  const own = owner.getSourceFile();
  const isConstructed = (node: ts.Identifier): boolean => typescript.isNewExpression(node.parent) && skipTransparent(typescript, node.parent.expression) === node;
  const others = view.program.getSourceFiles().filter((file) => file !== own && !file.isDeclarationFile && file.text.includes(owner.name!.text));
  return (
    referencesIn(view, symbol, own).some((node) => node !== owner.name && !isConstructed(node) && !isHarmless(view, node)) ||
    others.some((file) => referencesIn(view, symbol, file).some((node) => !isHarmless(view, node))) ||
    allDescendants(typescript, owner).some((node) => typescript.isNewExpression(node) && node.expression.kind === typescript.SyntaxKind.ThisKeyword)
  );
}

/** A use that constructs nothing: a type, an import or export, `instanceof`, a static member. */
function isHarmless(view: View, node: ts.Identifier): boolean {
  const { ts: typescript } = view;
  const { parent } = node;
  if (typescript.isPartOfTypeNode(node) || typescript.isTypeReferenceNode(parent) || typescript.isTypeQueryNode(parent)) return true;
  if (typescript.isImportSpecifier(parent) || typescript.isImportClause(parent) || typescript.isExportSpecifier(parent)) return true;
  if (typescript.isPropertyAccessExpression(parent)) return parent.expression === node && !['prototype', 'bind'].includes(parent.name.text);
  return typescript.isBinaryExpression(parent) && parent.right === node && parent.operatorToken.kind === typescript.SyntaxKind.InstanceOfKeyword;
}
