// One run in a process of its own, so that memory and the checker's laziness are its own: prints one line of JSON.
import { ts } from 'ts-morph';
import { findFiles } from '../../cli/migrate/find-files.ts';
import { runMigrations } from '../../cli/migrate/run-migrations.ts';
import { loadTyped } from '../../cli/migrate/run-typed.ts';
import { typedProjects, type TypedProjects } from '../../cli/migrate/typed-projects.ts';
import '../../codemods/typed/typed-project.ts';
import { processor } from '../lint/clocked-rules.ts';

/** What a child process is asked to do: run a typed migration, dry, over what the tsconfigs of a folder compile, or check the types of the same files. */
export interface Task {
  readonly folder: string;
  readonly migration: string | 'type-check';
}

/** What it answers. Times are milliseconds, without the start of Node.js and the loading of this program. */
export interface Measured {
  readonly files: number;
  readonly migrated: number;
  readonly wall: number;
  readonly processor: number;
  readonly peakMegabytes: number;
}

const { folder, migration } = JSON.parse(process.argv[2]!) as Task;
process.chdir(folder);
if (migration !== 'type-check') await loadTyped(migration);
process.stdout.write(`${JSON.stringify(await measured())}\n`);
process.exit();

async function measured(): Promise<Measured> {
  const begun = { wall: performance.now(), processor: processor() };
  const projects = await typedProjects(['.']);
  const done = migration === 'type-check' ? checkTypes(projects.configs) : await migrate(projects);
  return { ...done, wall: performance.now() - begun.wall, processor: processor() - begun.processor, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
}

/** The program and everything that the compiler has to say of it. */
function checkTypes(configs: readonly string[]): Pick<Measured, 'files' | 'migrated'> {
  const files = configs.map((config) => {
    const { fileNames, options, projectReferences } = ts.getParsedCommandLineOfConfigFile(config, { noEmit: true }, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined })!;
    const program = ts.createProgram({ rootNames: fileNames, options, ...(projectReferences ? { projectReferences } : {}) });
    program.getSyntacticDiagnostics();
    program.getSemanticDiagnostics();
    return fileNames.length;
  });
  return { files: files.reduce((sum, count) => sum + count, 0), migrated: 0 };
}

async function migrate(projects: TypedProjects): Promise<Pick<Measured, 'files' | 'migrated'>> {
  const files = (await findFiles(['.'])).files.filter((file) => projects.ownerOf(file));
  const settings = { migrations: [migration], level: 'use', closeGap: false, fixOrder: false, awaitReturns: false, stopTimeout: 10, insertTodos: false } as const;
  const { outcomes } = await runMigrations({ files, settings, only: undefined, jobs: 1, projects, onProgress: () => {} });
  const sites = outcomes.flatMap((outcome) => (outcome.outcome === 'problem' ? [] : outcome.sites));
  return { files: files.length, migrated: sites.filter(({ outcome }) => outcome === 'migrated').length };
}
