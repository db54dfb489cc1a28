import type { Reason } from '../reasons.ts';
import type { ReleaseFacts, ScopeFacts } from './facts.ts';
import type { ReachedStart } from './reach.ts';

/** What a scope puts on its stack for what it starts: the release that the container had, else that of the contract, where nobody releases it already. */
export function releaseIn(scope: ScopeFacts, { provider, start }: ReachedStart): ReleaseFacts | Reason | undefined {
  if (start.isOwn && provider.disposer) return (scope.resolves.some(({ isCaught }) => isCaught) ? undefined : provider.disposer.release) ?? 'disposer-does-more';
  const fates = [start.fate, ...(start.isOwn ? scope.resolves.filter(({ key }) => key === provider.key).map(({ fate }) => fate) : [])];
  if (fates.includes('released')) return undefined;
  return fates.includes('unknown') || fates.includes('outlives') ? 'escapes' : (start.release ?? 'release-out-of-sight');
}
