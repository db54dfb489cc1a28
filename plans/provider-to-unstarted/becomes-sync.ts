import type { ContainerFacts, ProviderFacts } from './facts.ts';
import { startsReachedFrom } from './reach.ts';

/** The providers that hand out the value itself once nothing is started in them: what they await is what such providers made, and nobody uses the promise as one. */
export function becomesSync({ providers, scopes }: ContainerFacts): ReadonlySet<string> {
  const asPromise = new Set([
    ...[...providers.values()].flatMap(({ needs }) => (typeof needs === 'string' ? [] : needs.filter(({ unawaited }) => !unawaited).map(({ key }) => key))),
    ...scopes.flatMap(({ resolves }) => resolves.filter(({ unawaited }) => !unawaited).map(({ key }) => key)),
  ]);
  const mayChange = ({ key, isPromise, mayBeSync }: ProviderFacts): boolean => isPromise && mayBeSync && !asPromise.has(key) && startsReachedFrom(key, providers).length > 0;
  const sync = new Set([...providers.values()].filter(mayChange).map(({ key }) => key));
  for (let size = -1; size !== sync.size; ) {
    size = sync.size;
    for (const key of sync) if (!awaitsOnly(providers.get(key)!, sync, providers)) sync.delete(key);
  }
  return sync;
}

function awaitsOnly({ needs }: ProviderFacts, sync: ReadonlySet<string>, providers: ContainerFacts['providers']): boolean {
  return typeof needs !== 'string' && needs.every(({ key }) => sync.has(key) || !providers.get(key)?.isPromise);
}
