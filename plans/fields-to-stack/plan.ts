import type { Difference } from '../finally-to-stack/plan.ts';
import type { PlanOptions } from '../finally-to-stack/options.ts';
import type { TextEdit } from '../edit.ts';
import type { Reason } from '../reasons.ts';
import { render } from './render.ts';
import type { FieldsSite, OwnedField } from './site.ts';

type FieldsPlan =
  | { readonly outcome: 'migrated'; readonly level: 'scoped' | 'use'; readonly differences: readonly Difference[]; readonly edits: readonly TextEdit[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason };

const differences: readonly Difference[] = ['suppressed-error', 'isolated-stops', 'rolled-back', 'stopped-once'];

/** Plans one class: a stack that start fills and stop disposes of, or the reason why not. Pure. */
export function planFields(site: FieldsSite, options: PlanOptions): FieldsPlan {
  const { fields, unreleased } = site;
  if (typeof fields === 'string') return { outcome: 'skipped', reason: fields };
  const reversed = isReverse(fields);
  if (!reversed && !options.fixOrder) return { outcome: 'skipped', reason: 'order-would-change' };
  const { edits, usesAll } = render(site, fields, options);
  const added: readonly Difference[] = unreleased.length > 0 ? ['stop-added'] : [];
  return { outcome: 'migrated', level: usesAll ? 'use' : 'scoped', differences: [...differences, ...added, ...(reversed ? [] : (['order-fixed'] as const))], edits };
}

function isReverse(fields: readonly OwnedField[]): boolean {
  return fields.every(({ release }, index) => release.loop !== 'first first' && (index === 0 || release.start < fields[index - 1]!.release.start));
}
