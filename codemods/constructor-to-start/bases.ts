import type ts from 'typescript';
import { constructionWorkOf } from '../../analysis/construction.ts';
import { skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';

/** The classes of the program that a class extends, the nearest first. */
export function basesOf(view: View, owner: ts.ClassLikeDeclaration): readonly ts.ClassLikeDeclaration[] {
  const [extended] = (owner.heritageClauses ?? []).filter(({ token }) => token === view.ts.SyntaxKind.ExtendsKeyword).flatMap(({ types }) => types);
  const base = extended && view.types.symbolOf(skipTransparent(view.ts, extended.expression))?.declarations?.find(view.ts.isClassLike);
  return base && !base.getSourceFile().isDeclarationFile ? [base, ...basesOf(view, base)] : [];
}

/** Whether a class begins work that is known to begin when it is constructed. */
export function beginsWork(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return constructionWorkOf(view, owner).some(({ grade }) => grade === 'certain');
}
