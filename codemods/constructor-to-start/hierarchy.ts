import type ts from 'typescript';
import { constructionWorkOf } from '../../analysis/construction.ts';
import { subclassesOf } from '../../analysis/ownership/subclasses.ts';
import type { ClassStory } from '../../analysis/class-story.ts';
import { memberName } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Move } from '../../plans/constructor-to-start/facts.ts';
import type { Reason } from '../../plans/reasons.ts';
import { basesOf, beginsWork } from './bases.ts';
import { subclassNotices } from './depends-on.ts';
import { movesOf, unitsOf, type Unit } from './moves.ts';
import { whyNotUsed } from './why-not-class.ts';

/** A subclass, and what it begins itself, which moves behind the start of its base class. */
interface Heir {
  readonly node: ts.ClassLikeDeclaration;
  readonly moves: readonly Move[];
}

/** The subclasses of a class whose work moves, or why one of them stands in the way. */
export function heirsOf(view: View, owner: ts.ClassLikeDeclaration, units: readonly Unit[]): readonly Heir[] | Reason {
  const heirs: Heir[] = [];
  const begun = [...units];
  for (const node of subclassesOf(view, owner)) {
    const heir = heirOf(view, node, begun);
    if (typeof heir === 'string') return heir;
    heirs.push(heir);
    begun.push(...heir.units);
  }
  return heirs;
}

function heirOf(view: View, node: ts.ClassLikeDeclaration, begun: readonly Unit[]): (Heir & { readonly units: readonly Unit[] }) | Reason {
  const works = constructionWorkOf(view, node);
  const declaresStart = node.members.some((member) => memberName(view.ts, member.name) === 'start');
  if (declaresStart || works.some(({ grade }) => grade !== 'certain')) return 'in-a-hierarchy';
  const doubt = whyNotUsed(view, node);
  if (doubt) return doubt;
  const units = unitsOf(view, node, works);
  const moves = movesOf(view, node, units);
  if (typeof moves === 'string') return moves;
  return subclassNotices(view, node, units!, begun) ? 'start-used-later' : { node, moves, units: units! };
}

/** Whether a class of the program that begins work is extended, directly or not, and what becomes of that one counts for this one as well. */
export function isHeirOfSite(view: View, owner: ts.ClassLikeDeclaration, isSite: (base: Pick<ClassStory, 'node' | 'construction' | 'teardown' | 'service'>) => boolean): boolean {
  const beginning = basesOf(view, owner).filter((base) => beginsWork(view, base)).at(-1);
  return beginning !== undefined && isSite({ node: beginning, construction: constructionWorkOf(view, beginning), teardown: undefined, service: undefined });
}
