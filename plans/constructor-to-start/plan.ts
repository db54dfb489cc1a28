import type { TextEdit } from '../edit.ts';
import type { Difference } from '../finally-to-stack/plan.ts';
import type { Reason } from '../reasons.ts';
import { classEdits } from './class-edits.ts';
import type { ConstructionPlace, StartFacts, StartSite } from './facts.ts';
import { statementAfter } from './insert.ts';

type StartPlan =
  | { readonly outcome: 'migrated'; readonly level: 'start'; readonly differences: readonly Difference[]; readonly edits: readonly TextEdit[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason };

/** Plans one class: its work moves to start(), which is awaited right behind every construction, or the reason why not. Pure. */
export function planStart(site: StartSite): StartPlan {
  if (site.doubt !== undefined) return { outcome: 'skipped', reason: site.doubt };
  const starts = site.places.filter(({ started }) => !started).map((place) => startAt(site.text, place));
  return { outcome: 'migrated', level: 'start', differences: differencesOf(site), edits: [...classEdits(site), ...starts] };
}

function differencesOf({ moves }: StartFacts): readonly Difference[] {
  const isAwaited = moves.some((move) => move.kind === 'start' || (move.kind === 'statement' && move.awaited));
  return isAwaited ? ['start-moved', 'start-awaited'] : ['start-moved'];
}

function startAt(text: string, place: ConstructionPlace): TextEdit {
  const semicolon = text[place.end - 1] === ';' ? ';' : '';
  return statementAfter(text, place, `await ${place.name}.start()${semicolon}`);
}
