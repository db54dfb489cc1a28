/** Properties of a registration object that hold a factory: NestJS, Angular, tsyringe. */
export const factoryProperties: ReadonlySet<string> = new Set(['useFactory']);

/** Functions and methods that are handed a factory or a class, with the packages that they come from. */
export const factoryCalls: Readonly<Record<string, RegExp>> = {
  asFunction: /^awilix$/,
  asClass: /^awilix$/,
  toDynamicValue: /^@?inversify(js\/|$)/,
  provideFactory: /^typed-inject$/,
  provideClass: /^typed-inject$/,
};

/** Functions around a factory that only decide how often it is called (tsyringe). */
export const factoryWrappers: ReadonlySet<string> = new Set(['instanceCachingFactory', 'instancePerContainerCachingFactory']);

/** Classes whose `factory` option makes what they stand for (Angular). */
export const tokenClasses: ReadonlySet<string> = new Set(['InjectionToken']);

/** Calls on the same registration, and options of it, that give the container the release. */
export const disposerCalls: ReadonlySet<string> = new Set(['disposer', 'onDeactivation']);
export const disposerOptions: ReadonlySet<string> = new Set(['dispose', 'onDeactivation']);

/** Methods of a provided value that its container calls at the end, whoever made the value: NestJS, Angular; typed-inject. */
export const containerHooks: ReadonlySet<string> = new Set(['onModuleDestroy', 'beforeApplicationShutdown', 'onApplicationShutdown', 'ngOnDestroy']);
export const disposedByInjector: ReadonlySet<string> = new Set(['provideFactory', 'provideClass']);

/** The decorator of a method that inversify calls at the end. */
export const teardownDecorators: ReadonlySet<string> = new Set(['preDestroy']);
