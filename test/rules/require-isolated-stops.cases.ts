import type { ClauseCase } from './clause-case.ts';
import type { requireIsolatedStops } from '../../tools/clauses/require-isolated-stops.ts';

export const cases: readonly ClauseCase<keyof typeof requireIsolatedStops.clauses>[] = [
  {
    clause: '22.in-a-row',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store, b: Store, c: Store) {
  await a.stop();
  await b.stop();
  await c.stop();
}
`,
        errors: [
          { messageId: 'skipped', data: { subject: 'b', after: 'a', line: '4' }, line: 5, column: 9, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store, b: Store) {
  try {
    await a.stop();
  } finally {
    await b.stop();
  }
}
`,
    ],
  },
  {
    clause: '22.finally',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store, b: Store) {
  try {
    await a.save('x');
  } finally {
    await b.stop();
    await a.stop();
  }
}
`,
        errors: [
          { messageId: 'skipped', data: { subject: 'a', after: 'b', line: '7' }, line: 8, column: 11, endColumn: 19 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store, b: Store) {
  try {
    try {
      await a.save('x');
    } finally {
      await b.stop();
    }
  } finally {
    await a.stop();
  }
}
`,
    ],
  },
  {
    clause: '22.teardown',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  #store: Store | undefined = new Store();
  #audit: Store | undefined = new Store();
  async stop() {
    if (this.#audit) await this.#audit.stop();
    await this.#store?.stop();
  }
}
`,
        errors: [
          { messageId: 'skipped', data: { subject: 'this.#store', after: 'this.#audit', line: '7' }, line: 8, column: 11, endColumn: 30 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class App {
  #store: Store | undefined = new Store();
  #audit: Store | undefined = new Store();
  async stop() {
    const done = await Promise.allSettled([this.#audit?.stop(), this.#store?.stop()]);
    for (const one of done) if (one.status === 'rejected') throw one.reason;
  }
}
`,
    ],
  },
  {
    clause: '22.loop',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function stopAll(stores: Store[]) {
  for (const store of stores) await store.stop();
}
`,
        errors: [
          { messageId: 'loop', data: { subject: 'store', after: 'store', line: '4' }, line: 4, column: 37, endColumn: 49 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function stopAll(stores: Map<string, Store>) {
  for (const [, store] of stores) {
    await store.stop();
  }
}
`,
        errors: [
          { messageId: 'loop', data: { subject: 'store', after: 'store', line: '5' }, line: 5, column: 11, endColumn: 23 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function stopAll(stores: Store[]) {
  for (const store of stores) {
    try {
      await store.stop();
    } catch (error) {
      console.error(error);
    }
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function each(names: string[]) {
  for (const name of names) {
    const store = new Store();
    await store.start();
    await store.save(name);
    await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '22.isolated',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store, b: Store, c: Store) {
  try {
    await a.stop();
    await b.stop();
  } catch (error) {
    console.error(error);
  }
  await c.stop();
}
`,
        errors: [
          { messageId: 'skipped', data: { subject: 'b', after: 'a', line: '5' }, line: 6, column: 11, endColumn: 19 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store, b: Store) {
  try {
    await a.stop();
  } catch (error) {
    console.error(error);
  }
  await b.stop();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store, b: Store) {
  await a.stop().catch(console.error);
  await b.stop();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store, b: Store) {
  await Promise.allSettled([a.stop(), b.stop()]);
}
`,
    ],
  },
  {
    clause: '22.stack',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const a = new Store();
  await a.start();
  const b = new Store();
  await b.start();
  await b.stop();
  await a.stop();
}
`,
        errors: [
          { messageId: 'skipped', data: { subject: 'a', after: 'b', line: '8' }, line: 9, column: 9, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  await using stack = new AsyncDisposableStack();
  const a = new Store();
  await a.start();
  stack.defer(async () => {
    await a.stop();
  });
  const b = new Store();
  await b.start();
  stack.defer(async () => {
    await b.stop();
  });
}
`,
    ],
  },
  {
    clause: '22.one-path',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store | undefined, b: Store) {
  if (a) await a.stop();
  await b.stop();
}
`,
        errors: [
          { messageId: 'skipped', data: { subject: 'b', after: 'a', line: '4' }, line: 5, column: 9, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store, b: Store, first: boolean) {
  if (first) await a.stop();
  else await b.stop();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store | undefined, b: Store | undefined) {
  if (a) await a.stop();
  if (b && !a) await b.stop();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store, b: Store, first: boolean) {
  if (first) {
    await a.stop();
    return;
  }
  await b.stop();
}
`,
    ],
  },
  {
    clause: '22.single',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store, b: Store) {
  await a.stop();
  console.log('stopped');
  await b.stop();
}
`,
        errors: [
          { messageId: 'skipped', data: { subject: 'b', after: 'a', line: '4' }, line: 6, column: 9, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function closeAll(a: Store) {
  await a.save('last');
  await a.stop();
}
`,
      `import type { Redis } from 'ioredis';
export async function run(redis: Redis) {
  await redis.quit();
  redis.disconnect();
}
`,
    ],
  },
];
