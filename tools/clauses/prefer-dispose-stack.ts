import type { ClauseSet } from './clause.ts';

export const preferDisposeStack = {
  rule: 'prefer-dispose-stack',
  finished: true,
  clauses: {
    '14.guarded': { text: 'A `finally` that releases one resource behind a null check of the same variable, once in every run, is `likely`.', site: 'google-gemini/gemini-cli packages/core/src/utils/sessionOperations.ts:248' },
    '14.optional': { text: 'So with optional chaining.', site: '101 guarded finally blocks in 42 repositories' },
    '14.elsewhere': { text: 'What is released elsewhere too, by a signal handler or in the `try`, is released twice; not where the variable is emptied or the process ends behind it.', site: 'examples/execution-platform before/workers/event-replay.ts' },
    '14.left-out': { text: 'A guard of one resource that asks for another one lets it out unreleased.', site: 'examples/execution-platform before/workers/result-processor.ts' },
    '14.skips': { text: 'The failure of one release skips another, whatever guards or nests them; where each one runs it is `likely`.', site: 'prisma generate-contract.ts:456' },
    '14.several': { text: 'Several releases in one `finally`; `likely` where those before the last cannot fail.', site: 'prisma generate-contract.ts:456' },
    '14.nested': { text: 'Nested `try`/`finally` for several resources, reported at the outermost; `likely` where each of them runs.', site: '41 nested finally blocks in 42 repositories' },
    '14.array': { text: 'A hand-kept array of cleanups whose failing entry skips the rest, reported at its declaration; `likely` where an entry cannot fail or is caught.', site: 'electric-sql/electric process-wake.ts:2518' },
    '14.single': { text: 'A plain `try`/`finally` for one resource is `likely`; a one-shot timer is none.', site: 'denoland/std 3fcb0a8b2 (#4143)' },
    '14.other-guard': { text: 'A guard that is no null check of the same variable is no finding.', site: 'electric agents-server/src/host.ts:113' },
    '14.super': { text: '`super.stop()` in a `finally` is no finding.', site: 'zigbee2mqtt lib/extension/frontend.ts' },
    '14.no-release': { text: 'A `finally` that releases nothing is no finding.', site: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Statements/try...catch' },
    '14.engines': { text: 'Silent where a stack is needed, `engines` admits a Node without stacks and no module of the program imports a polyfill; one that a test imports is there for tests alone.', site: 'https://nodejs.org/en/blog/release/v24.0.0' },
    '14.without-stack': { text: 'What `await using` alone can own needs no stack, whatever `engines` admits.', site: 'https://nodejs.org/api/globals.html, Symbol.asyncDispose since 18.18' },
    '14.suggestion': { text: 'Suggests what the migration finally-to-stack plans for this `finally` and those nested in it; nothing where it leaves it as it is.', site: 'https://github.com/tc39/proposal-explicit-resource-management, AsyncDisposableStack.prototype.defer' },
    '14.wrong-order': { text: 'Where the releases of a `finally` come in the wrong order, rule 13 names the cause.', site: 'typeorm DataSource.ts:287' },
    '14.stack': { text: 'A scope or a stack is right.', site: 'https://github.com/tc39/proposal-explicit-resource-management' },
  },
} as const satisfies ClauseSet;
