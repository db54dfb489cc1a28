import type { Command } from 'commander';

export function registerExplain(program: Command): void {
  program
    .command('explain')
    .description('say what is known of a package or type: how it starts, what releases it, whether it can be disposed')
    .argument('<package or type>', 'for instance pg, http, Pool, pg.Pool')
    .action(async (written: string) => {
      const { explain } = await import('../explain/explain.ts');
      process.stdout.write(explain(written));
    });
}
