import type { ClauseSet } from './clause.ts';

export const noStopInFinalizer = {
  rule: 'no-stop-in-finalizer',
  finished: true,
  clauses: {
    '6.registry': { text: 'A `FinalizationRegistry` callback may never run: any release in it is reported.', site: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/FinalizationRegistry' },
    '6.own-timer': { text: 'A timer that the same callback sets again is put off, not released.', site: 'workers-sdk packages/miniflare/src/plugins/core/proxy/client.ts:190' },
    '6.exit': { text: 'An `exit` listener of the process cannot wait for an asynchronous release.', site: 'https://nodejs.org/api/process.html#event-exit' },
    '6.exit-sync': { text: 'A synchronous release there is right.', site: 'https://nodejs.org/api/process.html#event-exit' },
    '6.unload': { text: '`unload` and `beforeunload` listeners cannot wait either.', site: 'https://developer.mozilla.org/docs/Web/API/Window/beforeunload_event' },
    '6.named': { text: 'A listener with a name is looked into; where it also serves a place that can wait, it is `likely`.', site: 'https://nodejs.org/api/process.html#event-exit' },
    '6.signal': { text: 'A signal listener can wait.', site: 'https://nodejs.org/api/process.html#signal-events' },
  },
} as const satisfies ClauseSet;
