import { describe, expect, test } from 'vitest';
import { migrateText } from '../../codemods/finally-to-stack/migrate-file.ts';
import { defaultPlanOptions, type PlanOptions } from '../../plans/finally-to-stack/options.ts';
import { assumedTypes, type Assumed } from './assumed-types.ts';

function migrated(text: string, assumed: Assumed = {}, options: Partial<PlanOptions> = {}) {
  const source = `async function f() {\n${text}}\n`;
  const result = migrateText('a.ts', source, { ...defaultPlanOptions, ...options }, assumedTypes(source, assumed));
  const [site] = result.sites;
  return { text: result.text.slice('async function f() {\n'.length, -2), site, reason: site?.outcome === 'migrated' ? `${site.level}: ${site.limit}` : site?.reason };
}

const single = `  const a = await open('a');
  try {
    await a.work();
  } finally {
    await a.stop();
  }
`;

describe('one resource', () => {
  test('is declared by the scope when its dispose is exactly the release', () => {
    const { text, reason } = migrated(single, { a: 'exact' });
    expect(text).toBe(`  await using a = await open('a');
  await a.work();
`);
    expect(reason).toBe('use: undefined');
  });

  test.each([['guarded', 'scoped: dispose-guarded'], ['lossy', 'scoped: dispose-lossy'], ['gives a value', 'scoped: dispose-differs'], ['unknown', 'scoped: dispose-differs']] as const)('keeps its old release when its dispose is %s', (how, expected) => {
    const { text, reason } = migrated(single, { a: how });
    expect(text).not.toContain('await using a');
    expect(text).toContain('stack.defer(');
    expect(reason).toBe(expected);
  });

  test('is registered as a bare call only when that gives nothing', () => {
    expect(migrated(single, { a: 'guarded' }).text).toContain('stack.defer(() => a.stop());');
    expect(migrated(single, { a: 'gives a value' }).text).toContain('stack.defer(async () => {\n    await a.stop();\n  });');
  });

  test('takes its declaration into a block when code follows', () => {
    expect(migrated(`${single}  after();\n`, { a: 'exact' }).text).toBe(`  {
    await using a = await open('a');
    await a.work();
  }
  after();
`);
  });

  test('stays outside of the block, and goes on a stack, when that code uses it', () => {
    expect(migrated(`${single}  after(a);\n`, { a: 'exact' }).text).toBe(`  const a = await open('a');
  {
    await using stack = new AsyncDisposableStack();
    stack.use(a);
    await a.work();
  }
  after(a);
`);
  });

  test('is not declared where other code stands between', () => {
    const gap = single.replace('  try', '  between();\n  try');
    expect(migrated(gap, { a: 'exact' }).text).toContain("  const a = await open('a');\n  between();\n  await using stack = new AsyncDisposableStack();\n  stack.use(a);\n");
    expect(migrated(gap, { a: 'exact' }, { closeGap: true })).toMatchObject({ text: "  await using a = await open('a');\n  between();\n  await a.work();\n", site: { differences: ['suppressed-error', 'gap-closed'] } });
  });

  test('that is replaced keeps its callback', () => {
    expect(migrated(single.replace('const', 'let').replace('await a.work();', "a = await open('b');"), { a: 'exact' }).reason).toBe('flat: acquired-elsewhere');
  });

  test('released synchronously needs the synchronous dispose', () => {
    const synchronous = single.replace('await a.stop()', 'a.close()');
    expect(migrated(synchronous, { a: 'exact' }).text).toBe("  using a = await open('a');\n  await a.work();\n");
    expect(migrated(synchronous, { a: 'guarded' }).text).toContain('stack.defer(() => a.close());');
  });

  test('with a catch is released after it', () => {
    expect(migrated(single.replace('} finally', '} catch (error) {\n    log(error);\n  } finally'), { a: 'exact' }).text).toBe(`  await using a = await open('a');
  try {
    await a.work();
  } catch (error) {
    log(error);
  }
`);
  });

  test('stops at the level that is asked for', () => {
    expect(migrated(single, { a: 'exact' }, { level: 'scoped' })).toMatchObject({ reason: 'scoped: level-capped' });
    expect(migrated(single, { a: 'exact' }, { level: 'flat' })).toMatchObject({ reason: 'flat: level-capped' });
    expect(migrated(single, { a: 'exact' }, { level: 'structural' })).toMatchObject({ reason: 'structural: level-capped' });
  });
});

const pair = `  const a = await open('a');
  const b = await open(a);
  try {
    await b.work();
  } finally {
    // b first
    await b.stop();
    await a.stop(); // then a
  }
`;

describe('several resources', () => {
  test('are registered one by one at the try, their comments beside them', () => {
    const { text, site } = migrated(pair, { a: 'guarded', b: 'exact' });
    expect(text).toBe(`  const a = await open('a');
  const b = await open(a);
  await using stack = new AsyncDisposableStack();
  // then a
  stack.defer(() => a.stop());
  // b first
  stack.use(b);
  await b.work();
`);
    expect(site).toMatchObject({ level: 'scoped', limit: 'dispose-guarded', differences: ['suppressed-error', 'isolated-stops'] });
  });

  test('are registered at their acquisition with --close-gap', () => {
    expect(migrated(pair, { a: 'guarded', b: 'exact' }, { closeGap: true })).toMatchObject({
      text: `  const a = await open('a');
  await using stack = new AsyncDisposableStack();
  // then a
  stack.defer(() => a.stop());
  const b = await open(a);
  // b first
  stack.use(b);
  await b.work();
`,
      site: { differences: ['suppressed-error', 'isolated-stops', 'gap-closed'] },
    });
  });

  test('are declared by the scope when all are exact and the gap is closed', () => {
    expect(migrated(pair, { a: 'exact', b: 'exact' }, { closeGap: true }).text).toContain("  await using a = await open('a');\n  await using b = await open(a);\n");
  });

  test('keep one callback when they were not released in the reverse order', () => {
    const wrong = pair.replace('b.stop', 'x.stop').replace('a.stop', 'b.stop').replace('x.stop', 'a.stop');
    const { text, reason } = migrated(wrong, { a: 'exact', b: 'exact' });
    expect(reason).toBe('flat: order-not-reverse');
    expect(text.match(/defer/g)).toHaveLength(1);
    expect(migrated(wrong, { a: 'exact', b: 'exact' }, { fixOrder: true }).site).toMatchObject({ level: 'use', differences: ['suppressed-error', 'isolated-stops', 'order-fixed'] });
  });

  test('released in nested try statements of the finally are isolated already', () => {
    const nested = pair.replace(/    \/\/ b first\n.*\n.*\n/, '    try {\n      await b.stop();\n    } finally {\n      await a.stop();\n    }\n');
    expect(migrated(nested, { a: 'guarded', b: 'guarded' }).text).toContain('  stack.defer(() => a.stop());\n  stack.defer(() => b.stop());\n');
  });

  test.each([
    ['released together', 'await Promise.all([b.stop(), a.stop()]);'],
    ['released in a loop', 'for (const x of [b, a]) await x.stop();'],
    ['released twice', 'await b.stop(); await a.stop(); await b.destroy();'],
    ['held in a field', 'await this.b.stop(); await a.stop();'],
  ])('keep one callback when they are %s', (_, releases) => {
    expect(migrated(pair.replace(/    \/\/ b first\n.*\n.*\n/, `    ${releases}\n`), { a: 'exact', b: 'exact' }).reason).toBe('flat: not-a-plain-release');
  });

  test('of which one is a parameter keep one callback', () => {
    expect(migrated(pair.replace("const a = await open('a');", 'log(a);'), { a: 'exact', b: 'exact' }).reason).toBe('flat: acquired-elsewhere');
  });
});

const guarded = `  let a: Service | undefined;
  let b: Service | undefined;
  try {
    a = await open('a');
    await a.start();
    b = await open(a);
    await b.start();
  } finally {
    if (b) await b.stop();
    await a?.stop();
  }
  after();
`;

describe('guarded variables', () => {
  test('become constants, registered right behind their acquisition', () => {
    expect(migrated(guarded, { a: 'guarded', b: 'guarded' }).text).toBe(`  {
    await using stack = new AsyncDisposableStack();
    const a = await open('a');
    stack.defer(() => a.stop());
    await a.start();
    const b = await open(a);
    stack.defer(() => b.stop());
    await b.start();
  }
  after();
`);
  });

  test('are declared by the scope when their dispose is exactly the release', () => {
    expect(migrated(guarded, { a: 'exact', b: 'exact' }).text).toBe(`  {
    await using a = await open('a');
    await a.start();
    await using b = await open(a);
    await b.start();
  }
  after();
`);
  });

  test('get their stack behind what the scope declares', () => {
    expect(migrated(guarded, { a: 'exact', b: 'guarded' }).text).toContain(`    await using a = await open('a');
    await a.start();
    const b = await open(a);
    await using stack = new AsyncDisposableStack();
    stack.defer(() => b.stop());
`);
  });

  test('keep their guard when the value may be missing', () => {
    expect(migrated(guarded.replaceAll('open(', 'maybe('), { a: 'guarded', b: 'guarded' }).text).toContain('    stack.defer(async () => {\n      if (b) await b.stop();\n    });\n');
  });

  test.each([
    ['assigned under a condition', guarded.replace("a = await open('a');\n    await a.start()", "if (wanted) a = await open('a')"), 'structural: acquired-elsewhere'],
    ['assigned twice', guarded.replace('await a.start();', "a = await open('c');"), 'structural: acquired-elsewhere'],
    ['used by the code that follows', guarded.replace('after()', 'after(a)'), 'structural: acquired-elsewhere'],
    ['used by the catch', guarded.replace('} finally', '} catch {\n    log(a);\n  } finally'), 'structural: acquired-elsewhere'],
    ['used before', guarded.replace('    a = await', '    log(() => a);\n    a = await'), 'structural: acquired-elsewhere'],
    ['used by a function that is hoisted', guarded.replace('await b.start();', 'function log() { return a; }'), 'structural: acquired-elsewhere'],
    ['released without a guard', guarded.replace('a?.stop', 'a!.stop'), 'structural: variable-may-be-empty'],
  ])('stay as they are when one is %s', (_, text, expected) => {
    const result = migrated(text, { a: 'guarded', b: 'guarded' });
    expect(result.reason).toBe(expected);
    expect(result.text).toContain('  let a: Service | undefined;\n');
  });
});

describe('a variable without a type', () => {
  const untyped = guarded.replaceAll(': Service | undefined', '');

  test('needs none as a constant of the scope', () => {
    expect(migrated(untyped, { a: 'guarded', b: 'guarded' }).text).toContain("    const a = await open('a');\n");
  });

  test('gets one where a callback captures it', () => {
    const { text, reason } = migrated(untyped, { a: 'guarded', b: 'guarded' }, { level: 'flat' });
    expect(text).toContain('  let a: Service | undefined;\n  let b: Service | undefined;\n  {\n');
    expect(reason).toBe('structural: not-last-in-block');
  });

  test('that cannot be named there keeps the site as it is', () => {
    const unnamed = untyped.replace(/\ba\b(?!')/g, 'unnamed').replace('after()', 'after(unnamed)');
    expect(migrated(unnamed, {}).reason).toBe('implicit-any-capture');
  });
});

describe('nested sites', () => {
  const nested = `  const a = await open('a');
  try {
    const b = await open(a);
    try {
      const c = await open(b);
      try {
        await c.work();
      } finally {
        await c.stop();
      }
    } finally {
      await b.stop();
    }
  } finally {
    await a.stop();
  }
`;

  test('share one stack', () => {
    expect(migrated(nested, { a: 'guarded', b: 'guarded', c: 'guarded' }).text).toBe(`  const a = await open('a');
  await using stack = new AsyncDisposableStack();
  stack.defer(() => a.stop());
  const b = await open(a);
  stack.defer(() => b.stop());
  const c = await open(b);
  stack.defer(() => c.stop());
  await c.work();
`);
  });

  test('never share one across a declaration, which would change the order', () => {
    expect(migrated(nested, { a: 'guarded', b: 'exact', c: 'guarded' }).text).toBe(`  const a = await open('a');
  await using stack = new AsyncDisposableStack();
  stack.defer(() => a.stop());
  await using b = await open(a);
  const c = await open(b);
  await using stack2 = new AsyncDisposableStack();
  stack2.defer(() => c.stop());
  await c.work();
`);
  });
});
