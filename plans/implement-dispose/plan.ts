import type { TextEdit } from '../edit.ts';
import type { Reason } from '../reasons.ts';
import { disposeEdits, type ClassSite, type DisposeMethod } from './dispose-method.ts';

/** A class without a dispose method, and what the method would be. */
export interface DisposeSite {
  readonly start: number;
  readonly text: string;
  readonly site: ClassSite;
  readonly method: DisposeMethod;
  /** Why a method that calls the stop is not proven to be right. */
  readonly doubt: 'needs arguments' | 'unknown result' | 'several stops' | 'unknown base' | undefined;
}

type DisposePlan =
  | { readonly outcome: 'migrated'; readonly level: 'Symbol.asyncDispose' | 'Symbol.dispose'; readonly differences: readonly []; readonly edits: readonly TextEdit[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason };

const reasonOf: Readonly<Record<NonNullable<DisposeSite['doubt']>, Reason>> = {
  'needs arguments': 'stop-needs-arguments',
  'unknown result': 'stop-result-unknown',
  'several stops': 'several-stops',
  'unknown base': 'base-unknown',
};

/** Plans one class: the method and the interface, or the reason why not. Pure. */
export function planDispose({ text, site, method, doubt }: DisposeSite): DisposePlan {
  if (doubt) return { outcome: 'skipped', reason: reasonOf[doubt] };
  return { outcome: 'migrated', level: method.async ? 'Symbol.asyncDispose' : 'Symbol.dispose', differences: [], edits: disposeEdits(text, site, method) };
}
