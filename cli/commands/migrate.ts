import { availableParallelism } from 'node:os';
import { existsSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { migrations } from '../../codemods/index.ts';
import { levels, type Level } from '../../plans/finally-to-stack/level.ts';
import { BadInput } from '../failure.ts';
import { polyfills, type MigrateRequest, type Polyfill, type SiteSelection } from '../migrate/request.ts';

interface Flags {
  write?: true;
  diff?: true;
  check?: true;
  json?: true;
  only?: SiteSelection[];
  interactive?: true;
  insertTodos?: true;
  format?: true;
  allowDirty?: true;
  plan?: string;
  from?: string;
  jobs: number;
  level: Level;
  closeGap?: true;
  fixOrder?: true;
  awaitReturns?: true;
  stopTimeout: number;
  polyfill?: Polyfill;
}

/** Adds `lifecycle migrate` to the program. */
export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Rewrite sites so that a scope owns the resource; dry unless --write is given')
    .argument('[migration-or-path...]', `migrations (${['all', ...migrations.map(({ name }) => name)].join(', ')}), then files and folders (default: .)`)
    .option('--write', 'apply the changes')
    .option('--diff', 'print a unified diff on standard output')
    .option('--check', 'exit with 1 if anything would change')
    .option('--json', 'print the whole report as JSON')
    .option('--only <file:line...>', 'migrate only these sites, as the report names them', collectSites)
    .option('--interactive', 'show every change and ask (on a terminal)')
    .option('--insert-todos', 'write the reason at every skipped site, once')
    .option('--format', "run the project's own formatter over the changed files")
    .option('--allow-dirty', 'write although the git tree has uncommitted changes')
    .option('--plan <file>', 'save the changes as a plan')
    .option('--from <file>', 'take the changes from a saved plan; files that changed since are skipped')
    .option('--jobs <number>', 'worker threads', positive, availableParallelism())
    .addOption(new Option('--level <level>', 'the highest level that a site may get').choices(levels).default('use'))
    .option('--close-gap', 'register a release right after the acquisition (changes behaviour: it mends a leak)')
    .option('--fix-order', 'release in the reverse order of acquisition where the code does not (changes behaviour)')
    .option('--await-returns', 'await what a migrated block returns (changes behaviour: the release then waits for it)')
    .option('--stop-timeout <seconds>', 'how long the stops of an entry point may take before it gives up; 0 for no limit', seconds, 10)
    .addOption(new Option('--polyfill <name>', 'what supplies the stack classes before Node 24').choices(polyfills))
    .action(async (args: string[], flags: Flags) => {
      const { runMigrate } = await import('../migrate/run-migrate.ts');
      process.exitCode = await runMigrate(requestOf(args, flags));
    });
}

function requestOf(args: readonly string[], flags: Flags): MigrateRequest {
  const { names, all, paths } = split(args);
  if (names.length === 0 && !flags.from) throw new BadInput(`Name a migration: ${known()}, or all.`);
  if (flags.interactive && !(process.stdin.isTTY && process.stdout.isTTY)) throw new BadInput('--interactive needs a terminal.');
  if (flags.check && flags.write) throw new BadInput('--check only looks and --write changes files: choose one.');
  return {
    settings: {
      migrations: names, level: flags.level, closeGap: flags.closeGap ?? false, fixOrder: flags.fixOrder ?? false, awaitReturns: flags.awaitReturns ?? false, stopTimeout: flags.stopTimeout, insertTodos: flags.insertTodos ?? false,
    },
    all,
    paths: paths.length > 0 ? paths : ['.'],
    only: flags.only ?? [],
    write: flags.write ?? false, check: flags.check ?? false, diff: flags.diff ?? false, json: flags.json ?? false,
    interactive: flags.interactive ?? false, format: flags.format ?? false, allowDirty: flags.allowDirty ?? false,
    plan: flags.plan, from: flags.from, jobs: flags.jobs, polyfill: flags.polyfill,
  };
}

/** Leading arguments that name migrations, then paths. */
function split(args: readonly string[]): { names: string[]; all: boolean; paths: string[] } {
  const all = migrations.map(({ name }) => name);
  const firstPath = args.findIndex((arg) => arg !== 'all' && !all.includes(arg));
  const named = firstPath === -1 ? args : args.slice(0, firstPath);
  const paths = firstPath === -1 ? [] : args.slice(firstPath);
  const [first] = paths;
  if (named.length === 0 && first !== undefined && !existsSync(first)) throw new BadInput(`There is no migration '${first}'; known are ${known()}, and all.`);
  return { names: all.filter((name) => named.includes('all') || named.includes(name)), all: named.includes('all'), paths };
}

function known(): string {
  return migrations.map(({ name }) => name).join(', ');
}

function collectSites(value: string, before: SiteSelection[] = []): SiteSelection[] {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(value) ?? [];
  if (!file || !line) throw new InvalidArgumentError('Write file:line.');
  return [...before, { file: file.replace(/^\.\//, ''), line: Number(line) }];
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Write a whole number from 1.');
  return number;
}

function seconds(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < 0) throw new InvalidArgumentError('Write a number of seconds, or 0.');
  return number;
}
