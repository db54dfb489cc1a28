import type ts from 'typescript';
import { isUsing } from '../ownership/uses.ts';
import { isThis, isWithin, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Owned } from './owned.ts';

/** The name or `this` at the front of a chain of properties and calls. */
function frontOf(view: View, expression: ts.Expression): ts.Expression {
  let at = skipTransparent(view.ts, expression);
  while (view.ts.isPropertyAccessExpression(at) || view.ts.isElementAccessExpression(at) || view.ts.isCallExpression(at)) at = skipTransparent(view.ts, at.expression);
  return at;
}

/** How long a place lives compared with the scope that owns a value; `after`: owned by the same scope and released later. */
export function lifetimeOf(view: View, place: ts.Expression, owned: Owned): 'outlives' | 'after' | 'within' | 'itself' {
  const front = frontOf(view, place);
  if (isThis(view.ts, front)) return 'outlives';
  if (!view.ts.isIdentifier(front)) return 'within';
  const symbol = view.types.symbolOf(front);
  if (symbol === owned.symbol) return 'itself';
  const declaration = symbol?.valueDeclaration;
  if (!declaration) return 'outlives';
  if (!isWithin(declaration, owned.block)) return isOwnedByScope(view, declaration) ? 'after' : isMadeIn(view, declaration, owned) ? 'within' : 'outlives';
  return isOwnedByScope(view, declaration) && declaration.pos < owned.since ? 'after' : 'within';
}

function isOwnedByScope(view: View, declaration: ts.Declaration): boolean {
  return view.ts.isVariableDeclaration(declaration) && isUsing(view, declaration);
}

/** Made by the same function outside the block, by a constant: nobody else may have it. */
function isMadeIn(view: View, declaration: ts.Declaration, { scope }: Owned): boolean {
  if (!view.ts.isVariableDeclaration(declaration) || !isWithin(declaration, scope)) return false;
  const value = declaration.initializer && skipTransparent(view.ts, declaration.initializer);
  return value !== undefined && (view.ts.isNewExpression(value) || view.ts.isCallExpression(value));
}

/** Whether a variable was declared outside the scope that owns the value. */
export function isDeclaredOutside(view: View, name: ts.Expression, { block }: Owned): boolean {
  const declaration = view.types.symbolOf(name)?.valueDeclaration;
  return declaration === undefined || !isWithin(declaration, block);
}
