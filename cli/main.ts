#!/usr/bin/env node
import { Command } from 'commander';
import { packageVersion } from '../rules/docs-url.ts';
import { reportFailure } from './failure.ts';
import { registerExplain } from './commands/explain.ts';
import { registerGraph } from './commands/graph.ts';
import { registerList } from './commands/list.ts';
import { registerMigrate } from './commands/migrate.ts';
import { registerScan } from './commands/scan.ts';

const program = new Command('lifecycle')
  .description('Follow every resource from its start to its stop')
  .version(packageVersion())
  .showHelpAfterError('(lifecycle --help lists the commands)')
  .exitOverride();

for (const register of [registerScan, registerMigrate, registerGraph, registerExplain, registerList]) register(program);

// A reader that closes the pipe early, such as `head`, has what it wants.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = reportFailure(error);
}
