import { describe, expect, test } from 'vitest';
import type { Difference } from '../../plans/finally-to-stack/plan.ts';
import { compile } from './program.ts';
import { proveProgram } from './prove-program.ts';

const original = `
  export async function run({ open, work }) {
    const a = await open('a');
    const b = await open('b');
    try {
      await work('body');
      return 'done';
    } finally {
      await b.stop();
      await a.stop();
    }
  }
`;

async function failuresOf(migrated: string, permitted: readonly Difference[] = ['suppressed-error']): Promise<readonly string[]> {
  const proof = await proveProgram(compile('a.ts', original), compile('b.ts', migrated), { permitted: new Set(permitted), salts: [0] });
  return proof.failures;
}

describe('the proof accepts', () => {
  test('a stack that runs the same releases', async () => {
    const failures = await failuresOf(`
      export async function run({ open, work }) {
        const a = await open('a');
        const b = await open('b');
        await using stack = new AsyncDisposableStack();
        stack.defer(async () => { await b.stop(); await a.stop(); });
        await work('body');
        return 'done';
      }
    `);
    expect(failures).toEqual([]);
  });

  test('isolated stops, where they are permitted', async () => {
    const failures = await failuresOf(isolated, ['suppressed-error', 'isolated-stops']);
    expect(failures).toEqual([]);
  });
});

const isolated = `
  export async function run({ open, work }) {
    const a = await open('a');
    const b = await open('b');
    await using stack = new AsyncDisposableStack();
    stack.defer(() => a.stop());
    stack.defer(() => b.stop());
    await work('body');
    return 'done';
  }
`;

describe('the proof rejects', () => {
  test('isolated stops, where they are not permitted', async () => {
    expect(await failuresOf(isolated)).toContain('throw at stop:b (salt 0): event 8: nothing became stop:a');
  });

  test('another order of releases', async () => {
    const failures = await failuresOf(isolated.replace('a.stop()', 'x.stop()').replace('b.stop()', 'a.stop()').replace('x.stop()', 'b.stop()'));
    expect(failures[0]).toBe('no fault (salt 0): event 6: stop:b became stop:a');
  });

  test('a release that is not awaited before the next', async () => {
    const failures = await failuresOf(isolated.replace('() => b.stop()', '() => { void b.stop(); }'));
    expect(failures[0]).toBe('no fault (salt 0): event 7: stop:b done became stop:a');
  });

  test('a release that is missing', async () => {
    const failures = await failuresOf(isolated.replace('stack.defer(() => a.stop());', ''));
    expect(failures[0]).toBe('no fault (salt 0): event 8: stop:a became nothing');
  });

  test('a release that runs twice', async () => {
    const failures = await failuresOf(isolated.replace('await work', 'stack.defer(() => b.stop()); await work'));
    expect(failures[0]).toBe('no fault (salt 0): event 8: stop:a became stop:b/1');
  });

  test('a gap that is closed without saying so', async () => {
    const failures = await failuresOf(`
      export async function run({ open, work }) {
        const a = await open('a');
        await using stack = new AsyncDisposableStack();
        stack.defer(() => a.stop());
        const b = await open('b');
        stack.defer(() => b.stop());
        await work('body');
        return 'done';
      }
    `);
    expect(failures).toContain('throw at open:b (salt 0): event 4: nothing became stop:a');
  });

  test('another returned value', async () => {
    const failures = await failuresOf(original.replace("'done'", "'changed'"));
    expect(failures[0]).toBe('no fault (salt 0): returned "done", became {"returned":"\\"changed\\""}');
  });

  test('an error that is swallowed', async () => {
    const failures = await failuresOf(original.replace('} finally', '} catch { return undefined; } finally'));
    expect(failures).toContain('throw at work:body (salt 0): threw work:body, became {"returned":"undefined"}');
  });
});

describe('a closed gap', () => {
  const before = `
    export async function run({ open, work }) {
      const a = await open('a');
      await work('gap');
      try { await work('body'); } finally { await a.stop(); }
    }
  `;
  const after = `
    export async function run({ open, work }) {
      const a = await open('a');
      await using stack = new AsyncDisposableStack();
      stack.defer(() => a.stop());
      await work('gap');
      await work('body');
    }
  `;

  async function failures(permitted: readonly Difference[], migrated = after): Promise<readonly string[]> {
    return (await proveProgram(compile('a.ts', before), compile('b.ts', migrated), { permitted: new Set(permitted), salts: [0] })).failures;
  }

  test('is accepted where it is permitted', async () => {
    expect(await failures(['suppressed-error', 'gap-closed'])).toEqual([]);
  });

  test('is a difference where it is not', async () => {
    expect((await failures(['suppressed-error']))[0]).toBe('throw at work:gap (salt 0): event 4: nothing became stop:a');
  });

  test('does not excuse a release that the original ran and the migrated program lost', async () => {
    expect((await failures(['suppressed-error', 'gap-closed'], after.replace('stack.defer(() => a.stop());', '')))[0]).toBe('no fault (salt 0): event 6: stop:a became nothing');
  });
});

describe('an error that the program catches', () => {
  const before = `
    export async function run({ open, work, caught }) {
      try {
        const a = await open('a');
        const b = await open('b');
        try { await work('body'); } finally { await b.stop(); await a.stop(); }
      } catch (error) {
        caught(error);
      }
    }
  `;
  const after = `
    export async function run({ open, work, caught }) {
      try {
        const a = await open('a');
        const b = await open('b');
        await using stack = new AsyncDisposableStack();
        stack.defer(() => a.stop());
        stack.defer(() => b.stop());
        await work('body');
      } catch (error) {
        caught(error);
      }
    }
  `;

  async function failures(migrated: string): Promise<readonly string[]> {
    const permitted = new Set<Difference>(['suppressed-error', 'isolated-stops']);
    return (await proveProgram(compile('a.ts', before), compile('b.ts', migrated), { permitted, salts: [0] })).failures;
  }

  test('may come behind that of a release that runs all the same', async () => {
    expect(await failures(after)).toEqual([]);
  });

  test('may not be lost to it', async () => {
    expect(await failures(after.replace('caught(error)', 'caught(error.error ?? error)'))).toContain('reject at stop:b and reject at stop:a (salt 0): event 8: caught stop:b became stop:a');
  });
});
