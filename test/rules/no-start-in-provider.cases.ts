import type { ClauseCase } from './clause-case.ts';
import type { noStartInProvider } from '../../tools/clauses/no-start-in-provider.ts';

export const cases: readonly ClauseCase<keyof typeof noStartInProvider.clauses>[] = [
  {
    clause: '2.use-factory',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const provider = {
  provide: 'store',
  useFactory: async () => {
    const store = new Store();
    await store.start();
    return store;
  },
};
`,
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 7, column: 11, endColumn: 24 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const provider = {
  provide: 'store',
  async useFactory() {
    const store = new Store();
    await store.start();
    return store;
  },
};
`,
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 7, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const provider = { provide: 'store', useFactory: () => new Store() };
`,
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const plan = {
  provide: 'store',
  make: async () => {
    const store = new Store();
    await store.start();
    return store;
  },
};
`,
    ],
  },
  {
    clause: '2.as-function',
    invalid: [
      {
        code: `import { asFunction, createContainer } from 'awilix';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
createContainer().register({
  store: asFunction(async () => {
    const store = new Store();
    await store.start();
    return store;
  }).singleton(),
});
`, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" },
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 7, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      { code: `import { asFunction, createContainer } from 'awilix';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
createContainer().register({ store: asFunction(() => new Store()).singleton() });
`, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" } },
    ],
  },
  {
    clause: '2.disposer',
    invalid: [
      {
        code: `import { asFunction, createContainer } from 'awilix';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
createContainer().register({
  store: asFunction(async () => {
    const store = new Store();
    await store.start();
    return store;
  }),
});
`, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" },
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 7, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      { code: `import { asFunction, createContainer } from 'awilix';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
createContainer().register({
  store: asFunction(async () => {
    const store = new Store();
    await store.start();
    return store;
  })
    .singleton()
    .disposer(async (store) => (await store).stop()),
});
`, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" } },
      { code: `import { Container } from 'inversify';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
new Container()
  .bind(Store)
  .toDynamicValue(async () => {
    const store = new Store();
    await store.start();
    return store;
  })
  .inSingletonScope()
  .onDeactivation((store) => store.stop());
`, files: { 'inversify.d.ts': "declare module 'inversify' { export class Container { bind(id: unknown): { toDynamicValue<T>(factory: () => T | Promise<T>): { inSingletonScope(): { onDeactivation(f: (value: T) => unknown): void } } } } }" } },
    ],
  },
  {
    clause: '2.to-dynamic-value',
    invalid: [
      {
        code: `import { Container } from 'inversify';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
new Container().bind(Store).toDynamicValue(async () => {
  const store = new Store();
  await store.start();
  return store;
});
`, files: { 'inversify.d.ts': "declare module 'inversify' { export class Container { bind(id: unknown): { toDynamicValue<T>(factory: () => T | Promise<T>): { inSingletonScope(): { onDeactivation(f: (value: T) => unknown): void } } } } }" },
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 6, column: 9, endColumn: 22 },
        ],
      },
    ],
    valid: [
      { code: `import { Container } from 'inversify';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
new Container().bind(Store).toDynamicValue(() => new Store());
`, files: { 'inversify.d.ts': "declare module 'inversify' { export class Container { bind(id: unknown): { toDynamicValue<T>(factory: () => T | Promise<T>): { inSingletonScope(): { onDeactivation(f: (value: T) => unknown): void } } } } }" } },
    ],
  },
  {
    clause: '2.helper',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
async function openStore() {
  const store = new Store();
  await store.start();
  return store;
}
export const provider = { provide: 'store', useFactory: async () => openStore() };
`,
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 5, column: 9, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
async function openStore() {
  const store = new Store();
  await store.start();
  return store;
}
export const provider = { provide: 'store', useFactory: () => new Store() };
export { openStore };
`,
    ],
  },
  {
    clause: '2.injected',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const provider = {
  provide: 'store',
  inject: ['url'],
  useFactory: async (url: string) => {
    const store = new Store(url);
    await store.start();
    return store;
  },
};
`,
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 8, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const provider = {
  provide: 'ready',
  inject: ['store'],
  useFactory: async (store: Store) => {
    await store.start();
    return true;
  },
};
`,
    ],
  },
  {
    clause: '2.named-factory',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
const makeStore = async () => {
  const store = new Store();
  await store.start();
  return store;
};
export const provider = { provide: 'store', useFactory: makeStore };
`,
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 5, column: 9, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
const makeStore = () => new Store();
export const provider = { provide: 'store', useFactory: makeStore };
`,
    ],
  },
  {
    clause: '2.handed-on',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
class Reporter { constructor(readonly store: Store) {} }
export const provider = {
  provide: 'reporter',
  useFactory: async () => {
    const store = new Store();
    await store.start();
    return new Reporter(store);
  },
};
`,
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 8, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
class Reporter { constructor(readonly store: Store) {} }
export const provider = { provide: 'reporter', useFactory: () => new Reporter(new Store()) };
`,
    ],
  },
  {
    clause: '2.settings',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
function supply<T>(name: string, factory: () => T) {
  return { name, factory };
}
export const provider = supply('store', async () => {
  const store = new Store();
  await store.start();
  return store;
});
`, settings: { providers: [{ from: 'file', name: 'supply' }] },
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 8, column: 9, endColumn: 22 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
function supply<T>(name: string, factory: () => T) {
  return { name, factory };
}
export const provider = supply('store', async () => {
  const store = new Store();
  await store.start();
  return store;
});
`,
    ],
  },
];
