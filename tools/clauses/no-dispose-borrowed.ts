import type { ClauseSet } from './clause.ts';

export const noDisposeBorrowed = {
  rule: 'no-dispose-borrowed',
  finished: true,
  clauses: {
    '15.parameter': { text: 'A parameter belongs to the caller.', site: 'https://github.com/mongodb/node-mongodb-native, sessions handed to operations' },
    '15.field': { text: 'An injected field belongs to whoever made it: a value that is shared, or no visible construction site.', site: 'trigger.dev internal-packages/run-engine' },
    '15.release-verb': { text: 'A function named after a release verb releases for its callers.', site: 'outline server/utils/ShutdownHelper' },
    '15.only-releases': { text: 'So does one whose body does nothing else.', site: 'theia dispose helpers' },
    '15.callback': { text: "A callback's parameter belongs to whoever calls it back.", site: 'https://github.com/tc39/proposal-explicit-resource-management, stack.adopt' },
    '15.made-for-it': { text: 'A class takes over what every construction site makes for it.', site: 'eclipse-theia/theia ParcelWatcher' },
    '15.own': { text: 'What the code made itself it may release.', site: 'electric-sql/electric agents-server/src/host.ts:113' },
    '15.balanced': { text: 'A class that starts what it was handed may stop it.', site: 'https://docs.nestjs.com/fundamentals/lifecycle-events' },
    '15.provided': { text: 'What a factory of the program provides without giving its container the release, a hook of the class that injects it may release: the documented way of NestJS.', site: 'https://github.com/nestjs/nest/issues/549' },
    '15.stated': { text: '`@owns` and `@borrows` decide, of a parameter, a field and a returned value, whatever names and construction sites say.', site: 'https://learn.microsoft.com/dotnet/fundamentals/code-analysis/quality-rules/ca2000, dispose_ownership_transfer_at_constructor' },
  },
} as const satisfies ClauseSet;
