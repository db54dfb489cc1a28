import { families } from '../../analysis/contracts/catalogue/index.ts';
import type { Acquisition, CallName, Contract, ListenerContract, Name, NonResource, Sink } from '../../analysis/contracts/contract.ts';
import { nearest } from '../../analysis/contracts/nearest.ts';
import { packageName } from '../../analysis/origin.ts';

/** Everything the catalogue knows under one name. */
export interface Found {
  contracts: Contract[];
  listeners: ListenerContract[];
  sinks: Sink[];
  nonResources: NonResource[];
}

const all = Object.values(families);
const known: Found = {
  contracts: all.flatMap((family) => family.contracts ?? []),
  listeners: all.flatMap((family) => family.listeners ?? []),
  sinks: all.flatMap((family) => family.sinks ?? []),
  nonResources: all.flatMap((family) => family.nonResources ?? []),
};

/** Looks up a package (`pg`, `http`), a type or factory (`Pool`, `createServer`), or both (`pg.Pool`, `pg#Pool`). */
export function find(written: string): Found | undefined {
  for (const matches of [inPackage(written), named(written), ofBoth(written)]) {
    const found = select(matches);
    if (Object.values(found).some((list) => list.length > 0)) return found;
  }
  return undefined;
}

/** The name somebody probably meant. */
export function suggestion(written: string): string | undefined {
  const names = [...known.contracts.flatMap(allNames), ...known.nonResources.map(({ type }) => type)];
  const packages = names.flatMap((name) => (name.from === 'package' ? [name.package] : []));
  return nearest(written, new Set([...packages, ...names.map(({ name }) => name), ...known.contracts.flatMap(({ acquire }) => factories(acquire))]));
}

type Matches = (name: CallName, more?: Pick<Contract, 'alsoNamed' | 'alsoFrom' | 'acquire'>) => boolean;

function select(matches: Matches): Found {
  return {
    contracts: known.contracts.filter((contract) => matches(contract.type, contract)),
    listeners: known.listeners.filter(({ type }) => matches(type)),
    sinks: known.sinks.filter(({ call }) => matches(call)),
    nonResources: known.nonResources.filter(({ type }) => matches(type)),
  };
}

function inPackage(written: string): Matches {
  const wanted = packageName(written.toLowerCase());
  return (name, more) => name.from === 'package' && [name.package, ...(more?.alsoFrom ?? [])].some((each) => each.toLowerCase() === wanted);
}

function named(written: string): Matches {
  const wanted = written.toLowerCase();
  return (name, more) => [name.name, ...(name.member === undefined ? [] : [name.member]), ...(more?.alsoNamed ?? []), ...factories(more?.acquire)].some((each) => each.toLowerCase() === wanted);
}

function ofBoth(written: string): Matches {
  const at = Math.max(written.lastIndexOf('.'), written.lastIndexOf('#'));
  if (at <= 0) return () => false;
  const [ofPackage, ofName] = [inPackage(written.slice(0, at)), named(written.slice(at + 1))];
  return (name, more) => ofPackage(name, more) && ofName(name, more);
}

function factories(acquire: readonly Acquisition[] = []): string[] {
  return acquire.flatMap((acquisition) => (acquisition.by === 'call' ? [acquisition.of.member ?? acquisition.of.name] : []));
}

function allNames(contract: Contract): Name[] {
  return [contract.type, ...(contract.alsoNamed ?? []).filter((name) => name !== 'default').map((name) => ({ ...contract.type, name }))];
}
