import type { Compared } from '../compared.ts';
import { atLeast } from '../finally-to-stack/level.ts';
import type { PlanOptions } from '../finally-to-stack/options.ts';
import type { Reason } from '../reasons.ts';
import type { Placed } from './order.ts';

/** How one release is registered: the value itself, its call as an expression or in a block, or its statement word for word. */
export interface Registration extends Placed {
  readonly how: 'use' | 'call' | 'block' | 'statement';
  /** The empty `let` becomes a constant where it gets its value. */
  readonly becomesConstant: boolean;
  /** The stack waits for its promise. */
  readonly waits: boolean;
  /** Why the value's own dispose does not do. */
  readonly limit: Reason | undefined;
}

const limits: Readonly<Record<Compared, Reason>> = { exact: 'level-capped', guarded: 'dispose-guarded', lossy: 'dispose-lossy', 'fire-and-forget': 'dispose-differs', different: 'dispose-differs' };

/** Decides how a release is registered. */
export function registrationOf(placed: Placed, { level }: PlanOptions): Registration {
  const { release, asWritten, at } = placed;
  const { type, call, awaited, guarded, names, constant, live } = release;
  const becomesConstant = !asWritten && constant !== undefined && at === live;
  const waits = awaited || type?.thenable === true;
  const isFixed = constant === undefined || becomesConstant;
  const common = { ...placed, becomesConstant, waits };
  if (!call || names.length !== 1 || asWritten || !isFixed || (guarded && !becomesConstant)) return { ...common, how: 'statement', limit: 'dispose-differs' };
  const dispose = type && (waits || type.dispose.async !== undefined ? type.dispose.async : type.dispose.sync);
  if (dispose === 'exact' && atLeast(level, 'use') && /^[\w$]+$/.test(names[0] ?? '')) return { ...common, how: 'use', limit: undefined };
  const isExpression = type !== undefined && type.givesNothing && type.thenable === waits;
  return { ...common, how: isExpression ? 'call' : 'block', limit: limits[dispose ?? 'different'] };
}
