import type { Command } from 'commander';
import type { GraphOptions } from '../graph/run-graph.ts';
import { surroundings } from './surroundings.ts';

export function registerGraph(program: Command): void {
  program
    .command('graph')
    .description('show who owns whom, and in which order things start and stop')
    .argument('[paths...]', 'folders, files, globs or tsconfigs (default: the working folder)')
    .option('--format <format>', 'mermaid, dot, json, svg or html (one self-contained page)', 'mermaid')
    .option('--entry <name>', 'only this function, module or class (repeatable)', (name: string, names: readonly string[] = []) => [...names, name])
    .option('--no-config', 'read no ESLint configuration: every file, the preset recommended')
    .option('--preset <preset>', 'recommended, strict or tests: whose findings are marked, instead of the configured rules')
    .action(async (paths: string[], options: GraphOptions) => {
      const [{ runGraph }, { questions }] = await Promise.all([import('../graph/run-graph.ts'), import('../../rules/index.ts')]);
      process.exitCode = await runGraph(paths, options, questions, surroundings());
    });
}
