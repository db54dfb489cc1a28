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
`, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T, options?: { dispose?: (value: T) => unknown }): Resolver<T>; export function asClass<T>(type: new (...args: any[]) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" },
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
`, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T, options?: { dispose?: (value: T) => unknown }): Resolver<T>; export function asClass<T>(type: new (...args: any[]) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" } },
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
`, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T, options?: { dispose?: (value: T) => unknown }): Resolver<T>; export function asClass<T>(type: new (...args: any[]) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" },
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
`, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T, options?: { dispose?: (value: T) => unknown }): Resolver<T>; export function asClass<T>(type: new (...args: any[]) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" } },
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
`, files: { 'inversify.d.ts': "declare module 'inversify' { export class Container { onDeactivation<T>(id: unknown, f: (value: T) => unknown): void; bind(id: unknown): { toDynamicValue<T>(factory: () => T | Promise<T>): { inSingletonScope(): { onDeactivation(f: (value: T) => unknown): void } } } } export function preDestroy(): MethodDecorator }" } },
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
`, files: { 'inversify.d.ts': "declare module 'inversify' { export class Container { onDeactivation<T>(id: unknown, f: (value: T) => unknown): void; bind(id: unknown): { toDynamicValue<T>(factory: () => T | Promise<T>): { inSingletonScope(): { onDeactivation(f: (value: T) => unknown): void } } } } export function preDestroy(): MethodDecorator }" },
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
`, files: { 'inversify.d.ts': "declare module 'inversify' { export class Container { onDeactivation<T>(id: unknown, f: (value: T) => unknown): void; bind(id: unknown): { toDynamicValue<T>(factory: () => T | Promise<T>): { inSingletonScope(): { onDeactivation(f: (value: T) => unknown): void } } } } export function preDestroy(): MethodDecorator }" } },
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
  {
    clause: '2.nest-release',
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
  useFactory: async () => {
    const store = new Store();
    await store.start();
    return store;
  },
};
`, options: { report: 'likely' }, files: { 'shutdown.ts': `import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
@Injectable()
export class Shutdown implements OnModuleDestroy {
  constructor(@Inject('store') private readonly store: { stop(): Promise<void>; start(): Promise<void> }) {}
  async onModuleDestroy() {
    await this.store.stop();
  }
}
` },
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 7, column: 11, endColumn: 24 },
        ],
      },
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
export class Shutdown {
  constructor(private readonly other: Store) {}
  async onModuleDestroy() {
    await this.other.stop();
  }
}
`,
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 7, column: 11, endColumn: 24 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
class Reporter { constructor(readonly store: Store) {} async start() { await pause(); } async stop() { await pause(); } }
export const provider = {
  provide: Reporter,
  useFactory: async () => {
    const store = new Store();
    await store.start();
    return new Reporter(store);
  },
};
export class Shutdown {
  constructor(private readonly reporter: Reporter) {}
  async onModuleDestroy() {
    await this.reporter.stop();
  }
}
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
  provide: 'store',
  useFactory: async () => {
    const store = new Store();
    await store.start();
    return store;
  },
};
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
@Injectable()
export class Shutdown implements OnModuleDestroy {
  constructor(@Inject('store') private readonly store: Store) {}
  async onModuleDestroy() {
    await this.store.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
export const STORE = Symbol('store');
export const provider = { provide: STORE, useFactory: async () => {
    const store = new Store();
    await store.start();
    return store;
  } };
export class Shutdown {
  readonly #store: Store;
  constructor(@Inject(STORE) store: Store) {
    this.#store = store;
  }
  async onApplicationShutdown() {
    await this.#store.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const provider = {
  provide: 'store',
  useFactory: async () => {
    const store = new Store();
    await store.start();
    return store;
  },
};
export class Shutdown {
  constructor(private readonly modules: { get(token: string): Store }) {}
  async onModuleDestroy() {
    await this.modules.get('store').stop();
  }
}
`,
    ],
  },
  {
    clause: '2.nest-release',
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
export async function main(container: { resolve(token: string): Store }) {
  const store = container.resolve('store');
  await store.stop();
}
`,
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 7, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const provider = {
  provide: 'store',
  useFactory: async () => {
    const store = new Store();
    await store.start();
    return store;
  },
};
export class Shutdown {
  constructor(private readonly modules: { resolve(token: string): Promise<Store> }) {}
  async beforeApplicationShutdown() {
    const store = await this.modules.resolve('store');
    await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '2.hook',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
class Audited extends Store { async audit() { await pause(); } }
export const provider = {
  provide: 'store',
  useFactory: async () => {
    const store = new Audited();
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
class Hooked extends Store { async onModuleDestroy() { await this.stop(); } }
export const provider = {
  provide: 'store',
  useFactory: async () => {
    const store = new Hooked();
    await store.start();
    return store;
  },
};
`,
    ],
  },
  {
    clause: '2.pre-destroy',
    invalid: [
      {
        code: `import { Container } from 'inversify';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
const container = new Container();
container.bind(Store).toDynamicValue(async () => {
    const store = new Store();
    await store.start();
    return store;
  }).inSingletonScope();
`, files: { 'inversify.d.ts': "declare module 'inversify' { export class Container { onDeactivation<T>(id: unknown, f: (value: T) => unknown): void; bind(id: unknown): { toDynamicValue<T>(factory: () => T | Promise<T>): { inSingletonScope(): { onDeactivation(f: (value: T) => unknown): void } } } } export function preDestroy(): MethodDecorator }" },
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 7, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      { code: `import { Container, preDestroy } from 'inversify';
declare function pause(): Promise<void>;
class Store {
  async start() { await pause(); }
  @preDestroy()
  async stop() { await pause(); }
}
const container = new Container();
container.bind(Store).toDynamicValue(async () => {
    const store = new Store();
    await store.start();
    return store;
  }).inSingletonScope();
`, files: { 'inversify.d.ts': "declare module 'inversify' { export class Container { onDeactivation<T>(id: unknown, f: (value: T) => unknown): void; bind(id: unknown): { toDynamicValue<T>(factory: () => T | Promise<T>): { inSingletonScope(): { onDeactivation(f: (value: T) => unknown): void } } } } export function preDestroy(): MethodDecorator }" } },
      { code: `import { Container } from 'inversify';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
const container = new Container();
container.bind(Store).toDynamicValue(async () => {
    const store = new Store();
    await store.start();
    return store;
  }).inSingletonScope();
container.onDeactivation<Store>(Store, (store) => store.stop());
`, files: { 'inversify.d.ts': "declare module 'inversify' { export class Container { onDeactivation<T>(id: unknown, f: (value: T) => unknown): void; bind(id: unknown): { toDynamicValue<T>(factory: () => T | Promise<T>): { inSingletonScope(): { onDeactivation(f: (value: T) => unknown): void } } } } export function preDestroy(): MethodDecorator }" } },
      { code: `import { asFunction } from 'awilix';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const store = asFunction(async () => {
    const store = new Store();
    await store.start();
    return store;
  }, { dispose: async (made) => (await made).stop() });
`, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T, options?: { dispose?: (value: T) => unknown }): Resolver<T>; export function asClass<T>(type: new (...args: any[]) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" } },
    ],
  },
  {
    clause: '2.as-class',
    invalid: [
      {
        code: `import { asClass } from 'awilix';
import { Redis } from 'ioredis';
export const redis = asClass(Redis).singleton();
`, options: { report: 'likely' }, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T, options?: { dispose?: (value: T) => unknown }): Resolver<T>; export function asClass<T>(type: new (...args: any[]) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" },
        errors: [
          { messageId: 'started', data: { name: 'Redis' }, line: 3, column: 22, endColumn: 36 },
        ],
      },
    ],
    valid: [
      { code: `import { asClass } from 'awilix';
import { Redis } from 'ioredis';
export const redis = asClass(Redis).singleton();
`, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T, options?: { dispose?: (value: T) => unknown }): Resolver<T>; export function asClass<T>(type: new (...args: any[]) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" } },
      { code: `import { asClass } from 'awilix';
import { Redis } from 'ioredis';
export const redis = asClass(Redis).singleton().disposer((client) => client.quit());
`, options: { report: 'likely' }, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T, options?: { dispose?: (value: T) => unknown }): Resolver<T>; export function asClass<T>(type: new (...args: any[]) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" } },
      { code: `import { asClass } from 'awilix';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const store = asClass(Store).singleton();
`, options: { report: 'likely' }, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T, options?: { dispose?: (value: T) => unknown }): Resolver<T>; export function asClass<T>(type: new (...args: any[]) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" } },
    ],
  },
  {
    clause: '2.eager-client',
    invalid: [
      {
        code: `import { Redis } from 'ioredis';
export const provider = { provide: 'redis', useFactory: () => new Redis('redis://cache') };
`, options: { report: 'likely' },
        errors: [
          { messageId: 'started', data: { name: 'Redis' }, line: 2, column: 63, endColumn: 89 },
        ],
      },
    ],
    valid: [
      `import { Redis } from 'ioredis';
export const provider = { provide: 'redis', useFactory: () => new Redis('redis://cache') };
`,
      { code: `import { Pool } from 'pg';
export const provider = { provide: 'pool', useFactory: () => new Pool() };
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '2.tsyringe',
    invalid: [
      {
        code: `import { container, instanceCachingFactory } from 'tsyringe';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
container.register('store', { useFactory: instanceCachingFactory(async () => {
    const store = new Store();
    await store.start();
    return store;
  }) });
`, files: { 'tsyringe.d.ts': "declare module 'tsyringe' { export const container: { register<T>(token: unknown, provider: { useFactory: (c: unknown) => T }): void }; export function instanceCachingFactory<T>(f: (c: unknown) => T): (c: unknown) => T }" },
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 6, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      { code: `import { container, instanceCachingFactory } from 'tsyringe';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
container.register('store', { useFactory: instanceCachingFactory(() => new Store()) });
`, files: { 'tsyringe.d.ts': "declare module 'tsyringe' { export const container: { register<T>(token: unknown, provider: { useFactory: (c: unknown) => T }): void }; export function instanceCachingFactory<T>(f: (c: unknown) => T): (c: unknown) => T }" } },
    ],
  },
  {
    clause: '2.typed-inject',
    invalid: [
      {
        code: `import { createInjector } from 'typed-inject';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const injector = createInjector().provideFactory('store', async () => {
    const store = new Store();
    await store.start();
    return store;
  });
`, files: { 'typed-inject.d.ts': "declare module 'typed-inject' { export interface Injector { provideFactory<T>(token: string, factory: () => T): Injector; provideClass<T>(token: string, type: new () => T): Injector } export function createInjector(): Injector }" },
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 6, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      { code: `import { createInjector } from 'typed-inject';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
class Disposed extends Store { async dispose() { await this.stop(); } }
export const injector = createInjector().provideFactory('store', async () => {
  const store = new Disposed();
  await store.start();
  return store;
});
`, files: { 'typed-inject.d.ts': "declare module 'typed-inject' { export interface Injector { provideFactory<T>(token: string, factory: () => T): Injector; provideClass<T>(token: string, type: new () => T): Injector } export function createInjector(): Injector }" } },
    ],
  },
  {
    clause: '2.angular',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export class Clock { start() { setInterval(() => {}, 1000); } stop() {} }
export const provider = { provide: Clock, useFactory: () => { const clock = new Clock(); clock.start(); return clock; }, deps: [] };
`,
        errors: [
          { messageId: 'started', data: { name: 'clock' }, line: 4, column: 90, endColumn: 103 },
        ],
      },
      {
        code: `import { InjectionToken } from '@angular/core';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const STORE = new InjectionToken<Promise<Store>>('store', { factory: async () => {
    const store = new Store();
    await store.start();
    return store;
  } });
`, files: { 'angular.d.ts': "declare module '@angular/core' { export class InjectionToken<T> { constructor(name: string, options?: { factory: () => T }); } }" },
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 6, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      { code: `import { InjectionToken } from '@angular/core';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const STORE = new InjectionToken<Store>('store', { factory: () => new Store() });
`, files: { 'angular.d.ts': "declare module '@angular/core' { export class InjectionToken<T> { constructor(name: string, options?: { factory: () => T }); } }" } },
    ],
  },
  {
    clause: '2.released-here',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const provider = {
  provide: 'store',
  useFactory: async () => {
    const store = new Store();
    try {
      await store.start();
    } catch (error) {
      await store.stop();
      throw error;
    }
    return store;
  },
};
`,
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 8, column: 13, endColumn: 26 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const provider = {
  provide: 'url',
  useFactory: async () => {
    const store = new Store();
    await store.start();
    const { url } = store;
    await store.stop();
    return url;
  },
};
`,
    ],
  },
  {
    clause: '2.provenance',
    invalid: [
      {
        code: `import { asFunction } from 'awilix';
declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
export const store = asFunction(async () => {
    const store = new Store();
    await store.start();
    return store;
  });
`, files: { 'awilix.d.ts': "declare module 'awilix' { export interface Resolver<T> { singleton(): Resolver<T>; disposer(release: (value: T) => unknown): Resolver<T> } export function asFunction<T>(factory: (cradle: any) => T, options?: { dispose?: (value: T) => unknown }): Resolver<T>; export function asClass<T>(type: new (...args: any[]) => T): Resolver<T>; export function createContainer(): { register(all: object): void } }" },
        errors: [
          { messageId: 'started', data: { name: 'store' }, line: 6, column: 11, endColumn: 24 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { constructor(readonly url = '') {} async start() { await pause(); } async stop() { await pause(); } }
function asFunction<T>(make: () => T) {
  return make;
}
export const store = asFunction(async () => {
    const store = new Store();
    await store.start();
    return store;
  });
`,
    ],
  },
];
