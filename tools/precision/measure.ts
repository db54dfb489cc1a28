/**
 * Notes what a scan found in the production code of a repository:
 * `tsx tools/precision/measure.ts <owner/name> <development|noise|unseen|unseen-2> <folder> <scan.json> [path…]`
 * The scan is made in that folder: `lifecycle scan <path…> --no-config --preset recommended --stats --format json`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readRepositories, readUnseen, repositoriesFile, unseenFile, unseenSets, type Measured } from './data.ts';
import { isProduction, isSource } from './production.ts';

interface Scan {
  findings: readonly { file: string; ruleId: string }[];
  stats: { resources: number; releases: number; imports: number; unresolved: Record<string, number>; bailOuts: Record<string, number> };
}

const [repository, set, folder, scanFile, ...paths] = process.argv.slice(2) as [string, Measured['set'], string, string, ...string[]];
const { findings, stats } = JSON.parse(readFileSync(scanFile, 'utf8')) as Scan;
const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });

const files = git('ls-tree', '-r', '--name-only', 'HEAD', '--', ...paths).split('\n').filter((file) => isSource(file) && isProduction(file) && existsSync(path.join(folder, file)));
const inProduction = findings.filter((finding) => isProduction(finding.file));
const advice = inProduction.filter((finding) => finding.ruleId === 'lifecycle/require-dispose-method').length;
const anyReceivers = stats.bailOuts['any receiver'] ?? 0;

const measured: Measured = {
  repository,
  commit: git('rev-parse', 'HEAD').trim(),
  set,
  paths,
  productionFiles: files.length,
  productionLines: files.reduce((lines, file) => lines + linesOf(path.join(folder, file)), 0),
  imports: stats.imports,
  unresolvedImports: Object.values(stats.unresolved).reduce((all, some) => all + some, 0),
  receivers: stats.resources + stats.releases + anyReceivers,
  anyReceivers,
  reports: inProduction.length - advice,
  advice,
};

const unseen = unseenSets.find((one) => one === set);
if (unseen !== undefined) write(unseenFile(unseen), { measured: withMeasured(readUnseen(unseen).measured) });
else {
  const known = readRepositories();
  write(repositoriesFile, { ...known, measured: withMeasured(known.measured), notMeasured: known.notMeasured.filter((one) => one.repository !== repository) });
}

/** What is known, with this repository measured anew; a note on it stays. */
function withMeasured(known: readonly Measured[]): readonly Measured[] {
  const note = known.find((one) => one.repository === repository)?.note;
  const others = known.filter((one) => one.repository !== repository);
  return [...others, note === undefined ? measured : { ...measured, note }].sort((a, b) => (a.set + a.repository < b.set + b.repository ? -1 : 1));
}

function write(file: string, content: object): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').trimEnd().split('\n').length;
}
