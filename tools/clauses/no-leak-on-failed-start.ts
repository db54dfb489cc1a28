import type { ClauseSet } from './clause.ts';

export const noLeakOnFailedStart = {
  rule: 'no-leak-on-failed-start',
  finished: true,
  clauses: {
    '12.factory': { text: 'A factory that fails before it hands over what it has started leaves it behind.', site: 'zigbee2mqtt lib/controller.ts:168' },
    '12.constructor': { text: 'A constructor that fails after it has acquired something leaves an instance nobody has.', site: 'trigger.dev internal-packages/run-engine/src/batch-queue/index.ts:242' },
    '12.start': { text: 'A start method whose later step fails is `likely`: its caller may call the stop.', site: 'zigbee2mqtt lib/controller.ts:168' },
    '12.loop': { text: 'Several started in a loop: the failure of one leaves the earlier ones running.', site: 'trigger.dev packages/redis-worker/src/fair-queue/index.ts:235' },
    '12.roll-back': { text: 'A catch that releases it or what it is made of, or that calls the own stop, rolls back.', site: 'https://go.uber.org/fx, rollback of a failed start' },
    '12.stack': { text: 'A local stack that is moved at the end rolls back.', site: 'https://github.com/tc39/proposal-explicit-resource-management, DisposableStack.move' },
    '12.cannot-throw': { text: 'A later step that cannot throw is none, nor is a wait for a promise that is only ever resolved.', site: 'electric agents-server/src/host.ts:113' },
    '12.ends-process': {
      text: 'A failure that nothing handles on its way to the top level of an entry point ends the process: `likely`.',
      site: 'trigger.dev packages/cli-v3/src/entryPoints/dev-index-worker.ts:101',
    },
    '12.opens-nothing': {
      text: 'An object of the program whose construction begins nothing has nothing to release yet: `likely`.',
      site: 'workers-sdk packages/miniflare/src/index.ts:831',
    },
    '12.local': { text: 'What the function releases itself on its normal path belongs to rule 8.', site: 'vite benchCircularImport.ts:181' },
  },
} as const satisfies ClauseSet;
