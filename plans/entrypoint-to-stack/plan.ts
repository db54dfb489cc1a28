import type { TextEdit } from '../edit.ts';
import type { Difference } from '../finally-to-stack/plan.ts';
import type { PlanOptions } from '../finally-to-stack/options.ts';
import type { Reason } from '../reasons.ts';
import { orderOf, type Order } from './order.ts';
import { registrationOf, type Registration } from './registration.ts';
import { render } from './render.ts';
import type { Entry, EntrySite } from './site.ts';

type EntryPlan =
  | { readonly outcome: 'migrated'; readonly level: 'scoped' | 'use'; readonly limit?: Reason; readonly differences: readonly Difference[]; readonly edits: readonly TextEdit[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason };

/** Plans one entry point: one stack, filled where things are acquired, which ends when the signal has come; or the reason why not. Pure. */
export function planEntry(site: EntrySite, options: PlanOptions): EntryPlan {
  if ('reason' in site) return { outcome: 'skipped', reason: site.reason };
  const { entry } = site;
  const order = orderOf(entry, options);
  if (!order) return { outcome: 'skipped', reason: 'order-would-change' };
  const registrations = order.placed.map((placed) => registrationOf(placed, options));
  const limit = order.isKept ? 'order-not-reverse' : registrations.find(({ limit: reason }) => reason)?.limit;
  return {
    outcome: 'migrated', level: limit ? 'scoped' : 'use', ...(limit ? { limit } : {}), differences: differencesOf(entry, order, registrations, options), edits: render(entry, registrations, options),
  };
}

function differencesOf(entry: Entry, { isFixed }: Order, registrations: readonly Registration[], { stopTimeout }: PlanOptions): Difference[] {
  const found: readonly (readonly [Difference, boolean])[] = [
    ['suppressed-error', registrations.length > 0],
    ['isolated-stops', registrations.length > 1],
    ['stop-added', registrations.some(({ release }) => release.from !== 'finally')],
    ['stop-awaited', registrations.some(({ waits, release }) => waits && !release.awaited)],
    ['stopped-once', entry.repeats],
    ['gap-closed', registrations.some(({ release, at }) => release.coveredFrom !== undefined && at < release.coveredFrom)],
    ['order-fixed', isFixed],
    ['exit-after-stops', entry.exits.length > 0],
    ['signals-watched', true],
    ['stop-deadline', stopTimeout > 0],
  ];
  return found.flatMap(([difference, isIt]) => (isIt ? [difference] : []));
}
