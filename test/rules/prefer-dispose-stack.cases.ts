import type { ClauseCase } from './clause-case.ts';
import type { preferDisposeStack } from '../../tools/clauses/prefer-dispose-stack.ts';

export const cases: readonly ClauseCase<keyof typeof preferDisposeStack.clauses>[] = [
  {
    clause: '14.guarded',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  let store: Store | undefined;
  try {
    store = new Store();
    await store.start();
    await store.save('x');
  } finally {
    if (store) await store.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 9, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  let store: Store | undefined;
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    if (store) await store.stop();
  });
  store = new Store();
  await store.start();
  await store.save('x');
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  let store: Store | null = null;
  try {
    store = new Store();
    await store.start();
  } finally {
    if (store !== null) {
      await store.stop();
    }
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 8, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  let store: Store | null = null;
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    if (store !== null) {
      await store.stop();
    }
  });
  store = new Store();
  await store.start();
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  try {
    await pause();
  } finally {
    store && (await store.stop());
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 6, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    store && (await store.stop());
  });
  await pause();
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  try {
    await store.save('x');
  } finally {
    await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '14.optional',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  let store: Store | undefined;
  try {
    store = new Store();
    await store.start();
  } finally {
    await store?.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 8, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  let store: Store | undefined;
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await store?.stop();
  });
  store = new Store();
  await store.start();
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  try {
    await pause();
  } finally {
    await store?.save('last');
  }
}
`,
    ],
  },
  {
    clause: '14.several',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  const audit = new Store();
  await audit.start();
  try {
    await store.save('x');
  } finally {
    await audit.stop();
    await store.stop();
  }
}
`,
        errors: [
          { messageId: 'several', data: { names: "'audit' and 'store'" }, line: 10, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  const audit = new Store();
  await audit.start();
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await audit.stop();
    await store.stop();
  });
  await store.save('x');
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store) {
  const timer = setInterval(() => undefined, 1000);
  try {
    await store.save('x');
  } finally {
    clearInterval(timer);
    await store.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'several', data: { names: "'timer' and 'store'" }, line: 7, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store) {
  const timer = setInterval(() => undefined, 1000);
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    clearInterval(timer);
    await store.stop();
  });
  await store.save('x');
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store) {
  try {
    await store.save('x');
  } finally {
    console.log('done');
    await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '14.nested',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  try {
    const audit = new Store();
    await audit.start();
    try {
      await store.save('x');
    } finally {
      await audit.stop();
    }
  } finally {
    await store.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'nested', data: { names: "'store' and 'audit'" }, line: 14, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await store.stop();
  });
  const audit = new Store();
  await audit.start();
  stack.defer(async () => {
    await audit.stop();
  });
  await store.save('x');
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(lock: { locked: boolean }) {
  const store = new Store();
  await store.start();
  try {
    lock.locked = true;
    try {
      await store.save('x');
    } finally {
      lock.locked = false;
    }
  } finally {
    await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '14.array',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const cleanups: (() => Promise<void>)[] = [];
  try {
    const store = new Store();
    await store.start();
    cleanups.push(() => store.stop());
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
}
`,
        errors: [
          { messageId: 'array', data: { names: "'cleanups'" }, line: 4, column: 9, endColumn: 17, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  await using stack = new AsyncDisposableStack();
  const store = new Store();
  await store.start();
  stack.defer(() => store.stop());
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const saves: (() => Promise<void>)[] = [];
  const store = new Store();
  saves.push(() => store.save('x'));
  for (const save of saves) await save();
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export function collect(store: Store) {
  const cleanups: (() => Promise<void>)[] = [];
  cleanups.push(() => store.stop());
  return cleanups;
}
`,
    ],
  },
  {
    clause: '14.single',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  try {
    await store.save('x');
  } finally {
    await store.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'single', data: { names: "'store'" }, line: 8, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await store.stop();
  });
  await store.save('x');
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  try {
    await store.save('x');
  } finally {
    await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '14.other-guard',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(keep: boolean) {
  let store: Store | undefined;
  let audit: Store | undefined;
  try {
    store = new Store();
    audit = new Store();
    await pause();
  } finally {
    if (audit) await audit.stop();
    if (store && !keep) await store.stop();
  }
}
`,
        errors: [
          { messageId: 'guarded', data: { names: "'audit'" }, line: 10, column: 5, endColumn: 12 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(given: Store | undefined) {
  const store = given ?? new Store();
  try {
    await store.save('x');
  } finally {
    if (!given) await store.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store, timedOut: boolean) {
  try {
    await store.save('x');
  } finally {
    if (!timedOut) await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '14.super',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Base { async stop() { await pause(); } async start() { await pause(); } }
export class Derived extends Base {
  #store: Store | undefined = new Store();
  override async stop() {
    try {
      await pause();
    } finally {
      await this.#store?.stop();
      await super.stop();
    }
  }
}
`,
        errors: [
          { messageId: 'guarded', data: { names: "'this.#store'" }, line: 9, column: 7, endColumn: 14, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Base { async stop() { await pause(); } async start() { await pause(); } }
export class Derived extends Base {
  #store: Store | undefined = new Store();
  override async stop() {
    await using stack = new AsyncDisposableStack();
    stack.defer(async () => {
      await this.#store?.stop();
      await super.stop();
    });
    await pause();
  }
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Base { async stop() { await pause(); } async start() { await pause(); } }
export class Derived extends Base {
  override async stop() {
    try {
      await pause();
    } finally {
      await super.stop();
    }
  }
}
`,
    ],
  },
  {
    clause: '14.no-release',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined, busy: Set<string>) {
  try {
    await pause();
  } finally {
    busy.delete('x');
    if (store) await store.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 6, column: 5, endColumn: 12 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store, busy: Set<string>) {
  try {
    await store.save('x');
  } finally {
    busy.delete('x');
  }
}
`,
    ],
  },
  {
    clause: '14.engines',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(a: Store | undefined) {
  try {
    await pause();
  } finally {
    if (a) await a.stop();
  }
}
`, options: { report: 'likely' }, filename: 'node20/file.ts', files: { 'node20/polyfill.ts': "import 'disposablestack/auto';" },
        errors: [
          { messageId: 'guarded', data: { names: "'a'" }, line: 6, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(a: Store | undefined) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    if (a) await a.stop();
  });
  await pause();
}
` }] },
        ],
      },
    ],
    valid: [
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(a: Store | undefined) {
  try {
    await pause();
  } finally {
    if (a) await a.stop();
  }
}
`, filename: 'node20/file.ts' },
    ],
  },
  {
    clause: '14.wrong-order',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  try {
    await store.save('x');
  } finally {
    await feed.stop();
    await store.stop();
  }
}
`,
        errors: [
          { messageId: 'several', data: { names: "'feed' and 'store'" }, line: 11, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await feed.stop();
    await store.stop();
  });
  await store.save('x');
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
class Feed { constructor(private store: Store) {} async start() { await this.store.save('open'); } async stop() { await pause(); } }
export async function run() {
  const store = new Store();
  await store.start();
  const feed = new Feed(store);
  await feed.start();
  try {
    await store.save('x');
  } finally {
    await store.stop();
    await feed.stop();
  }
}
`,
    ],
  },
  {
    clause: '14.stack',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  await using stack = new AsyncDisposableStack();
  let store: Store | undefined;
  try {
    store = new Store();
    await store.start();
    stack.defer(() => pause());
  } finally {
    if (store) await store.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 10, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  await using stack = new AsyncDisposableStack();
  let store: Store | undefined;
  await using stack2 = new AsyncDisposableStack();
  stack2.defer(async () => {
    if (store) await store.stop();
  });
  store = new Store();
  await store.start();
  stack.defer(() => pause());
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  await using stack = new AsyncDisposableStack();
  const store = new Store();
  await store.start();
  stack.defer(() => store.stop());
  await store.save('x');
}
`,
    ],
  },
  {
    clause: '14.guarded',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | null) {
  try {
    await pause();
  } finally {
    if (store != null) {
      console.log('stopping');
      await store.stop();
    }
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 6, column: 5, endColumn: 12 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  try {
    await pause();
  } finally {
    await (store ? store.stop() : undefined);
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 6, column: 5, endColumn: 12 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Owner {
  #store: Store | undefined;
  async run() {
    try {
      await this.#store?.save('x');
    } finally {
      if (this.#store !== undefined) await this.#store.stop();
    }
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'this.#store'" }, line: 8, column: 7, endColumn: 14, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export class Owner {
  #store: Store | undefined;
  async run() {
    await using stack = new AsyncDisposableStack();
    stack.defer(async () => {
      if (this.#store !== undefined) await this.#store.stop();
    });
    await this.#store?.save('x');
  }
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(parts: { store: Store } | undefined) {
  try {
    await pause();
  } catch (error) {
    console.error(error);
  } finally {
    if (parts) await parts.store.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'parts.store'" }, line: 8, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(parts: { store: Store } | undefined) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    if (parts) await parts.store.stop();
  });
  try {
    await pause();
  } catch (error) {
    console.error(error);
  }
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  try {
    await pause();
  } catch (error) {
    console.error(error);
    if (store) await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '14.optional',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(parts: { store?: Store }) {
  try {
    await pause();
  } finally {
    await parts.store?.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'parts.store'" }, line: 6, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(parts: { store?: Store }) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await parts.store?.stop();
  });
  await pause();
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(parts: { store?: Store }) {
  try {
    await pause();
  } finally {
    await parts.store?.save('last');
  }
}
`,
    ],
  },
  {
    clause: '14.several',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(stores: { a: Store; b: Store }) {
  try {
    await stores.a.save('x');
  } finally {
    await Promise.all([stores.a.stop(), stores.b.stop()]);
  }
}
`,
        errors: [
          { messageId: 'several', data: { names: "'stores.a' and 'stores.b'" }, line: 6, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(stores: { a: Store; b: Store }) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await Promise.all([stores.a.stop(), stores.b.stop()]);
  });
  await stores.a.save('x');
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store, audit: Store) {
  try {
    await store.save('x');
  } finally {
    try {
      await audit.stop();
    } finally {
      await store.stop();
    }
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'several', data: { names: "'audit' and 'store'" }, line: 6, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store, audit: Store) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    try {
      await audit.stop();
    } finally {
      await store.stop();
    }
  });
  await store.save('x');
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store) {
  const late = setTimeout(() => console.log('late'), 1000);
  try {
    await store.save('x');
  } finally {
    clearTimeout(late);
    await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '14.nested',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store, audit: Store, feed: Store) {
  try {
    try {
      try {
        await store.save('x');
      } finally {
        await feed.stop();
      }
    } finally {
      await audit.stop();
    }
  } finally {
    await store.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'nested', data: { names: "'store', 'audit', and 'feed'" }, line: 14, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store, audit: Store, feed: Store) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await store.stop();
  });
  stack.defer(async () => {
    await audit.stop();
  });
  stack.defer(async () => {
    await feed.stop();
  });
  await store.save('x');
}
` }] },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store, audit: Store) {
  try {
    await store.save('x');
  } finally {
    await store.stop();
  }
  const later = async () => {
    try {
      await audit.save('x');
    } finally {
      await audit.stop();
    }
  };
  await later();
}
`,
    ],
  },
  {
    clause: '14.array',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(names: string[]) {
  const cleanups: (() => Promise<void>)[] = [];
  for (const name of names) {
    const store = new Store();
    await store.start();
    await store.save(name);
    cleanups.push(async () => {
      await store.stop();
    });
  }
  await Promise.all(cleanups.map((cleanup) => cleanup()));
}
`,
        errors: [
          { messageId: 'array', data: { names: "'cleanups'" }, line: 4, column: 9, endColumn: 17 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(names: string[]) {
  const saves: (() => Promise<void>)[] = [];
  const store = new Store();
  for (const name of names) saves.push(() => store.save(name));
  await Promise.all(saves.map((save) => save()));
}
`,
    ],
  },
  {
    clause: '14.single',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store) {
  const late = setTimeout(() => console.log('late'), 1000);
  try {
    await store.save('x');
  } finally {
    clearTimeout(late);
    await store.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'single', data: { names: "'store'" }, line: 7, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store) {
  const late = setTimeout(() => console.log('late'), 1000);
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    clearTimeout(late);
    await store.stop();
  });
  await store.save('x');
}
` }] },
        ],
      },
    ],
    valid: [
      { code: `export async function run(work: () => Promise<void>) {
  const late = setTimeout(() => console.log('late'), 1000);
  try {
    await work();
  } finally {
    clearTimeout(late);
  }
}
`, options: { report: 'likely' } },
    ],
  },
  {
    clause: '14.suggestion',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(text: string) {
  // what is saved
  let store: Store | undefined;
  try {
    store = new Store();
    await store.start();
    return await store.save(text); // once
  } finally {
    await store?.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 10, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(text: string) {
  // what is saved
  let store: Store | undefined;
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await store?.stop();
  });
  store = new Store();
  await store.start();
  return await store.save(text); // once
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function* run(store: Store | undefined) {
  try {
    yield 1;
  } finally {
    await store?.stop();
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 6, column: 5, endColumn: 12 },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(names: string[]) {
  for (const name of names) {
    let store: Store | undefined;
    try {
      store = new Store();
      await store.save(name);
    } finally {
      if (store) await store.stop();
      if (name === 'last') break;
    }
  }
}
`, options: { report: 'likely' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 9, column: 7, endColumn: 14 },
        ],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(text: string) {
  // what is saved
  await using stack = new AsyncDisposableStack();
  const store = new Store();
  await store.start();
  stack.defer(() => store.stop());
  return await store.save(text); // once
}
`,
    ],
  },
  {
    clause: '14.engines',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  try {
    await pause();
  } finally {
    if (store) await store.stop();
  }
}
`, options: { report: 'likely' }, filename: 'node24/file.ts', files: { 'node24/other.ts': 'export const other = 1;' },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 6, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    if (store) await store.stop();
  });
  await pause();
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  try {
    await pause();
  } finally {
    if (store) await store.stop();
  }
}
`, options: { report: 'likely' }, filename: 'node20/file.ts', files: { 'node20/src/polyfill.ts': "import 'core-js/proposals/explicit-resource-management.js';" },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 6, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    if (store) await store.stop();
  });
  await pause();
}
` }] },
        ],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  try {
    await pause();
  } finally {
    if (store) await store.stop();
  }
}
`, options: { report: 'likely' }, filename: 'node20/test/file.test.ts', files: { 'node20/test/setup.ts': "import 'disposablestack/auto';" },
        errors: [
          { messageId: 'guarded', data: { names: "'store'" }, line: 6, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    if (store) await store.stop();
  });
  await pause();
}
` }] },
        ],
      },
    ],
    valid: [
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  try {
    await pause();
  } finally {
    if (store) await store.stop();
  }
}
`, filename: 'node20/file.ts', files: { 'node20/test/setup.ts': "import 'disposablestack/auto';" } },
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  try {
    await pause();
  } finally {
    if (store) await store.stop();
  }
}
`, filename: 'node20/file.ts', files: { 'node20/vitest.setup.ts': "import 'disposablestack/auto';" } },
    ],
  },
  {
    clause: '14.without-stack',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Cache { async start() { await pause(); } async stop() { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
export async function run(cache: Cache | undefined) {
  try {
    await pause();
  } finally {
    if (cache) await cache.stop();
  }
}
`, options: { report: 'likely' }, filename: 'node20/file.ts',
        errors: [
          { messageId: 'guarded', data: { names: "'cache'" }, line: 6, column: 5, endColumn: 12 },
        ],
      },
    ],
    valid: [
      { code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(store: Store | undefined) {
  try {
    await pause();
  } finally {
    if (store) await store.stop();
  }
}
`, filename: 'node20/file.ts' },
      { code: `declare function pause(): Promise<void>;
class Cache { async start() { await pause(); } async stop() { await pause(); } async [Symbol.asyncDispose]() { await this.stop(); } }
class Store { async start() { await pause(); } async stop() { await pause(); } }
export async function run(store: Store | undefined, cache: Cache | undefined) {
  try {
    await pause();
  } finally {
    if (store) await store.stop();
    if (cache) await cache.stop();
  }
}
`, filename: 'node20/file.ts' },
    ],
  },
  {
    clause: '14.several',
    valid: [
      `
declare class Sandbox {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare class Writer {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const sandbox: Sandbox;
declare const writer: Writer;
declare const work: () => Promise<void>;
export async function run(): Promise<void> {
  const failures: unknown[] = [];
  try {
    await work();
  } finally {
    try {
      await writer.stop();
    } catch (failure) {
      failures.push(failure);
    }
    try {
      await sandbox.stop();
    } catch (failure) {
      failures.push(failure);
    }
  }
}
`,
    ],
  },
  {
    clause: '14.guarded',
    valid: [
      `
declare class Sandbox {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare class Writer {
  start(): Promise<void>;
  stop(): Promise<void>;
}
declare const sandbox: Sandbox;
declare const writer: Writer;
declare const work: () => Promise<void>;
export async function run(beat: boolean): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  if (beat) timer = setInterval(() => console.log('beat'), 1000);
  try {
    await work();
  } finally {
    if (timer !== undefined) clearInterval(timer);
  }
}
`,
    ],
  },
  {
    clause: '14.several',
    invalid: [
      {
        code: `
declare class Sandbox { start(): Promise<void>; stop(): Promise<void>; }
declare class Writer { start(): Promise<void>; stop(): Promise<void>; }
declare const sandbox: Sandbox;
declare const writer: Writer;
declare const work: () => Promise<void>;
export async function run(): Promise<void> {
  try {
    await work();
  } finally {
    try { await work(); } catch { console.log('first'); }
    try { await work(); } catch { console.log('second'); }
    await writer.stop();
    await sandbox.stop();
  }
}
`,
        errors: [{ messageId: 'several', data: { names: "'writer' and 'sandbox'" }, line: 10, column: 5, endColumn: 12, suggestions: [] }],
      },
      {
        code: `
declare class Part { start(): Promise<void>; stop(): Promise<void>; }
declare class Whole { readonly part: Part; start(): Promise<void>; stop(): Promise<void>; }
declare const whole: Whole;
declare const work: () => Promise<void>;
export async function run(): Promise<void> {
  try {
    await work();
  } finally {
    await whole.part.stop();
    await whole.stop();
  }
}
`,
        errors: [{ messageId: 'several', data: { names: "'whole.part' and 'whole'" }, line: 9, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `
declare class Part { start(): Promise<void>; stop(): Promise<void>; }
declare class Whole { readonly part: Part; start(): Promise<void>; stop(): Promise<void>; }
declare const whole: Whole;
declare const work: () => Promise<void>;
export async function run(): Promise<void> {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await whole.part.stop();
    await whole.stop();
  });
  await work();
}
` }] }],
      },
    ],
    valid: [
      `
declare class Handle { dispose(): void; [Symbol.dispose](): void; }
declare class Context { readonly global: Handle; evaluate(code: string): Promise<string>; dispose(): void; [Symbol.dispose](): void; }
declare function makeContext(): Context;
export async function run(code: string): Promise<string> {
  const context = makeContext();
  try {
    return await context.evaluate(code);
  } finally {
    context.global.dispose();
    context.dispose();
  }
}
`,
    ],
  },
  {
    clause: '14.guarded',
    invalid: [
      {
        code: `
import { open, type FileHandle } from 'node:fs/promises';
export async function run(path: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    await handle.stat();
  } finally {
    if (handle) await handle.close();
  }
}
`, options: { report: 'likely' },
        filename: 'node20/file.ts',
        errors: [{ messageId: 'guarded', data: { names: "'handle'" }, line: 8, column: 5, endColumn: 12, suggestions: [] }],
      },
    ],
    valid: [
      {
        code: `
import { createReadStream, type ReadStream } from 'node:fs';
declare function store(stream: ReadStream): Promise<void>;
export async function run(path: string): Promise<void> {
  let stream: ReadStream | undefined;
  try {
    stream = createReadStream(path);
    await store(stream);
  } finally {
    if (stream) stream.destroy();
  }
}
`,
        filename: 'node20/file.ts',
      },
      {
        code: `
declare const work: () => Promise<void>;
export async function run(milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  if (milliseconds > 0) timer = setInterval(() => console.log('beat'), milliseconds);
  try {
    await work();
  } finally {
    if (timer !== undefined) clearInterval(timer);
  }
}
`,
        filename: 'node20/file.ts',
        options: { report: 'likely' },
      },
    ],
  },
  {
    clause: '14.elsewhere',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  process.once('SIGTERM', async () => {
    await store?.stop();
  });
  try {
    store = new Store();
    await store.start();
    await until;
  } finally {
    if (store) await store.stop();
  }
}
`,
        errors: [{ messageId: 'guarded', data: { names: "'store'" }, line: 12, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  process.once('SIGTERM', async () => {
    await store?.stop();
  });
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    if (store) await store.stop();
  });
  store = new Store();
  await store.start();
  await until;
}
` }] }],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  let store: Store | undefined;
  try {
    store = new Store();
    await store.start();
    await store.stop();
  } finally {
    await store?.stop();
  }
}
`,
        errors: [{ messageId: 'guarded', data: { names: "'store'" }, line: 9, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  let store: Store | undefined;
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await store?.stop();
  });
  store = new Store();
  await store.start();
  await store.stop();
}
` }] }],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  process.once('SIGTERM', async () => {
    process.exit(0);
  });
  try {
    store = new Store();
    await store.start();
    await until;
  } finally {
    if (store) await store.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  process.once('SIGTERM', async () => {
    await store?.stop();
    process.exit(0);
  });
  try {
    store = new Store();
    await store.start();
    await until;
  } finally {
    if (store) await store.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run() {
  let store: Store | undefined;
  try {
    store = new Store();
    await store.start();
    await store.stop();
    store = undefined;
  } finally {
    await store?.stop();
  }
}
`,
    ],
  },
  {
    clause: '14.left-out',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  let audit: Store | undefined;
  try {
    store = new Store();
    await store.start();
    audit = new Store();
    await audit.start();
    await until;
  } finally {
    if (audit) await audit.stop();
    if (store && !audit) await store.stop();
  }
}
`,
        errors: [{ messageId: 'guarded', data: { names: "'audit'" }, line: 12, column: 5, endColumn: 12 }],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  try {
    store = new Store();
    await store.start();
    await until;
  } finally {
    if (store) await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '14.skips',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  let audit: Store | undefined;
  try {
    store = new Store();
    await store.start();
    audit = new Store();
    await audit.start();
    await until;
  } finally {
    if (audit) await audit.stop();
    await store?.stop();
  }
}
`,
        errors: [{ messageId: 'guarded', data: { names: "'audit' and 'store'" }, line: 12, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  let audit: Store | undefined;
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    if (audit) await audit.stop();
    await store?.stop();
  });
  store = new Store();
  await store.start();
  audit = new Store();
  await audit.start();
  await until;
}
` }] }],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  let audit: Store | undefined;
  try {
    store = new Store();
    await store.start();
    audit = new Store();
    await audit.start();
    await until;
  } finally {
    try { await audit?.stop(); } finally { console.log(1); }
    await store?.stop();
  }
}
`,
        errors: [{ messageId: 'guarded', data: { names: "'audit' and 'store'" }, line: 12, column: 5, endColumn: 12 }],
      },
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  const store = new Store();
  await store.start();
  try {
    const audit = new Store();
    const feed = new Store();
    try {
      await until;
    } finally {
      await feed.stop();
      await audit.stop();
    }
  } finally {
    await store.stop();
  }
}
`,
        errors: [{ messageId: 'nested', data: { names: "'store', 'feed', and 'audit'" }, line: 15, column: 5, endColumn: 12, suggestions: [{ messageId: 'useStack', data: {}, output: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  const store = new Store();
  await store.start();
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await store.stop();
  });
  const audit = new Store();
  const feed = new Store();
  stack.defer(async () => {
    await feed.stop();
    await audit.stop();
  });
  await until;
}
` }] }],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  let audit: Store | undefined;
  try {
    store = new Store();
    await store.start();
    audit = new Store();
    await audit.start();
    await until;
  } finally {
    await audit?.stop().catch(console.error);
    await store?.stop();
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  let audit: Store | undefined;
  try {
    store = new Store();
    await store.start();
    audit = new Store();
    await audit.start();
    await until;
  } finally {
    try { await audit?.stop(); } finally { await store?.stop(); }
    
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  let store: Store | undefined;
  let audit: Store | undefined;
  try {
    store = new Store();
    await store.start();
    audit = new Store();
    await audit.start();
    await until;
  } finally {
    await Promise.allSettled([audit?.stop(), store?.stop()]);
    
  }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(until: Promise<void>) {
  const store = new Store();
  await store.start();
  try {
    const audit = new Store();
    const feed = new Store();
    try {
      await until;
    } finally {
      await audit.stop();
    }
  } finally {
    await store.stop();
  }
}
`,
    ],
  },
  {
    clause: '14.array',
    invalid: [
      {
        code: `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(names: string[]) {
  const cleanups: (() => Promise<void> | void)[] = [];
  for (const name of names) {
    const store = new Store();
    const beat = setInterval(() => console.log(name), 1000);
    await store.save(name);
    cleanups.push(() => store.stop());
  }
  for (const cleanup of cleanups) await cleanup();
}
`,
        errors: [{ messageId: 'array', data: { names: "'cleanups'" }, line: 4, column: 9, endColumn: 17 }],
      },
    ],
    valid: [
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(names: string[]) {
  const cleanups: (() => Promise<void> | void)[] = [];
  for (const name of names) {
    const store = new Store();
    const beat = setInterval(() => console.log(name), 1000);
    await store.save(name);
    cleanups.push(() => store.stop());
  }
  for (const cleanup of cleanups) { try { await cleanup(); } catch (error) { console.error(error); } }
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(names: string[]) {
  const cleanups: (() => Promise<void> | void)[] = [];
  for (const name of names) {
    const store = new Store();
    const beat = setInterval(() => console.log(name), 1000);
    await store.save(name);
    cleanups.push(() => store.stop());
  }
  await Promise.allSettled(cleanups.map((cleanup) => cleanup()));
}
`,
      `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } async save(text: string) { await pause(); } }
export async function run(names: string[]) {
  const cleanups: (() => Promise<void> | void)[] = [];
  for (const name of names) {
    const store = new Store();
    const beat = setInterval(() => console.log(name), 1000);
    await store.save(name);
    cleanups.push(() => clearInterval(beat));
  }
  for (const cleanup of cleanups) cleanup();
}
`,
    ],
  },
];
