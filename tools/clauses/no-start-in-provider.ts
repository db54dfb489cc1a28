import type { ClauseSet } from './clause.ts';

export const noStartInProvider = {
  rule: 'no-start-in-provider',
  finished: false,
  clauses: {
    '2.use-factory': { text: 'A `useFactory` that starts what it provides is reported at the start.', site: 'homebridge/homebridge-config-ui-x src/modules' },
    '2.as-function': { text: "awilix's `asFunction` is a provider too.", site: 'https://github.com/jeffijoe/awilix#disposing' },
    '2.to-dynamic-value': { text: "So is inversify's `toDynamicValue`.", site: 'https://inversify.io/docs/api/binding-syntax' },
    '2.disposer': { text: 'A registration that gives the container the release is right.', site: 'https://github.com/jeffijoe/awilix#disposing' },
    '2.helper': { text: 'A start in a helper of the program that the factory calls is reported there.', site: 'novuhq/novu apps/api' },
    '2.injected': { text: 'Starting what was injected into the factory is another concern.', site: 'https://docs.nestjs.com/fundamentals/custom-providers#factory-providers-usefactory' },
    '2.named-factory': { text: 'The factory may be a named function of the program.', site: 'https://docs.nestjs.com/fundamentals/custom-providers' },
    '2.handed-on': { text: 'A client that is started and wrapped in what is provided counts.', site: 'https://github.com/jeffijoe/awilix#disposing' },
    '2.settings': { text: 'Registrations named in `settings.lifecycle.providers` count.', site: 'https://github.com/nicojs/typed-inject' },
  },
} as const satisfies ClauseSet;
