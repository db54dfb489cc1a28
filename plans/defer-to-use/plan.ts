import type { TextEdit } from '../edit.ts';
import type { Compared } from '../compared.ts';
import type { Reason } from '../reasons.ts';
import type { Range } from '../syntax/node.ts';

/** One release that is registered on a stack by `defer` or `adopt`. Offsets refer to the text of the file. */
export interface RegistrationSite {
  /** Where the statement begins. */
  readonly start: number;
  readonly by: 'defer' | 'adopt';
  /** The name of the called method. */
  readonly method: Range;
  /** What is released, as it is written in the text. */
  readonly value: string;
  /** What goes away: the callback of `defer`, or everything behind the value that `adopt` is given, up to the end of its callback. */
  readonly callback: Range;
  /** How the dispose that `use` would call compares with the release; absent when the value has none. */
  readonly dispose: Compared | undefined;
  /** The release gives a promise that nobody waits for. */
  readonly floats: boolean;
  readonly hasArguments: boolean;
  /** When the stack ends, the value is still the one that was registered. */
  readonly isFixed: boolean;
  readonly holdsComment: boolean;
  /** The result of the call is used, and would be another one. */
  readonly isResultUsed: boolean;
}

type RegistrationPlan =
  | { readonly outcome: 'migrated'; readonly level: 'use'; readonly differences: readonly []; readonly edits: readonly TextEdit[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason };

const reasonOf: Readonly<Record<Exclude<Compared, 'exact'>, Reason>> = {
  guarded: 'dispose-guarded', lossy: 'dispose-lossy', 'fire-and-forget': 'dispose-differs', different: 'dispose-differs',
};

/** Plans one registration: the call of `use` in its place, or the reason why not. Pure. */
export function planRegistration(site: RegistrationSite): RegistrationPlan {
  const reason = whyNot(site);
  if (reason) return { outcome: 'skipped', reason };
  const { by, method, callback, value } = site;
  return { outcome: 'migrated', level: 'use', differences: [], edits: [{ ...method, text: 'use' }, { ...callback, text: by === 'defer' ? value : '' }] };
}

function whyNot({ dispose, floats, hasArguments, isFixed, holdsComment, isResultUsed }: RegistrationSite): Reason | undefined {
  if (dispose === undefined) return 'no-dispose';
  if (hasArguments) return 'release-has-arguments';
  if (floats) return 'release-floats';
  if (dispose !== 'exact') return reasonOf[dispose];
  if (!isFixed) return 'binding-may-change';
  if (isResultUsed) return 'release-result-used';
  return holdsComment ? 'comment-in-callback' : undefined;
}
