import { type Stats, sum } from './stats.ts';

/** Above this share of unknown types the counts of a scan do not stand. */
const limit = 0.05;

/** Sentences that say how far the result can be trusted. */
export function doubts(stats: Stats): string[] {
  if (stats.files === 0 && stats.ignored > 0) return ['the ESLint configuration ignores every file here (--no-config scans them all the same)'];
  const said = [unresolvedImports(stats), anyReceivers(stats)].flatMap((sentence) => sentence ?? []);
  return said.length > 0 ? [`${said.join('; ')}: resources of unknown types are not seen. Install the dependencies, then scan again.`] : [];
}

function unresolvedImports({ imports, unresolved }: Stats): string | undefined {
  const names = Object.keys(unresolved).sort((a, b) => (unresolved[b] ?? 0) - (unresolved[a] ?? 0));
  const shown = names.slice(0, 3).map((name) => `'${name}'`).join(', ') + (names.length > 3 ? ', …' : '');
  const share = ifMuch(sum(unresolved), imports);
  return share && `${share} imports do not resolve (${shown})`;
}

function anyReceivers(stats: Stats): string | undefined {
  const receivers = stats.bailOuts['any receiver'] ?? 0;
  const share = ifMuch(receivers, stats.resources + stats.releases + receivers);
  return share && `${share} receivers are of type any`;
}

function ifMuch(part: number, whole: number): string | undefined {
  return part > whole * limit ? `${part} of ${whole} (${Math.round((part / whole) * 100)} %)` : undefined;
}
