import type { Compared } from '../compared.ts';
import type { Reason } from '../reasons.ts';
import { contains, type Range } from '../syntax/node.ts';
import type { Acquisition } from './acquisition.ts';
import type { FileFacts, FinallySite } from './facts.ts';
import { atLeast } from './level.ts';
import type { PlanOptions } from './options.ts';
import type { ReleaseStep } from './release-steps.ts';
import type { FileTypes, ReleaseType } from './types.ts';

/**
 * How one resource becomes the scope's: `using` declares it, `use` puts it on the stack, `call` and `block` register the old release as an expression or word for word.
 * `at` is the offset behind which it is registered; undefined: at the `try`.
 */
export interface Registration {
  readonly acquisition: Acquisition;
  readonly steps: readonly ReleaseStep[];
  readonly how: 'using' | 'use' | 'call' | 'block';
  /** The call without its guard, because the value is always there. */
  readonly bare: boolean;
  readonly awaited: boolean;
  readonly at: number | undefined;
}

/** One registration per resource, in the order of acquisition. */
export interface ScopedPlan {
  readonly registrations: readonly Registration[];
  readonly level: 'scoped' | 'use';
  readonly limit: Reason | undefined;
  /** The old order of releases was not the reverse, and was asked to become it. */
  readonly reordered: boolean;
}

type Group = { readonly acquisition: Acquisition; readonly steps: readonly ReleaseStep[] };

/** Where, and what is asked for. */
export interface Context {
  readonly site: FinallySite;
  /** The site needs no block of its own. */
  readonly flat: boolean;
  readonly facts: FileFacts;
  readonly types: FileTypes;
  readonly options: PlanOptions;
}

/** Plans one registration per resource, or says why one callback has to hold the whole `finally`. */
export function planScoped(context: Context): ScopedPlan | { readonly reason: Reason } {
  const groups = groupsOf(context.site);
  if (typeof groups === 'string') return { reason: groups };
  const [inOrder, reordered] = [inReverse(groups), context.options.fixOrder && !inReverse(groups)];
  if (!inOrder && !reordered) return { reason: 'order-not-reverse' };
  if (groups.some((group) => group.acquisition.assignment && !isGuarded(group, context.facts))) return { reason: 'variable-may-be-empty' };
  const acquired = [...groups].sort((a, b) => placeOf(a) - placeOf(b));
  const ways = acquired.map((group) => wayOf(group, context));
  const limit = ways.find(({ limit: reason }) => reason)?.limit;
  const registrations = acquired.map((group, index): Registration => ({
    ...group, how: ways[index]!.how, bare: ways[index]!.bare, awaited: group.steps.some(({ awaited }) => awaited), at: registeredAt(group, context),
  }));
  return { registrations: declared(registrations, context), level: limit ? 'scoped' : 'use', limit, reordered };
}

/** The steps by variable; a release of the same variable at two places has no place in a stack. */
function groupsOf({ steps, acquisitions }: FinallySite): Group[] | Reason {
  if (!steps) return 'not-a-plain-release';
  const groups: { acquisition: Acquisition; steps: ReleaseStep[] }[] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.acquisition.variable === step.variable) {
      last.steps.push(step);
      continue;
    }
    const acquisition = acquisitions.find(({ variable }) => variable === step.variable);
    if (!acquisition) return 'acquired-elsewhere';
    if (groups.some((group) => group.acquisition === acquisition)) return 'not-a-plain-release';
    groups.push({ acquisition, steps: [step] });
  }
  return groups;
}

function placeOf({ acquisition: { assignment, value } }: Group): number {
  return assignment?.start ?? value.start;
}

function inReverse(groups: readonly Group[]): boolean {
  return groups.every((group, index) => index === 0 || placeOf(group) < placeOf(groups[index - 1]!));
}

/** On an empty variable a bare release fails, which a registration that never happened does not. */
function isGuarded({ acquisition, steps }: Group, { text }: FileFacts): boolean {
  return steps.every(({ guarded, call }) => guarded || (call !== undefined && text.startsWith(`${acquisition.variable}?.`, call.start)));
}

function registeredAt({ acquisition: { assignment, begun, gap } }: Group, { options, flat }: Context): number | undefined {
  return assignment?.end ?? (options.closeGap && flat && gap ? begun : undefined);
}

interface Way {
  readonly how: 'use' | 'call' | 'block';
  readonly bare: boolean;
  /** Why the value's own dispose does not do. */
  readonly limit: Reason | undefined;
}

function wayOf(group: Group, context: Context): Way {
  const [step, ...more] = group.steps;
  const call = more.length === 0 ? step?.call : undefined;
  const type = call && context.types.release(call);
  if (!step || !call) return { how: 'block', bare: false, limit: 'dispose-differs' };
  const equivalence = type && disposeOf(type, step, context.site);
  if (equivalence === 'exact' && atLeast(context.options.level, 'use')) return { how: 'use', bare: false, limit: undefined };
  const bare = needsNoGuard(group, step, call, context);
  return { how: bare && isCallEnough(call, type, step, context) ? 'call' : 'block', bare, limit: equivalence === 'exact' ? 'level-capped' : limitOf(equivalence) };
}

/** How the symbol that a stack of the site's kind would call compares with the release. */
function disposeOf({ dispose, thenable }: ReleaseType, { awaited }: ReleaseStep, { does }: FinallySite): Compared | undefined {
  if (awaited) return dispose.async;
  const callsSync = !does.awaits || dispose.async === undefined;
  return !thenable && callsSync ? dispose.sync : undefined;
}

const limits: Readonly<Record<Compared, Reason>> = { exact: 'level-capped', guarded: 'dispose-guarded', lossy: 'dispose-lossy', 'fire-and-forget': 'dispose-differs', different: 'dispose-differs' };

function limitOf(equivalence: Compared | undefined): Reason {
  return equivalence ? limits[equivalence] : 'dispose-differs';
}

/** Is the call all that the statement does, and are no comments lost with the rest? */
function needsNoGuard({ acquisition }: Group, step: ReleaseStep, call: Range, { facts, types }: Context): boolean {
  const optional = facts.text.startsWith(`${acquisition.variable}?.`, call.start);
  if ((step.guarded || optional) && !types.alwaysThere(acquisition.value)) return false;
  return !facts.comments.some((comment) => contains(step, comment) && !contains(call, comment));
}

/** May the callback be an expression? It must not wait for anything else, and give what a stack takes. */
function isCallEnough(call: Range, type: ReleaseType | undefined, { awaited }: ReleaseStep, { site, facts }: Context): boolean {
  if (/\bawait\b/.test(facts.text.slice(call.start, call.end))) return false;
  return !site.does.awaits || (type !== undefined && type.givesNothing && type.thenable === awaited);
}

/** What may be declared with `using` instead of being put on the stack: nothing that a stack holds may come before it, since the newest scope ends first. */
function declared(registrations: readonly Registration[], context: Context): Registration[] {
  const constants = registrations.filter(({ acquisition }) => !acquisition.assignment);
  let open = true;
  return registrations.map((registration) => {
    open &&= registration.how === 'use' && mayDeclare(registration, constants.length === 1, context);
    return open ? { ...registration, how: 'using', at: registration.acquisition.assignment ? registration.at : undefined } : registration;
  });
}

function mayDeclare({ acquisition }: Registration, alone: boolean, { site, flat, options, types }: Context): boolean {
  if (!acquisition.keyword || (types.rejectsUnused && !acquisition.isRead)) return false;
  if (acquisition.assignment) return !site.handler;
  if (!flat) return alone && acquisition.directlyBefore && acquisition.usedInTryOnly;
  return (alone && acquisition.directlyBefore) || (options.closeGap && acquisition.begun === acquisition.declaration.end);
}
