import type { ClauseSet } from './clause.ts';

export const noFloatingStart = {
  rule: 'no-floating-start',
  finished: true,
  clauses: {
    '4.dropped': { text: 'The promise of a start verb that is dropped leaves readiness unknown.', site: 'vitejs/vite module-runner/runner.ts:78' },
    '4.void': { text: '`void` in a function that could await is proven, elsewhere `likely`.', site: 'electric-sql/electric y-electric.ts:144' },
    '4.handled': { text: 'A start whose failure is caught but which nobody awaits is `likely`.', site: 'discordjs/discord.js WebSocketShard.ts' },
    '4.variable': { text: 'A variable that nobody awaits is no better; a collection may be awaited elsewhere.', site: 'https://typescript-eslint.io/rules/no-floating-promises, assigned promises' },
    '4.combined': { text: 'A combination that nobody awaits drops them all; what is handed on as a value is awaited by whoever gets it.', site: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Promise/all' },
    '4.continued': { text: 'Where only a `then()` or `finally()` comes after it, it is `likely`; a promise that it settles waits for it.', site: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Promise/then' },
    '4.run-loop': { text: 'A start verb that is a run loop must be kept, not awaited: only dropping it is reported.', site: 'temporalio/sdk-typescript Worker.run' },
    '4.constructor': { text: 'In constructors, and in what these call, rule 1 speaks, at the top of a module that is imported rule 3.', site: 'taskforcesh/bullmq src/classes/worker.ts:354' },
    '4.queues': { text: 'Contracts that queue until ready are silent.', site: 'https://mongoosejs.com/docs/connections.html#buffering' },
    '4.kept': { text: 'A promise that is kept and awaited later, returned or combined is awaited.', site: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Promise/all' },
    '4.callback': { text: 'A promise returned to an emitter or a timer that ignores it is `likely`.', site: 'matrix-org/matrix-hookshot src/App/MatrixSenderApp.ts' },
    '4.array': { text: '`forEach` drops the promises; `Promise.all` over `map` does not.', site: 'vite c988574c32' },
    '4.sync': { text: 'A start that returns nothing thenable is silent.', site: 'https://nodejs.org/api/net.html#serverlisten' },
    '4.lost': { text: 'A start that catches its failures itself, one that has ended when it returns, and the last act of an entry point lose nothing: `likely`.', site: 'MetaMask/core core-backend/src/ws/BackendWebSocketService.ts:501' },
    '4.suggest-await': { text: 'Suggests `await` where the function is async.', site: 'https://typescript-eslint.io/rules/no-floating-promises' },
  },
} as const satisfies ClauseSet;
