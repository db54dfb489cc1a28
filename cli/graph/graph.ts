import type { ScanFinding, Place } from '../scan/result.ts';
import type { Turn, Unit, UnitResource } from './units.ts';

/** What is wrong with a resource, worst first. */
export const verdicts = ['leak', 'order', 'not awaited', 'started too early', 'other'] as const;
export type Verdict = (typeof verdicts)[number];

/** Everything that is owned, from the functions and modules that own something down to the fields of their services. */
export interface LifecycleGraph {
  readonly version: 1;
  readonly entries: readonly Entry[];
}

/** Where ownership begins: a function or a module, or a class that no shown function makes. */
export interface Entry {
  readonly id: string;
  readonly kind: Unit['kind'];
  readonly name: string;
  readonly at: Place;
  readonly resources: readonly GraphResource[];
  readonly findings: readonly GraphFinding[];
}

export interface GraphResource {
  readonly id: string;
  /** The id of the entry, or of the resource whose instance holds it. */
  readonly owner: string;
  readonly name: string;
  readonly type: string;
  readonly at: Place;
  readonly borrowed: boolean;
  /** As the how-manieth its owner starts it, and where. */
  readonly starts: Turn | undefined;
  /** As the how-manieth its owner stops it, and where: by a call, or by the end of a scope. */
  readonly stops: UnitResource['ends'];
  /** Ids of what it was built from or given. */
  readonly needs: readonly string[];
  readonly findings: readonly GraphFinding[];
}

export interface GraphFinding extends Pick<ScanFinding, 'ruleId' | 'grade' | 'message' | 'path' | 'file' | 'line' | 'column'> {
  readonly verdict: Verdict;
}

const verdictOfRule: Readonly<Record<string, Verdict>> = {
  'require-disposal': 'leak',
  'require-owned-disposal': 'leak',
  'require-teardown': 'leak',
  'require-super-dispose': 'leak',
  'no-leak-on-failed-start': 'leak',
  'no-overwritten-resource': 'leak',
  'no-exit-before-stop': 'leak',
  'no-start-after-stop': 'leak',
  'require-isolated-stops': 'leak',
  'require-reverse-stop-order': 'order',
  'no-use-after-dispose': 'order',
  'no-floating-stop': 'not awaited',
  'no-floating-start': 'not awaited',
  'no-stop-in-finalizer': 'not awaited',
  'no-start-in-constructor': 'started too early',
  'no-start-in-provider': 'started too early',
  'no-start-on-import': 'started too early',
};

/** The worst that was found, nothing when all is well. */
export function worst(findings: readonly GraphFinding[]): Verdict | undefined {
  return verdicts.find((verdict) => findings.some((finding) => finding.verdict === verdict));
}

/** Puts units together: a resource whose class is a unit holds what that class owns. Each finding stands at the resource it points at, else at the owner around it. */
export function graphOf(units: readonly Unit[], findings: readonly ScanFinding[]): LifecycleGraph {
  const classes = new Map(units.filter((unit) => unit.kind === 'class').map((unit) => [unit.key, unit]));
  const roots = units.filter((unit) => unit.kind !== 'class');
  const made = new Set(roots.flatMap((unit) => [...reachable(unit, classes)]));
  const entries = [...roots, ...[...classes.values()].filter((unit) => !made.has(unit.key) && !isPartOfAnother(unit, classes, made))];
  const shared = { classes, findings: findings.map(graphFinding) };
  return { version: 1, entries: entries.sort(byPlace).map((unit, index) => entryOf(unit, `e${index + 1}`, shared)) };
}

/** The keys of the classes whose instances a unit holds, directly or not. */
function reachable(unit: Unit, classes: ReadonlyMap<string, Unit>, found = new Set<string>()): Set<string> {
  for (const { instanceOf } of unit.owned) {
    const next = instanceOf === undefined || found.has(instanceOf) ? undefined : classes.get(instanceOf);
    if (instanceOf !== undefined) found.add(instanceOf);
    if (next) reachable(next, classes, found);
  }
  return found;
}

/** A class that another unshown class holds is shown there; of a cycle the first one stands for all. */
function isPartOfAnother(unit: Unit, classes: ReadonlyMap<string, Unit>, made: ReadonlySet<string>): boolean {
  return [...classes.values()].some((other) => {
    if (other === unit || made.has(other.key) || !reachable(other, classes).has(unit.key)) return false;
    return !reachable(unit, classes).has(other.key) || byPlace(other, unit) < 0;
  });
}

function byPlace(a: Unit, b: Unit): number {
  return a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : a.at.line - b.at.line || a.at.column - b.at.column;
}

interface Shared {
  readonly classes: ReadonlyMap<string, Unit>;
  readonly findings: readonly GraphFinding[];
}

function entryOf(unit: Unit, id: string, shared: Shared): Entry {
  const resources: GraphResource[] = [];
  addResources(resources, unit, id, [unit.key], shared);
  return { id, kind: unit.kind, name: unit.name, at: unit.at, resources, findings: remaining(unit, shared.findings) };
}

function addResources(into: GraphResource[], unit: Unit, owner: string, above: readonly string[], shared: Shared): void {
  const idOf = (name: string) => `${owner}.${unit.owned.findIndex((one) => one.name === name) + 1}`;
  for (const resource of unit.owned) {
    const inner = resource.instanceOf === undefined || above.includes(resource.instanceOf) ? undefined : shared.classes.get(resource.instanceOf);
    into.push({
      id: idOf(resource.name),
      owner,
      name: resource.name,
      type: resource.type,
      at: resource.at,
      borrowed: resource.borrowed,
      starts: resource.begins,
      stops: resource.ends,
      needs: resource.needs.map((need) => idOf(need.name)),
      findings: [...shared.findings.filter((finding) => pointsAt(finding, resource)), ...(inner ? remaining(inner, shared.findings) : [])],
    });
    if (inner) addResources(into, inner, idOf(resource.name), [...above, inner.key], shared);
  }
}

/** Findings inside a unit that point at none of its resources. */
function remaining(unit: Unit, findings: readonly GraphFinding[]): readonly GraphFinding[] {
  if (unit.kind === 'module') return [];
  return findings.filter((finding) => covers(unit.at, finding) && !unit.owned.some((resource) => pointsAt(finding, resource)));
}

function pointsAt(finding: GraphFinding, { at, begins, ends }: UnitResource): boolean {
  return [at, begins?.at, ends?.at].some((place) => place !== undefined && covers(place, finding));
}

function covers(place: Place, { file, line, column }: GraphFinding): boolean {
  if (file !== place.file) return false;
  const begins = line > place.line || (line === place.line && column >= place.column);
  return begins && (line < place.endLine || (line === place.endLine && column < place.endColumn));
}

function graphFinding({ ruleId, grade, message, path, file, line, column }: ScanFinding): GraphFinding {
  return { ruleId, grade, message, path, file, line, column, verdict: verdictOfRule[ruleId.replace('lifecycle/', '')] ?? 'other' };
}
