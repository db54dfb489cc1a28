import type { ClauseSet } from './clause.ts';

export const noFloatingStop = {
  rule: 'no-floating-stop',
  finished: true,
  clauses: {
    '5.dropped': {
      text: 'A release whose promise is dropped as a statement is reported; awaited or returned it is not.',
      site: 'matrix-hookshot src/App/BridgeApp.ts:87-90',
    },
    '5.comma': { text: 'So is one dropped in a comma expression.', site: 'discord.js 75308f266' },
    '5.and': { text: 'So is one behind `&&`.', site: 'gemini-cli core/src/ide/ide-client.ts:411' },
    '5.optional': { text: 'So is one behind `?.`.', site: 'gemini-cli core/src/tools/mcp-client.ts:1263' },
    '5.conditional': { text: 'So is one in a branch of a conditional expression.', site: 'theia remote-container-connection-provider.ts:269' },
    '5.variable': {
      text: 'A promise put in a variable that is never awaited or returned is dropped.',
      site: 'https://github.com/sebhildebrandt/http-graceful-shutdown/issues/24',
    },
    '5.foreach': { text: '`forEach(s => s.stop())` drops every promise.', site: 'vite c988574c32' },
    '5.foreach-async': { text: '`forEach(async …)` drops every promise, though the callback awaits.', site: 'vite c988574c32' },
    '5.map': { text: 'A `map` to promises that nobody awaits; `await Promise.all(…map(…))` is right.', site: 'vite b7edcb7d0d' },
    '5.callback-style': {
      text: 'A callback-style release with no callback and no event awaited, in an async function.',
      site: 'dbos src/dbos.ts:670',
    },
    '5.callback-promise': {
      text: 'The same in a function that returns a promise without being async; in a synchronous function it is silent.',
      site: 'https://github.com/curveball/core/issues/200',
    },
    '5.exit': {
      text: 'A release not waited for on a path that reaches `process.exit`.',
      site: 'novu apps/api/migrations, app.close(); process.exit(0)',
    },
    '5.exit-callback': {
      text: 'An event-completed release such as `stream.end()` before `process.exit`, where the contract names the completion.',
      site: 'temporalio/sdk-typescript scripts/ava-ci.ts:225',
    },
    '5.exit-after': {
      text: '`x.stop().finally(() => process.exit())`, and a signal handler that awaits its stops and then exits, are right.',
      site: 'https://github.com/badges/shields/pull/10958',
    },
    '5.nested-exit': {
      text: 'A `process.exit` in a nested callback or timer is not on the path.',
      site: 'https://github.com/h3js/srvx/issues/178',
    },
    '5.sync-dispose': { text: 'An asynchronous release inside a synchronous `[Symbol.dispose]`.', site: 'live777 ac665c1e (#213)' },
    '5.stack-callback': {
      text: 'A callback of `AsyncDisposableStack.defer` or `adopt` that drops the promise it makes.',
      site: 'https://github.com/tc39/proposal-explicit-resource-management, AsyncDisposableStack.prototype.defer',
    },
    '5.sync-stack': {
      text: 'A callback given to a synchronous `DisposableStack` that returns a promise.',
      site: 'https://github.com/tc39/proposal-explicit-resource-management, DisposableStack.prototype.defer',
    },
    '5.handled': { text: 'Handled but not awaited (`x.stop().catch(log)`) is `likely`.', site: 'discord.js WebSocketShard.ts:434' },
    '5.handled-exit': { text: 'Handled, but `process.exit` follows: proven.', site: 'prisma apps/lsp-playground/src/cli.ts:267' },
    '5.ignored-return': {
      text: 'A promise returned to an emitter or timer that ignores it is `likely`.',
      site: 'matrix-hookshot src/App/MatrixSenderApp.ts:39-40',
    },
    '5.ignored-return-exit': { text: 'Returned to an emitter, but `process.exit` follows: proven.', site: 'matrix-hookshot src/App/GithubWebhookApp.ts:42' },
    '5.void': { text: '`void x.stop()` states an intention: `likely`.', site: 'discord.js 519825a65' },
    '5.void-finally': { text: '`void` in a `finally` is proven.', site: 'gemini-cli b9f1d832c8' },
    '5.void-teardown': { text: '`void` in a teardown, or in another function whose work is releasing, is proven.', site: 'workers-sdk b35617b324' },
    '5.void-last-act': {
      text: '`void` as the last act before a throw, a return or `process.exit` is proven.',
      site: 'modelcontextprotocol/typescript-sdk client/src/client/client.ts:1097',
    },
    '5.void-replacement': {
      text: '`void` before a replacement is acquired is proven.',
      site: 'playwright fsWatcher.ts:43',
    },
    '5.self-stop': {
      text: 'An object that stops itself from its own event callback is `likely`.',
      site: 'discord.js WebSocketShard.ts:434',
    },
    '5.swallowed': {
      text: 'A synchronous stop of the program that swallows an asynchronous release is reported at that release.',
      site: 'matrix-hookshot src/MatrixSender.ts:49, src/Webhooks.ts:105',
    },
    '5.type-gate': {
      text: 'A release that returns nothing thenable and takes no completion callback is silent: `res.end()`, `client.release()`, `socket.destroy()`, `controller.close()`.',
      site: 'five repositories: 113 of 136 bare stops are synchronous',
    },
    '5.unnamed-event': {
      text: 'An event-style release counts only where its contract names a completion to await.',
      site: 'https://nodejs.org/api/child_process.html#subprocesskillsignal',
    },
    '5.domain-verb': {
      text: 'A method that is called like a release but belongs to no resource is silent, such as the SQL DELETE of a model.',
      site: 'outline server/models, model.destroy()',
    },
    '5.any': { text: 'A receiver of type `any` is silent.', site: 'a census of five repositories: 3 of 136' },
    '5.class-teardown': {
      text: "A class of the program whose close-like teardown releases owned resources counts without a start verb; a `close()` that owns nothing does not.",
      site: 'theia, class ParcelWatcher',
    },
    '5.says-disposable': {
      text: 'A class of the program that implements an interface named `Disposable`, and whose `dispose()` waits for something, counts whatever it owns; one that only has such a method does not.',
      site: 'theia remote-container-connection-provider.ts:269',
    },
    '5.host-slot': {
      text: 'Where the host cannot await (React cleanup, `onUnmounted`, `ngOnDestroy`, a void `dispose()` of an outside base, `exitHook`), `void` or handled is silent and a bare drop `likely`.',
      site: 'https://react.dev/reference/react/useEffect',
    },
    '5.suggest-await': {
      text: 'Suggests `await` when the function is async already and the call returns a promise.',
      site: 'vite 0e7125a048',
    },
    '5.suggest-promise-form': {
      text: 'For a callback-style server the suggestion is the promise form that the contract names, never `await server.close()`.',
      site: 'https://github.com/mongodb/node-mongodb-native/pull/3033',
    },
  },
} as const satisfies ClauseSet;
