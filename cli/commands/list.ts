import type { Command } from 'commander';

export function registerList(program: Command): void {
  program
    .command('list')
    .description('list the rules with their presets, and the migrations')
    .action(async () => {
      const [{ listing }, { questions }, { migrations }] = await Promise.all([
        import('../list/listing.ts'),
        import('../../rules/index.ts'),
        import('../../codemods/index.ts'),
      ]);
      process.stdout.write(listing(questions, migrations));
    });
}
