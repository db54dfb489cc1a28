import type { FileStories } from '../../analysis/index.ts';
import type { ClassStory } from '../../analysis/story.ts';
import type { StartSite } from '../../plans/constructor-to-start/facts.ts';
import { planStart } from '../../plans/constructor-to-start/plan.ts';
import { siteBySite } from '../typed/site-by-site.ts';
import { constructionPlaces } from './construction-places.ts';
import { movesOf } from './moves.ts';
import { startHostOf } from './start-host.ts';
import { whyNotClass } from './why-not-class.ts';

/** Work that a class begins while it is constructed moves to its start(), which is awaited behind every construction. */
export const constructorToStart = siteBySite<StartSite>({
  trigger: /\bclass\b/,
  affects: 'dependents',
  find: (stories) => stories.classes.filter(beginsWork).map((owner) => siteOf(stories, owner)),
  plan: planStart,
});

function beginsWork({ construction }: ClassStory): boolean {
  return construction.some(({ grade }) => grade === 'certain');
}

function siteOf({ view, sourceFile }: FileStories, owner: ClassStory): StartSite {
  const works = owner.construction.filter(({ grade }) => grade === 'certain');
  const start = Math.min(...works.map(({ at }) => at.getStart()));
  const doubt = whyNotClass(view, owner.node);
  if (doubt) return { start, doubt };
  const moves = movesOf(view, owner.node, works);
  if (typeof moves === 'string') return { start, doubt: moves };
  const host = startHostOf(view, owner, moves);
  if (typeof host === 'string') return { start, doubt: host };
  const places = constructionPlaces(view, owner.node, host.kind === 'existing' && moves.at(-1)?.kind !== 'start');
  if (typeof places === 'string') return { start, doubt: places };
  const body = owner.node.members.find(view.ts.isConstructorDeclaration)?.body;
  return { start, text: sourceFile.text, body: body && { start: body.getStart() + 1, end: body.end - 1 }, moves, host, places };
}
