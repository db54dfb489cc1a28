import type ts from 'typescript';
import { skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/** Every `new` of a class of the program, in any file of the program. */
export function constructionSites(view: View, owner: ts.ClassLikeDeclaration): readonly ts.NewExpression[] {
  return view.remember('constructionSites', owner, () => {
    const name = owner.name;
    const symbol = name && view.types.symbolOf(name);
    if (!name || !symbol) return [];
    return view.program
      .getSourceFiles()
      .filter((file) => !file.isDeclarationFile && file.text.includes('new '))
      .flatMap((file) => newsOf(view, file).filter((site) => mayMean(site, name.text, view) && view.types.symbolOf(skipTransparent(view.ts, site.expression)) === symbol));
  });
}

function mayMean(site: ts.NewExpression, name: string, view: View): boolean {
  const callee = skipTransparent(view.ts, site.expression);
  const last = view.ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  return last === name || site.getSourceFile().text.includes(` as ${last}`) || site.getSourceFile().text.includes(`import ${last}`);
}

const news = new WeakMap<ts.SourceFile, readonly ts.NewExpression[]>();

/** Every `new` of a file. A syntactic fact: it lives as long as the source file. */
function newsOf(view: View, file: ts.SourceFile): readonly ts.NewExpression[] {
  let found = news.get(file);
  if (!found) news.set(file, (found = collect(view, file)));
  return found;
}

function collect(view: View, file: ts.SourceFile): readonly ts.NewExpression[] {
  const found: ts.NewExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (view.ts.isNewExpression(node)) found.push(node);
    view.ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
