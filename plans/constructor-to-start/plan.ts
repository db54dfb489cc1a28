import type { SiteEdit } from '../edit.ts';
import type { Difference } from '../finally-to-stack/plan.ts';
import type { Reason } from '../reasons.ts';
import { classEdits } from './class-edits.ts';
import type { StartFacts, StartSite } from './facts.ts';
import { placeEdits } from './place-edits.ts';

type StartPlan =
  | { readonly outcome: 'migrated'; readonly level: 'start'; readonly differences: readonly Difference[]; readonly edits: readonly SiteEdit[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason };

/** Plans one class: its work moves to start(), which is awaited right behind every construction, or the reason why not. Pure. */
export function planStart(site: StartSite): StartPlan {
  if (site.doubt !== undefined) return { outcome: 'skipped', reason: site.doubt };
  const inClasses = site.classes.flatMap((one) => classEdits(one).map((edit): SiteEdit => ({ ...edit, file: one.file })));
  const starts = site.places.filter(({ started }) => !started).flatMap((place) => placeEdits(place).map((edit): SiteEdit => ({ ...edit, file: place.file })));
  return { outcome: 'migrated', level: 'start', differences: differencesOf(site), edits: [...inClasses, ...starts] };
}

function differencesOf({ classes }: StartFacts): readonly Difference[] {
  const isAwaited = classes.flatMap(({ moves }) => moves).some((move) => move.kind === 'start' || (move.kind === 'statement' && move.awaited));
  return isAwaited ? ['start-moved', 'start-awaited'] : ['start-moved'];
}
