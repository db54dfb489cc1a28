import type { Stats } from './stats.ts';

/** Above this share of unknown types the counts of a scan do not stand. */
const limit = 0.05;

/** Sentences that say how far the result can be trusted. */
export function doubts(stats: Stats): string[] {
  const anyReceivers = stats.bailOuts['any receiver'] ?? 0;
  const receivers = stats.resources + stats.releases + anyReceivers;
  const shares = [
    { part: stats.unresolvedImports, whole: stats.imports, what: 'imports do not resolve' },
    { part: anyReceivers, whole: receivers, what: 'receivers are of type any' },
  ];
  const said = shares.filter(({ part, whole }) => part > whole * limit).map(({ part, whole, what }) => `${part} of ${whole} ${what} (${percent(part / whole)})`);
  if (stats.files === 0 && stats.ignored > 0) return ['the ESLint configuration ignores every file here (--no-config scans them all the same)'];
  if (said.length === 0) return [];
  return [`${said.join(' and ')}: resources of unknown types are not seen. Install the dependencies, then scan again.`];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
