import { migrations } from '../../codemods/index.ts';
import { parseFile } from '../../codemods/text/parse-file.ts';
import { findFiles } from '../../cli/migrate/find-files.ts';
import { isChanged, isProblem, type FileOutcome } from '../../cli/migrate/outcome.ts';
import type { MigratedSiteReport } from '../../cli/migrate/outcome.ts';
import { runMigrations } from '../../cli/migrate/run-migrations.ts';
import { typedProjects } from '../../cli/migrate/typed-projects.ts';
import type { Counts, Row } from './data.ts';

/** What all migrations made of some paths. */
export interface Ran {
  readonly rows: readonly Row[];
  readonly outcomes: readonly FileOutcome[];
}

/** A site, with its file. */
export type PlacedSite = MigratedSiteReport & { readonly file: string };

/**
 * Runs `lifecycle migrate all`, dry, over paths below the working folder, with the types that their tsconfigs give; the command's own check of types takes sites
 * back. Throws when an edited file does not parse.
 */
export async function countPaths(repository: string, paths: readonly string[]): Promise<Ran> {
  const projects = await typedProjects(paths);
  const { files } = await findFiles(paths);
  const names = migrations.map(({ name }) => name);
  const settings = { migrations: names, level: 'use', closeGap: false, fixOrder: false, awaitReturns: false, insertTodos: false, stopTimeout: 10 } as const;
  const { outcomes, unchecked } = await runMigrations({ files, settings, only: undefined, jobs: 1, projects, onProgress: () => {} });
  for (const { file, after } of outcomes.filter(isChanged)) parseFile(file, after);
  const sites = sitesOf(outcomes);
  const whole = { repository, part: paths.join(', '), files: outcomes.length, problems: outcomes.filter(isProblem).length, unchecked: unchecked.length };
  return { rows: names.map((migration) => ({ ...whole, migration, ...countsOf(sites.filter((site) => site.migration === migration)) })), outcomes };
}

export function sitesOf(outcomes: readonly FileOutcome[]): PlacedSite[] {
  return outcomes.flatMap((outcome) => (isProblem(outcome) ? [] : outcome.sites.map((site) => ({ ...site, file: outcome.file }))));
}

function countsOf(sites: readonly PlacedSite[]): Pick<Row, 'edited' | 'migrated' | 'limits' | 'skipped'> {
  const migrated = sites.flatMap((site) => (site.outcome === 'migrated' ? [site] : []));
  return {
    edited: new Set(migrated.map(({ file }) => file)).size,
    migrated: countBy(migrated.map(({ level }) => level)),
    limits: countBy(migrated.flatMap(({ limit }) => limit ?? [])),
    skipped: countBy(sites.flatMap((site) => (site.outcome === 'skipped' ? [site.reason] : []))),
  };
}

function countBy(keys: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, one], [b, other]) => other - one || a.localeCompare(b)));
}
