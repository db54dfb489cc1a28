import type { ClauseSet } from './clause.ts';

export const requireIsolatedStops = {
  rule: 'require-isolated-stops',
  finished: true,
  clauses: {
    '22.in-a-row': { text: 'Of several awaited releases the first failure skips the rest; one report a run of releases.', site: 'temporalio/sdk-typescript packages/worker/src/worker.ts:2261' },
    '22.finally': { text: 'So in a `finally`.', site: 'prisma generate-contract.ts:456' },
    '22.teardown': { text: 'So in the teardown of a class, guarded or not.', site: 'trigger.dev recover-stuck-runs.ts:357' },
    '22.loop': { text: 'An awaited release in a loop over resources acquired before it counts; one acquired and released within a turn does not.', site: 'vite c988574c32' },
    '22.isolated': { text: 'A `try` around each, a handled rejection or `Promise.allSettled` isolates.', site: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Promise/allSettled' },
    '22.stack': { text: 'What a stack releases is isolated.', site: 'https://github.com/tc39/proposal-explicit-resource-management' },
    '22.one-path': { text: 'Releases that no run does both are not in a row.', site: 'electric agents-server/src/host.ts:113' },
    '22.single': { text: 'One release alone skips nothing; nor does a release of the same resource twice.', site: 'https://github.com/redis/ioredis, quit() and disconnect()' },
  },
} as const satisfies ClauseSet;
