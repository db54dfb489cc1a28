import type ts from 'typescript';
import { ByMeantName, nameMeant } from '../names.ts';
import { below } from '../nodes.ts';
import { perView } from '../per-view.ts';
import { skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

type Heir = ts.ClassLikeDeclaration | ts.InterfaceDeclaration;

/** The classes of the program that extend a class, directly or through others. */
export function subclassesOf(view: View, owner: ts.ClassLikeDeclaration): readonly ts.ClassLikeDeclaration[] {
  return heirsOf(view, owner).filter(view.ts.isClassLike);
}

/** The classes of the program that implement an interface, directly, through another interface or through a class they extend. */
export function implementersOf(view: View, declaration: ts.InterfaceDeclaration): readonly ts.ClassLikeDeclaration[] {
  return heirsOf(view, declaration).filter(view.ts.isClassLike);
}

function heirsOf(view: View, ancestor: Heir): readonly Heir[] {
  return view.remember('heirsOf', ancestor, () => {
    const found = new Set<Heir>();
    const queue = [ancestor];
    for (let next = queue.shift(); next; next = queue.shift()) {
      for (const heir of directHeirs(view, next)) {
        if (found.has(heir)) continue;
        found.add(heir);
        queue.push(heir);
      }
    }
    return [...found];
  });
}

function directHeirs(view: View, ancestor: Heir): readonly Heir[] {
  const { name } = ancestor;
  const symbol = name && view.types.symbolOf(name);
  if (!name || !symbol) return [];
  return heritageLinks(view).get(name.text).filter((link) => view.types.symbolOf(link.base) === symbol).map((link) => link.heir);
}

/** What stands behind `extends` or `implements`, and who says so. */
interface HeritageLink {
  heir: Heir;
  base: ts.Expression;
}

/** The heritage clauses of a program. */
const heritageLinks = perView((view) => {
  const links = new ByMeantName<HeritageLink>();
  for (const file of view.program.getSourceFiles()) if (!file.isDeclarationFile) for (const link of heritageOf(view, file)) links.add(link, nameMeant(view.ts, link.base));
  return links;
});

const heritage = new WeakMap<ts.SourceFile, readonly HeritageLink[]>();

/** Every heritage clause of a file. A syntactic fact: it lives as long as the source file. */
function heritageOf(view: View, file: ts.SourceFile): readonly HeritageLink[] {
  let found = heritage.get(file);
  if (!found) heritage.set(file, (found = collect(view, file)));
  return found;
}

function collect(view: View, file: ts.SourceFile): readonly HeritageLink[] {
  const { ts: typescript } = view;
  if (!/\b(extends|implements)\b/.test(file.text)) return [];
  return below(typescript, file, 'class', 'interface').flatMap((node) => {
    const bases = (node.heritageClauses ?? []).flatMap((clause) => clause.types);
    return bases.map(({ expression }) => ({ heir: node, base: skipTransparent(typescript, expression) }));
  });
}
