import type { ClauseSet } from './clause.ts';

export const requireSuperDispose = {
  rule: 'require-super-dispose',
  finished: true,
  clauses: {
    '18.override': { text: 'An overriding teardown that does not call the inherited one.', site: 'https://github.com/microsoft/vscode/pull/200342' },
    '18.any-teardown': { text: 'Every teardown counts: dispose symbols, close-like verbs, hooks of frameworks, pairs of the settings; a property that holds a function too.', site: 'https://docs.nestjs.com/fundamentals/lifecycle-events, onModuleDestroy of a base service' },
    '18.does-something': { text: 'Only when the inherited one does something: it releases, takes listeners off or sets a field; a call whose effect nobody sees, or one over a collection that stays empty in this class, is likely.', site: 'https://github.com/dotnet/runtime/pull/66140, a call dropped because the base does nothing' },
    '18.calls': { text: 'It is called by super, by the prototype, or by a helper that the override runs.', site: 'https://github.com/flutter/flutter/issues/2739' },
    '18.does-it-itself': { text: 'An override that does all that the inherited one does needs no call; one that ends the object by another inherited method, or hands itself to what ends it, is `likely`.', site: 'https://github.com/microsoft/vscode/pull/273324, where in the override the call stands' },
    '18.stand-in': { text: 'A stand-in that replaces what its base begins has nothing to end.', site: 'docs/rules/require-super-dispose.md' },
    '18.library': { text: 'A class of a library: a release that its contract names; any other method is likely.', site: 'https://lit.dev/docs/components/lifecycle/' },
    '18.head': { text: 'Reported at the method name, once for each override.', site: 'docs/rules/require-super-dispose.md' },
  },
} as const satisfies ClauseSet;
