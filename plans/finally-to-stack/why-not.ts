import type { Reason } from '../reasons.ts';
import type { TextEdit } from '../edit.ts';
import type { NameUse } from '../syntax/names.ts';
import type { Range } from '../syntax/node.ts';
import type { FinallySite } from './facts.ts';
import type { ScopedPlan } from './registration.ts';
import type { FileTypes } from './types.ts';

/** The reason why a site must stay as it is at every level, or undefined when it may be migrated. */
export function whyNot(site: FinallySite): Reason | undefined {
  return conditions.find(({ fails }) => fails(site))?.reason ?? site.does.reason;
}

const conditions: readonly { readonly reason: Reason; readonly fails: (site: FinallySite) => boolean }[] = [
  { reason: 'static-block', fails: ({ place }) => place === 'static-block' },
  { reason: 'yield-in-try', fails: ({ yieldsInTry }) => yieldsInTry },
  { reason: 'await-not-allowed', fails: ({ does, place }) => does.awaits && place !== 'async' && place !== 'module' },
  { reason: 'name-shadowed', fails: ({ handler, declared, mentioned }) => !handler && declared.some((name) => mentioned.has(name)) },
];

/** The annotations that keep the variables of a callback typed, or the reason against it; a variable that becomes a constant of the scope needs none. */
export function annotationsFor({ evolving, statement }: FinallySite, scoped: ScopedPlan | undefined, types: FileTypes | undefined): readonly TextEdit[] | Reason {
  const constants = new Set(scoped?.registrations.filter(({ acquisition }) => acquisition.assignment).map(({ acquisition }) => acquisition.variable));
  const captured = evolving.filter(({ name }) => !constants.has(name));
  const candidates = types ? nearest(captured.filter(({ start }) => start < statement.start)) : captured;
  const edits = candidates.map(({ name, start }) => annotation({ start, end: start + name.length }, types));
  return edits.every((edit) => edit !== undefined) ? edits : 'implicit-any-capture';
}

/** Of several declarations of a name the one that stands next before the site. */
function nearest(declared: readonly NameUse[]): readonly NameUse[] {
  return [...new Map(declared.map((one) => [one.name, one])).values()];
}

function annotation(name: Range, types: FileTypes | undefined): TextEdit | undefined {
  const type = types?.annotation(name);
  return type === undefined ? undefined : { start: name.end, end: name.end, text: `: ${type}` };
}
