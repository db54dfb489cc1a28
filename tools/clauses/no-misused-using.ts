import type { ClauseSet } from './clause.ts';

export const noMisusedUsing = {
  rule: 'no-misused-using',
  finished: true,
  clauses: {
    '20.fire-and-forget': { text: '`using` on a value whose sync disposer only begins an async end; `await using` takes the one that waits.', site: 'https://github.com/piscinajs/piscina#class-piscina' },
    '20.child': { text: '`using` on a child process is `likely`: it is killed, and nobody waits until it has exited; silent when somebody waits for that.', site: 'https://nodejs.org/api/child_process.html#subprocesssymboldispose' },
    '20.stack': { text: "A registration by the `use()` of a stack counts like a declaration; what it defers or adopts is the code's own.", site: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/DisposableStack/use' },
    '20.program-class': { text: 'A class of the program whose `[Symbol.dispose]()` drops an async release is reported at that release, by `no-floating-stop`.', site: 'https://github.com/anomalyco/opencode/issues/34985' },
    '20.async-dispose': { text: '`async [Symbol.dispose]`, in a class, an object or a declaration: nobody awaits it.', site: 'https://github.com/AztecProtocol/aztec-packages/pull/20587' },
    '20.async-dispose-declared': { text: 'Where a declared type says that it returns nothing, `no-misused-promises` of typescript-eslint reports it too: `likely`.', site: 'https://typescript-eslint.io/rules/no-misused-promises#checksvoidreturn' },
    '20.returned-release': { text: 'One that returns the promise of a release is reported at that release, by `no-floating-stop`.', site: 'https://github.com/tc39/proposal-explicit-resource-management/issues/256' },
    '20.lossy': { text: '`await using` on a `fs.WriteStream` that is written to, when nothing waits for `finished`.', site: 'https://github.com/nodejs/node/pull/48547' },
    '20.lossy-waits': { text: 'Awaiting `finished()`, `pipeline()`, an event that tells the end, or the callback of `end()` is right; so is a helper of the program that does.', site: 'https://nodejs.org/api/stream.html#streamfinishedstream-options' },
    '20.lossy-unseen': { text: 'A stream that is handed to code out of sight, which may wait, is `likely`; one that nothing is written to loses nothing.', site: 'https://nodejs.org/api/stream.html#writablesymbolasyncdispose' },
    '20.writable': { text: 'So is any other `Writable`; a socket is `likely`.', site: 'https://nodejs.org/api/stream.html#writablesymbolasyncdispose' },
    '20.never-started': { text: 'A disposer that rejects when the value never started: `await using server = http.createServer()`, whose listen may fail.', site: 'https://github.com/nodejs/node/issues/58832' },
    '20.started': { text: 'Handed to the scope once it has started, it is right.', site: 'https://github.com/platformatic/platformatic/issues/4985' },
    '20.safe-before-start': { text: 'So is a server whose disposal is safe before its start.', site: 'https://nodejs.org/api/net.html#serversymbolasyncdispose' },
    '20.exception-paths': { text: 'With `checkExceptionPaths: false`, as in `tests`, a listen that may fail is not looked at; a server that never listens still is.', site: 'https://nodejs.org/api/http.html#serversymbolasyncdispose' },
    '20.yield': { text: '`using` across a `yield` in a generator that a consumer abandons.', site: 'https://github.com/tc39/proposal-explicit-resource-management#relation-to-iterator-and-for' },
    '20.yield-finished': { text: 'Silent when every consumer finishes it: a loop, `yield*`, `using`, `return()`.', site: 'https://tc39.es/ecma262/#sec-iteratorclose' },
    '20.yield-exported': { text: 'One that is exported and that nothing in the program consumes is `likely`.', site: 'https://tc39.es/ecma262/#sec-generator-objects' },
    '20.suggestion': { text: 'Suggests `await using` where the function is async and the async disposer waits.', site: 'https://github.com/piscinajs/piscina#class-piscina' },
  },
} as const satisfies ClauseSet;
