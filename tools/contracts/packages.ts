import type { CallName, Family, Name } from '../../analysis/contracts/contract.ts';

/** Every package that the families name. */
export function packagesOf(families: Readonly<Record<string, Family>>): ReadonlySet<string> {
  return new Set(Object.values(families).flatMap(namesIn).flatMap((name) => (name.from === 'package' ? [name.package] : [])));
}

function namesIn(family: Family): (Name | CallName)[] {
  return [
    ...(family.contracts ?? []).flatMap((contract) => [
      contract.type,
      ...contract.acquire.flatMap((acquisition) => (acquisition.by === 'call' ? [acquisition.of] : [])),
      ...contract.release.flatMap((release) => ('call' in release ? [release.call] : [])),
    ]),
    ...(family.listeners ?? []).map((listener) => listener.type),
    ...(family.sinks ?? []).map((sink) => sink.call),
    ...(family.nonResources ?? []).map((entry) => entry.type),
  ];
}
