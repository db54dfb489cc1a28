import { count } from '../plural.ts';
import { type Stats, sum } from '../stats.ts';

/** The figures of `--stats`, one sentence a line. */
export function statsReport(stats: Stats): string {
  const bailOuts = Object.entries(stats.bailOuts).map(([reason, number]) => `${reason} ${number}`);
  const timings = Object.entries(stats.timings).map(([phase, time]) => `${phase} ${(time / 1000).toFixed(1)} s`);
  return [
    `${count(stats.projects, 'project')} read with TypeScript ${stats.typescript.join(', ') || '(none)'}`,
    `${count(stats.files, 'file')} scanned, rules had something to ask in ${stats.asked}; ${stats.ignored} ignored by the ESLint configuration`,
    `${count(stats.resources, 'resource')}, ${count(stats.releases, 'release')}`,
    `${count(stats.imports, 'import')}, ${sum(stats.unresolved)} not resolved`,
    `bail-outs: ${bailOuts.join(', ') || 'none'}`,
    `time: ${timings.join(', ')}`,
  ].map((line) => `${line}\n`).join('');
}
