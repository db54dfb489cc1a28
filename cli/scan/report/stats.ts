import type { Stats } from '../stats.ts';

/** The figures of `--stats`, one sentence a line. */
export function statsReport(stats: Stats): string {
  const bailOuts = Object.entries(stats.bailOuts).map(([reason, count]) => `${reason} ${count}`);
  const timings = Object.entries(stats.timings).map(([phase, time]) => `${phase} ${(time / 1000).toFixed(1)} s`);
  return [
    `${stats.projects} projects read with TypeScript ${stats.typescript.join(', ') || '(none)'}`,
    `${stats.files} files, ${stats.asked} of them with something to ask; ${stats.ignored} ignored by the ESLint configuration`,
    `${stats.resources} resources, ${stats.releases} releases`,
    `${stats.imports} imports, ${stats.unresolvedImports} not resolved`,
    `bail-outs: ${bailOuts.join(', ') || 'none'}`,
    `time: ${timings.join(', ')}`,
  ].map((line) => `${line}\n`).join('');
}
