import type { SiteEdit } from '../edit.ts';
import { awaitEdit } from './await-edit.ts';
import { callbackEdits, type CalledBack } from './callback-edits.ts';
import type { Difference } from '../finally-to-stack/plan.ts';
import type { Reason } from '../reasons.ts';

/** A release that nobody waits for. Offsets refer to the text of the file. */
export interface UnfinishedSite {
  /** Where the release begins. */
  readonly start: number;
  /** Where the `await` goes, or a callback that tells the end; nothing when the release is no statement of its own. */
  readonly place: Parameters<typeof awaitEdit>[0] | CalledBack | undefined;
  /** What lets the function around it wait, its callers included; or why it cannot. */
  readonly function: readonly SiteEdit[] | Reason;
  /** The object stops itself in a callback of its own event, or the end is watched elsewhere. */
  readonly doubt: Reason | undefined;
}

type AwaitPlan =
  | { readonly outcome: 'migrated'; readonly level: 'awaited'; readonly differences: readonly Difference[]; readonly edits: readonly SiteEdit[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason };

/** Plans one release: `await` in front of it, in a function that can wait, or the reason why not. Pure. */
export function planAwait({ place, function: around, doubt }: UnfinishedSite): AwaitPlan {
  if (doubt) return { outcome: 'skipped', reason: doubt };
  if (!place) return { outcome: 'skipped', reason: 'stop-not-a-statement' };
  if (typeof around === 'string') return { outcome: 'skipped', reason: around };
  return { outcome: 'migrated', level: 'awaited', differences: ['stop-awaited'], edits: [...('call' in place ? callbackEdits(place) : [awaitEdit(place)]), ...around] };
}
