import type { MisusedUsing } from '../faults.ts';
import type { View } from '../view.ts';
import { isEndWaitedFor } from './waits-for-end.ts';
import type { Scoped } from './scoped.ts';

/** A value whose sync disposer only begins an end that takes time; a child whose exit somebody waits for is ended by then. */
export function fireAndForget(view: View, scoped: Scoped): MisusedUsing | undefined {
  const { contract, waits } = scoped;
  if (!contract || contract.dispose?.sync !== 'fire-and-forget' || (waits && contract.dispose.async)) return undefined;
  if (isEndWaitedFor(view, scoped, contract.endsBy?.events ?? []) === 'certain') return undefined;
  const awaitable = contract.dispose.async === 'exact' || contract.dispose.async === 'guarded';
  return {
    how: awaitable ? 'fire and forget' : 'kill and forget',
    at: scoped.at,
    name: scoped.name,
    grade: contract.kind === 'process' ? 'likely' : 'certain',
    contract,
    path: [],
  };
}
