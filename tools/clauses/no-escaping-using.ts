import type { ClauseSet } from './clause.ts';

export const noEscapingUsing = {
  rule: 'no-escaping-using',
  finished: true,
  clauses: {
    '17.returned': { text: 'A `using` binding is returned, itself or in an object, an array or a branch.', site: 'https://github.com/microsoft/TypeScript/issues/56329' },
    '17.stored': { text: 'It is stored in a field, an outer variable or a collection that lives on.', site: 'denoland/std 3fcb0a8b2 (#4143)' },
    '17.wrapped': { text: 'What keeps it in its instance takes it along: returned or stored, it escapes.', site: 'typeorm/typeorm df09802e5 (#12413)' },
    '17.kept': { text: 'A function or method of the program that keeps its parameter.', site: 'typeorm/typeorm df09802e5 (#12413)' },
    '17.closure': { text: 'A function that uses it is returned or stored.', site: 'https://github.com/tc39/proposal-explicit-resource-management#relation-to-iterator-and-for' },
    '17.timer': { text: 'A function that uses it is given to a timer that nobody clears in the function.', site: 'https://nodejs.org/api/timers.html' },
    '17.listener': { text: 'A function that uses it listens to something that lives longer and is not taken off.', site: 'matrix-org/matrix-hookshot src/feeds/FeedReader.ts:133' },
    '17.listener-order': { text: 'A function given to a resource of the same scope that is disposed before the captured one does not escape; given to one disposed after it, it does.', site: 'https://nodejs.org/api/http.html#event-request' },
    '17.floating': { text: 'Work on it that nobody waits for.', site: 'google-gemini/gemini-cli packages/core/src/tools/mcp-client.ts:1263' },
    '17.handed': { text: 'It is handed to work that is not awaited: a function, a loop, a callback chain.', site: 'google-gemini/gemini-cli packages/core/src/tools/mcp-client.ts:1263' },
    '17.awaited-outside': { text: 'The wait stands behind the scope.', site: 'https://github.com/tc39/proposal-explicit-resource-management' },
    '17.return-await': { text: '`return x.query()` without `await` in the scope.', site: 'https://typescript-eslint.io/rules/return-await' },
    '17.return-combined': { text: 'So with `Promise.all`, chains, branches, a variable, and functions that are given the value.', site: 'https://typescript-eslint.io/rules/return-await' },
    '17.stack': { text: 'What a stack of the scope owns; not when the stack is moved.', site: 'https://github.com/tc39/proposal-explicit-resource-management#disposablestack' },
    '17.alias': { text: 'Under another name, too.', site: 'https://github.com/microsoft/TypeScript/issues/56329' },
    '17.release': { text: 'A function that only releases it, and a release that is returned, leave nothing behind.', site: 'https://github.com/mcollina/close-with-grace' },
    '17.borrowed': { text: 'What only uses it while the scope lasts is right: arguments, awaited work, callbacks that run at once.', site: 'denoland/std c6ed026ec' },
    '17.parts': { text: 'Values read from it are not it.', site: 'denoland/std c6ed026ec' },
    '17.likely': { text: 'What a constructor out of sight may keep, and a stream or iterator that is read later, are likely.', site: 'denoland/std c6ed026ec' },
  },
} as const satisfies ClauseSet;
