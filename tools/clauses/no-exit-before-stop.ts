import type { ClauseSet } from './clause.ts';

export const noExitBeforeStop = {
  rule: 'no-exit-before-stop',
  finished: true,
  clauses: {
    '7.finally': { text: 'An exit inside a `try` skips the release in its `finally`.', site: 'triggerdotdev/trigger.dev packages/cli-v3/src/commands/dev.ts:234' },
    '7.later': { text: 'An exit skips a release that stands later in the function.', site: 'novuhq/novu apps/api/migrations' },
    '7.using': { text: 'An exit skips what `using` and `await using` would release.', site: 'https://github.com/nodejs/node/issues/58832' },
    '7.stack': { text: 'So with a stack of the function.', site: 'https://nodejs.org/api/process.html#processexitcode' },
    '7.loses-data': { text: 'A resource whose contract says that exit loses data counts without a planned release.', site: 'temporalio/sdk-typescript scripts/ava-ci.ts:225' },
    '7.helper': { text: 'The call of a helper that exits counts as the exit.', site: 'medusajs/medusa packages/cli commands/new.ts:285' },
    '7.self-kill': { text: 'A signal that the process sends itself counts.', site: 'https://nodejs.org/api/process.html#processkillpid-signal' },
    '7.once': { text: 'One report an exit, with everything it leaves.', site: 'prisma/prisma apps/lsp-playground/src/cli.ts:267' },
    '7.nested': { text: 'Callbacks are not looked into: a second signal may exit at once.', site: 'https://github.com/mcollina/close-with-grace' },
    '7.module-scope': { text: 'What a module holds is no concern of the rule.', site: 'outline server/index.ts' },
    '7.main-catch': { text: '`main().catch(() => process.exit(1))` is right.', site: 'matrix-org/matrix-hookshot src/App/BridgeApp.ts' },
    '7.released': { text: 'An exit after the release is right.', site: 'electric-sql/electric agents-server/src/host.ts:113' },
  },
} as const satisfies ClauseSet;
