import type { ProviderFacts, StartFacts } from './facts.ts';

/** A start, and the provider that it is in. */
export interface ReachedStart {
  readonly provider: ProviderFacts;
  readonly start: StartFacts;
}

/** What begins when the container is asked for a name, in that order: what a provider needs comes before it. */
export function startsReachedFrom(key: string, providers: ReadonlyMap<string, ProviderFacts>, seen = new Set<string>()): readonly ReachedStart[] {
  const provider = providers.get(key);
  if (!provider || seen.has(key)) return [];
  seen.add(key);
  const needs = typeof provider.needs === 'string' ? [] : provider.needs.map(({ key: needed, at }) => ({ at, begin: () => startsReachedFrom(needed, providers, seen) }));
  const starts = provider.starts.map((start) => ({ at: start.at, begin: () => [{ provider, start }] }));
  return [...needs, ...starts].sort((a, b) => a.at - b.at).flatMap(({ begin }) => begin());
}
