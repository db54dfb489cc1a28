import type ts from 'typescript';
import { ByMeantName, nameMeant } from '../names.ts';
import { below } from '../nodes.ts';
import { perView } from '../per-view.ts';
import { skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/** Every `new` of a class of the program, in any file of the program. */
export function constructionSites(view: View, owner: ts.ClassLikeDeclaration): readonly ts.NewExpression[] {
  return view.remember('constructionSites', owner, () => {
    const name = owner.name;
    const symbol = name && view.types.symbolOf(name);
    if (!name || !symbol) return [];
    return programNews(view).get(name.text).filter((site) => view.types.symbolOf(skipTransparent(view.ts, site.expression)) === symbol);
  });
}

/** Every `new` of a program. */
const programNews = perView((view) => {
  const sites = new ByMeantName<ts.NewExpression>();
  for (const file of view.program.getSourceFiles()) if (!file.isDeclarationFile) for (const site of newsOf(view, file)) sites.add(site, nameMeant(view.ts, skipTransparent(view.ts, site.expression)));
  return sites;
});

const news = new WeakMap<ts.SourceFile, readonly ts.NewExpression[]>();

/** Every `new` of a file. A syntactic fact: it lives as long as the source file. */
function newsOf(view: View, file: ts.SourceFile): readonly ts.NewExpression[] {
  let found = news.get(file);
  if (!found) news.set(file, (found = /\bnew\b/.test(file.text) ? below(view.ts, file, 'new') : []));
  return found;
}
