import { descendants, skipTransparent } from '../../analysis/syntax.ts';
import type { FieldRelease, OwnedField } from '../../plans/fields-to-stack/site.ts';
import type { Reason } from '../../plans/reasons.ts';
import type { Range } from '../../plans/syntax/node.ts';
import { rangeOf, type ClassAtHand } from './class-at-hand.ts';

/**
 * The first statement of stop that waits for a call in front of the releases: when it fails, they are skipped. Only where stop ends with the releases and
 * no return stands between, so that the end of a scope comes where they are.
 */
export function waitsBefore({ view, stop }: ClassAtHand, fields: readonly OwnedField[] | Reason): Range | undefined {
  if (typeof fields === 'string') return undefined;
  const { ts: typescript } = view;
  const releases = fields.map(({ release }): FieldRelease => release);
  const [from, to] = [Math.min(...releases.map(({ start }) => start)), Math.max(...releases.map(({ end }) => end))];
  const { statements } = stop.body;
  const before = statements.filter((statement) => statement.end <= from);
  const first = before.findIndex((statement) => [...descendants(typescript, statement)].some((node) => typescript.isAwaitExpression(node) && typescript.isCallExpression(skipTransparent(typescript, node.expression))));
  const leaves = before.slice(first).some((statement) => [...descendants(typescript, statement)].some(typescript.isReturnStatement));
  return first < 0 || leaves || statements.at(-1)!.end > to ? undefined : rangeOf(before[first]!);
}
