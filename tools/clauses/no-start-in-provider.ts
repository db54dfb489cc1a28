import type { ClauseSet } from './clause.ts';

export const noStartInProvider = {
  rule: 'no-start-in-provider',
  finished: true,
  clauses: {
    '2.use-factory': { text: 'A `useFactory` that starts what it provides is reported at the start.', site: 'homebridge/homebridge-config-ui-x src/modules' },
    '2.as-function': { text: "awilix's `asFunction` is a provider too.", site: 'https://github.com/jeffijoe/awilix#disposing' },
    '2.to-dynamic-value': { text: "So is inversify's `toDynamicValue`.", site: 'https://inversify.io/docs/api/binding-syntax' },
    '2.disposer': { text: 'A registration that gives the container the release is right.', site: 'https://github.com/jeffijoe/awilix#disposing' },
    '2.helper': { text: 'A start in a helper of the program that the factory calls is reported there.', site: 'novuhq/novu apps/api' },
    '2.injected': { text: 'Starting what was injected into the factory is another concern.', site: 'https://docs.nestjs.com/fundamentals/custom-providers#factory-providers-usefactory' },
    '2.named-factory': { text: 'The factory may be a named function of the program.', site: 'https://docs.nestjs.com/fundamentals/custom-providers' },
    '2.handed-on': { text: 'A client that is started and wrapped in what is provided counts.', site: 'https://github.com/jeffijoe/awilix#disposing' },
    '2.nest-release': { text: 'A class that injects the token, or asks the container for it, and releases it when Nest or Angular ends it: `likely`.', site: 'https://github.com/nestjs/nest/issues/549' },
    '2.hook': { text: 'A value that has a hook of its framework is ended by its container.', site: 'https://docs.nestjs.com/fundamentals/lifecycle-events' },
    '2.pre-destroy': { text: "So is one whose class has inversify's `@preDestroy()`.", site: 'https://inversify.io/docs/fundamentals/lifecycle/deactivation/' },
    '2.as-class': { text: "awilix's `asClass` of a client that connects when it is constructed is `likely`; a class of the program is reported where it is written.", site: 'https://github.com/jeffijoe/awilix#disposing' },
    '2.eager-client': { text: 'A factory that makes a client which connects when it is constructed is `likely`; a lazy one begins nothing.', site: 'https://github.com/nestjs/nest/issues/1578' },
    '2.tsyringe': { text: "tsyringe's `useFactory`, also inside `instanceCachingFactory`.", site: 'https://github.com/microsoft/tsyringe#factory-provider' },
    '2.typed-inject': { text: "typed-inject's `provideFactory`; it disposes values that have a `dispose()`.", site: 'https://github.com/nicojs/typed-inject#disposing-provided-stuff' },
    '2.angular': { text: "Angular's `useFactory`, and the `factory` of an `InjectionToken`.", site: 'https://angular.dev/guide/di/defining-dependency-providers' },
    '2.released-here': { text: 'What a factory starts and releases again, only to make something else, is not handed back.', site: 'https://docs.nestjs.com/fundamentals/async-providers' },
    '2.provenance': { text: 'A function of another origin that is called like one of a container is none.', site: 'https://github.com/jeffijoe/awilix' },
    '2.settings': { text: 'Registrations named in `settings.lifecycle.providers` count.', site: 'https://github.com/nicojs/typed-inject' },
  },
} as const satisfies ClauseSet;
