import type { Reason } from '../reasons.ts';
import type { FinallySite } from './facts.ts';

/** The reason why a site must stay as it is at every level, or undefined when it may be migrated. */
export function whyNot(site: FinallySite): Reason | undefined {
  return conditions.find(({ fails }) => fails(site))?.reason ?? site.does.reason;
}

const conditions: readonly { readonly reason: Reason; readonly fails: (site: FinallySite) => boolean }[] = [
  { reason: 'static-block', fails: ({ place }) => place === 'static-block' },
  { reason: 'yield-in-try', fails: ({ yieldsInTry }) => yieldsInTry },
  { reason: 'await-not-allowed', fails: ({ does, place }) => does.awaits && place !== 'async' && place !== 'module' },
  { reason: 'name-shadowed', fails: ({ handler, declared, mentioned }) => !handler && declared.some((name) => mentioned.has(name)) },
  { reason: 'implicit-any-capture', fails: ({ mentionsEvolving }) => mentionsEvolving },
];
