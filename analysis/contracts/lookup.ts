import type ts from 'typescript';
import { isPresent, keysOf, nameKey } from '../origin.ts';
import { perView } from '../per-view.ts';
import type { Settings } from '../settings.ts';
import type { View } from '../view.ts';
import { families } from './catalogue/index.ts';
import type { Acquisition, Contract, ListenerContract, Name, NonResource, Sink } from './contract.ts';

/** The catalogue and the settings, filed under the keys of `nameKey`. */
export interface Catalogue {
  byType: ReadonlyMap<string, Contract>;
  byFactory: ReadonlyMap<string, { contract: Contract; acquisition: Acquisition }>;
  byReleaseCall: ReadonlyMap<string, { contract: Contract; release: Contract['release'][number] & { argument: number } }>;
  listeners: ReadonlyMap<string, ListenerContract>;
  sinks: ReadonlyMap<string, readonly Sink[]>;
  nonResources: ReadonlyMap<string, NonResource>;
}

const catalogues = new WeakMap<Settings, Catalogue>();

/** The same for every program with the same settings. */
export function catalogueOf(view: View): Catalogue {
  let known = catalogues.get(view.settings);
  if (!known) catalogues.set(view.settings, (known = fileUnderKeys(view)));
  return known;
}

/** The last names in a table of what the program can contain: a cheap test before any symbol or type is asked for. */
export function namesPresent(view: View, table: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const known = namesByTable(view);
  let names = known.get(table);
  if (!names) known.set(table, (names = new Set(keysPresent(view, table).map(lastName))));
  return names;
}

const namesByTable = perView(() => new Map<ReadonlyMap<string, unknown>, ReadonlySet<string>>());

/** The keys of a table whose package the program has. */
export function keysPresent(view: View, table: ReadonlyMap<string, unknown>): readonly string[] {
  return [...table.keys()].filter((key) => isPresent(view, key));
}

export function lastName(key: string): string {
  return key.slice(Math.max(key.lastIndexOf('.'), key.lastIndexOf('#')) + 1);
}

function fileUnderKeys(view: View): Catalogue {
  const all = Object.values(families);
  const contracts = extended(all.flatMap((family) => family.contracts ?? []), view.settings.contracts ?? []);
  const sinks: Sink[] = [
    ...all.flatMap((family) => family.sinks ?? []),
    ...(view.settings.sinks ?? []).map((sink): Sink => ({ call: sink, takes: sink.takes ?? 'all', evidence: [] })),
  ];
  const nonResources: NonResource[] = [
    ...all.flatMap((family) => family.nonResources ?? []),
    ...(view.settings.ignore ?? []).map((type): NonResource => ({ type, because: 'ignored by the settings' })),
  ];
  const listeners = all.flatMap((family) => family.listeners ?? []);
  return {
    byType: new Map(contracts.filter((contract) => !contract.opaque).flatMap((contract) => typeNames(contract).map((name) => [nameKey(name), contract]))),
    byFactory: new Map(contracts.flatMap(factoriesOf)),
    byReleaseCall: new Map(contracts.flatMap(releaseCallsOf)),
    listeners: new Map(listeners.map((listener) => [nameKey(listener.type), listener])),
    sinks: grouped(sinks, (sink) => nameKey(sink.call)),
    nonResources: new Map(nonResources.map((entry) => [nameKey(entry.type), entry])),
  };
}

/** The contracts of the catalogue with those of the settings; what the settings say of a type that the catalogue has is added to it. */
function extended(builtIn: readonly Contract[], own: readonly Contract[]): readonly Contract[] {
  const keyOf = (contract: Contract) => nameKey(contract.type);
  const known = new Set(builtIn.map(keyOf));
  const more = new Map(own.map((contract) => [keyOf(contract), contract]));
  const merged = builtIn.map((contract) => {
    const added = more.get(keyOf(contract));
    return added ? extendedBy(contract, added) : contract;
  });
  return [...merged, ...own.filter((contract) => !known.has(keyOf(contract)))];
}

/** What the settings say comes first; their lists go before the catalogue's, which stay. */
function extendedBy(contract: Contract, own: Contract): Contract {
  const lists = Object.entries(contract).flatMap(([key, value]) => {
    const more: unknown = own[key as keyof Contract];
    return Array.isArray(value) && Array.isArray(more) ? [[key, [...more, ...value]]] : [];
  });
  return { ...contract, ...own, ...(Object.fromEntries(lists) as Partial<Contract>) };
}

function typeNames(contract: Contract): Name[] {
  const names = [contract.type, ...(contract.alsoNamed ?? []).map((name) => ({ ...contract.type, name }))];
  const elsewhere = (contract.alsoFrom ?? []).flatMap((from) => names.map((name): Name => ({ from: 'package', package: from, name: name.name })));
  return [...names, ...elsewhere];
}

function grouped<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}

function factoriesOf(contract: Contract): [string, { contract: Contract; acquisition: Acquisition }][] {
  return contract.acquire.flatMap((acquisition) => {
    if (acquisition.by !== 'call') return [];
    const { of } = acquisition;
    const elsewhere = of.from === 'package' ? (contract.alsoFrom ?? []).map((from) => ({ ...of, package: from })) : [];
    return [of, ...elsewhere].map((name): [string, { contract: Contract; acquisition: Acquisition }] => [nameKey(name), { contract, acquisition }]);
  });
}

function releaseCallsOf(contract: Contract): [string, { contract: Contract; release: Contract['release'][number] & { argument: number } }][] {
  return contract.release.flatMap((release) => ('call' in release ? [[nameKey(release.call), { contract, release }]] : []));
}

/** The entry of one table for a symbol, or for a member of the type that a symbol is. */
export function entryFor<Entry>(view: View, table: ReadonlyMap<string, Entry>, symbol: ts.Symbol | undefined, member?: string): Entry | undefined {
  if (!symbol) return undefined;
  for (const key of keysOf(view, symbol, member)) {
    const entry = table.get(key);
    if (entry) return entry;
  }
  return undefined;
}

/** The entry of one table for a type or the nearest of the types it extends or implements. */
export function entryForType<Entry>(view: View, table: ReadonlyMap<string, Entry>, type: ts.Type, member?: string): Entry | undefined {
  for (const ancestor of lineage(view, type)) {
    const entry = entryFor(view, table, view.types.symbolOfType(ancestor), member);
    if (entry) return entry;
  }
  return undefined;
}

/** A type and what it extends, nearest first; the parts of an intersection count as its bases. */
export function lineage(view: View, type: ts.Type): readonly ts.Type[] {
  return view.remember('lineage', type, () => {
    const found: ts.Type[] = [];
    const queue = [type];
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (found.includes(next)) continue;
      found.push(next);
      queue.push(...basesOf(view, next));
    }
    return found;
  });
}

function basesOf(view: View, type: ts.Type): readonly ts.Type[] {
  const { ts: typescript } = view;
  if (type.isIntersection()) return type.types;
  if (type.flags & typescript.TypeFlags.TypeParameter) return type.getConstraint() ? [type.getConstraint()!] : [];
  if (type.flags & typescript.TypeFlags.Object && (type as ts.ObjectType).objectFlags & typescript.ObjectFlags.Reference) {
    const target = (type as ts.TypeReference).target;
    return target === type ? view.types.baseTypesOf(type) : [target];
  }
  return view.types.baseTypesOf(type);
}
