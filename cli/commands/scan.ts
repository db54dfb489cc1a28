import type { Command } from 'commander';
import type { ScanOptions } from '../scan/run-scan.ts';
import { surroundings } from './surroundings.ts';

export function registerScan(program: Command): void {
  program
    .command('scan')
    .description('report resources that are started and not stopped, over whole projects')
    .argument('[paths...]', 'folders, files, globs or tsconfigs (default: the working folder)')
    .option('--format <format>', 'text, json, sarif or github', 'text')
    .option('--config <file>', 'ESLint configuration to read rules and settings from, instead of the nearest one')
    .option('--no-config', 'read no ESLint configuration: every file, the preset recommended')
    .option('--preset <preset>', 'recommended, strict or tests, instead of the configured rules')
    .option('--rule <id>', 'only this rule (repeatable)', (id: string, ids: readonly string[] = []) => [...ids, id])
    .option('--baseline <file>', 'report only findings that this file does not have')
    .option('--update-baseline', 'write the findings to the baseline')
    .option('--stats', 'print what was looked at, where the analysis gave up, and what it cost')
    .action(async (paths: string[], options: ScanOptions) => {
      process.exitCode = await start(paths, options);
    });
}

async function start(paths: readonly string[], options: ScanOptions): Promise<number> {
  const [{ runScan }, { questions }] = await Promise.all([import('../scan/run-scan.ts'), import('../../rules/index.ts')]);
  return runScan(paths, options, questions, surroundings());
}
