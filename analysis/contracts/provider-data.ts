/** Properties of a registration object that hold a factory: NestJS, Angular, tsyringe. */
export const factoryProperties: ReadonlySet<string> = new Set(['useFactory']);

/** Functions and methods that are handed a factory: awilix, inversify, typed-inject. */
export const factoryCalls: ReadonlySet<string> = new Set(['asFunction', 'toDynamicValue', 'provideFactory']);

/** Calls on the same registration that give the container the release. */
export const disposerCalls: ReadonlySet<string> = new Set(['disposer', 'onDeactivation']);
