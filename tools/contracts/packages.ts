import type { CallName, Family, Name } from '../../analysis/contracts/contract.ts';

/** Entries of packages that export nothing, or not these types, from their main entry. */
const subpaths: readonly string[] = [
  '@angular/core/rxjs-interop',
  '@modelcontextprotocol/sdk/client/index.js',
  '@modelcontextprotocol/sdk/server/index.js',
  '@modelcontextprotocol/sdk/server/mcp.js',
  'msw/browser',
  'msw/node',
  'mysql2/promise',
];

/** Packages whose typings are not installed, and why. What their contracts state is not checked here. */
export const unchecked: Readonly<Record<string, string>> = {
  '@prisma/client': 'the class is generated into the project',
  '@theia/core': 'too large to install for one type',
  'bun:test': 'its global types clash with those of Node',
  jasmine: 'its global types clash with those of mocha',
  jest: 'its global types clash with those of mocha',
  'monaco-editor': 'too large to install for two types',
};

export function entriesOf(families: Readonly<Record<string, Family>>): string[] {
  return [...packagesOf(families), ...subpaths].filter((name) => !(name in unchecked));
}

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
