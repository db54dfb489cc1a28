import type ts from 'typescript';
import type { FileStories } from '../../analysis/index.ts';
import type { ReleaseStory } from '../../analysis/story.ts';
import { unfinishedAs } from '../../analysis/unfinished.ts';
import type { View } from '../../analysis/view.ts';
import { whereToAwait } from '../../analysis/where-to-await.ts';
import { planAwait, type UnfinishedSite } from '../../plans/await-stop/plan.ts';
import type { Reason } from '../../plans/reasons.ts';
import { siteBySite } from '../typed/site-by-site.ts';
import { calledBack } from './called-back.ts';
import { waitingFunction } from './waiting-function.ts';

/** A release that nobody waits for is awaited; the function around it becomes async where all of its callers can wait in turn. */
export const awaitStop = siteBySite<UnfinishedSite>({
  trigger: /\w\(/,
  affects: 'dependents',
  find: (stories) => stories.releases.filter((release) => unfinishedAs(release)).map((release) => siteOf(stories, release)),
  plan: planAwait,
});

function siteOf({ view }: FileStories, release: ReleaseStory): UnfinishedSite {
  const { node } = release;
  return {
    start: node.getStart(),
    place: whereToAwait(view.ts, release) ?? calledBack(view, release),
    function: waitingFunction(view, node),
    doubt: doubtOf(release) ?? (saysThatNobodyWaits(view, node) ? 'meant-to-float' : undefined),
  };
}

function doubtOf(release: ReleaseStory): Reason | undefined {
  const { surroundings: { inSyncDispose, ownEvent, endWatched, voidSlot }, fate } = release;
  if (inSyncDispose || voidSlot) return 'host-cannot-wait';
  if (ownEvent || endWatched) return 'end-is-watched';
  return fate.kind === 'handled' || fate.kind === 'continued' ? 'stop-error-handled' : unfinishedAs(release)?.grade === 'likely' ? 'meant-to-float' : undefined;
}

const nobodyWaits = /\b(?:no need|not|never|without|don't|needn't)\b[^.]*\ba?wait|fire[- ]and[- ]forget/i;

/** A comment in front of the statement says so: `// Don't care to await this, the process is about to end`. */
function saysThatNobodyWaits({ ts: typescript }: View, node: ts.Node): boolean {
  const statement = typescript.findAncestor(node, typescript.isStatement);
  return statement !== undefined && nobodyWaits.test(statement.getFullText().slice(0, statement.getLeadingTriviaWidth()));
}
