import type { SiteEdit } from '../edit.ts';
import type { Difference } from '../finally-to-stack/plan.ts';
import type { PlanOptions } from '../finally-to-stack/options.ts';
import type { Reason } from '../reasons.ts';
import { becomesSync } from './becomes-sync.ts';
import type { ContainerFacts, ProviderFacts, ProviderSite } from './facts.ts';
import { scopeEdits, type ScopePlan } from './scope-edits.ts';

type ProviderPlan =
  | { readonly outcome: 'migrated'; readonly level: 'unstarted'; readonly differences: readonly Difference[]; readonly edits: readonly SiteEdit[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason };

/** Plans one container: its providers hand out what is not started, and every scope that makes one starts it and owns it; or the reason why not. Pure. */
export function planProviders(site: ProviderSite, options: Pick<PlanOptions, 'fixOrder'>): ProviderPlan {
  const reason = site.doubt ?? whyNot(site, options);
  if (reason !== undefined || site.doubt !== undefined) return { outcome: 'skipped', reason: reason ?? site.doubt! };
  const sync = becomesSync(site);
  const scopes: ScopePlan[] = [];
  for (const scope of site.scopes) {
    const plan = scopeEdits(scope, site.providers, sync);
    if (typeof plan === 'string') return { outcome: 'skipped', reason: plan };
    scopes.push(plan);
  }
  const edits = [...[...site.providers.values()].flatMap((provider) => providerEdits(provider, sync)), ...scopes.flatMap((plan) => plan.edits)];
  return { outcome: 'migrated', level: 'unstarted', differences: differencesOf(site, scopes), edits };
}

function whyNot({ providers, scopes }: ContainerFacts, { fixOrder }: Pick<PlanOptions, 'fixOrder'>): Reason | undefined {
  for (const { needs } of providers.values()) if (typeof needs === 'string') return needs;
  for (const { starts, isSingleton } of providers.values()) {
    if (starts.length > 0 && !isSingleton) return 'not-a-singleton';
    const doubt = starts.find((start) => start.doubt)?.doubt;
    if (doubt) return doubt;
  }
  const moved = movedDisposers(providers);
  if (moved.some(({ disposer }) => !disposer?.release)) return 'disposer-does-more';
  if (scopes.length === 0) return 'container-out-of-sight';
  const doubt = scopes.find((scope) => scope.doubt)?.doubt;
  return doubt ?? (!fixOrder && changesOrder(providers, scopes) ? 'order-would-change' : undefined);
}

/** Those whose release moves with their start. */
function movedDisposers(providers: ContainerFacts['providers']): readonly ProviderFacts[] {
  return [...providers.values()].filter(({ disposer, starts }) => disposer && starts.some(({ isOwn }) => isOwn));
}

/** The container releases all at once, first made first, in the middle of the scope; a stack in reverse, at its end. */
function changesOrder(providers: ContainerFacts['providers'], scopes: ContainerFacts['scopes']): boolean {
  const disposers = [...providers.values()].filter(({ disposer }) => disposer);
  return movedDisposers(providers).length > 0 && (disposers.length > 1 || scopes.some(({ hasScoped }) => hasScoped));
}

function providerEdits({ key, needs, starts, unwrapped, disposer }: ProviderFacts, sync: ReadonlySet<string>): readonly SiteEdit[] {
  return [
    ...starts.flatMap(({ leaves }) => leaves),
    ...(typeof needs === 'string' ? [] : needs.filter((need) => sync.has(need.key)).flatMap(({ unawaited }) => unawaited ?? [])),
    ...(sync.has(key) ? unwrapped : []),
    ...(starts.some(({ isOwn }) => isOwn) ? (disposer?.leaves ?? []) : []),
  ];
}

function differencesOf({ providers, scopes }: ContainerFacts, plans: readonly ScopePlan[]): readonly Difference[] {
  return ['start-moved', ...(plans.some(({ registers }) => registers) ? (['stop-added'] as const) : []), ...(changesOrder(providers, scopes) ? (['order-fixed'] as const) : [])];
}
