import type ts from 'typescript';
import { mayBeImported } from '../names.ts';
import { packageName } from '../origin.ts';
import { memberAccess, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/**
 * The catalogue's key of what a callee names, read off the import alone: for packages whose types are not installed, where everything is `any`.
 * A default import goes by its local name. Nothing where the callee was not imported from a package.
 */
export function keyByImport(view: View, callee: ts.Expression): string | undefined {
  const { ts: typescript } = view;
  const node = skipTransparent(typescript, callee);
  const access = memberAccess(typescript, node);
  if (access) {
    const declaration = typescript.isIdentifier(access.object) ? importOf(view, access.object) : undefined;
    return declaration && (typescript.isNamespaceImport(declaration) || typescript.isImportClause(declaration)) ? keyOf(view, declaration, access.name) : undefined;
  }
  if (!typescript.isIdentifier(node)) return undefined;
  const declaration = importOf(view, node);
  if (!declaration || typescript.isNamespaceImport(declaration)) return undefined;
  const name = typescript.isImportSpecifier(declaration) ? (declaration.propertyName ?? declaration.name).text : node.text;
  return keyOf(view, declaration, name === 'default' ? node.text : name);
}

function importOf(view: View, name: ts.Identifier): ReturnType<View['types']['importOf']> {
  return mayBeImported(view, name) ? view.types.importOf(name) : undefined;
}

function keyOf(view: View, declaration: ts.Node, name: string): string | undefined {
  let at = declaration;
  while (!view.ts.isImportDeclaration(at)) {
    if (!at.parent) return undefined;
    at = at.parent;
  }
  const { moduleSpecifier } = at;
  if (!view.ts.isStringLiteral(moduleSpecifier) || moduleSpecifier.text.startsWith('.')) return undefined;
  return `${packageName(moduleSpecifier.text)}#${name}`;
}
