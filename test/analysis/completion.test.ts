import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { storiesOf } from './harness.ts';
import { fatesOf, followersOf } from './in-words.ts';

const head = `import { Redis } from 'ioredis'; import type { Server } from 'node:http'; declare const a: Redis; declare const b: Redis; declare const all: Redis[];
declare const server: Server; declare const yes: boolean; declare function log(error: unknown): void;
`;
const fates = (code: string) => fatesOf(storiesOf(head + code));
const followers = (code: string) => followersOf(storiesOf(head + code));

describe('who waits for a promise', () => {
  test('await, return, an argument, a field', () => {
    expect(fates('export async function f(o: { p?: unknown }, keep: (p: unknown) => void) { await a.quit(); keep(a.quit()); o.p = a.quit(); return a.quit(); }')).toEqual([
      'a.quit() awaited',
      'a.quit() awaited',
      'a.quit() awaited',
      'a.quit() awaited',
    ]);
  });

  test('a statement, a comma, a branch, void', () => {
    expect(fates('export function f() { a.quit(); a.quit(), log(1); yes && a.quit(); yes ? a.quit() : log(1); void a.quit(); }')).toEqual([
      'a.quit() dropped statement',
      'a.quit() dropped statement',
      'a.quit() dropped statement',
      'a.quit() dropped statement',
      'a.quit() void',
    ]);
  });

  test('a chain is handled by catch or a second argument, continued by then and finally', () => {
    expect(fates('export function f() { a.quit().catch(log); a.quit().then(log, log); a.quit().then(log); a.quit().finally(() => log(1)); void a.quit().catch(log); }')).toEqual([
      'a.quit() handled',
      'a.quit() handled',
      'a.quit() continued',
      'a.quit() continued',
      'a.quit() handled',
    ]);
  });

  test('a chain that ends the process is waited for', () => {
    expect(fates('function leave() { process.exit(0); }\nexport function f() { a.quit().finally(() => process.exit(0)); a.quit().then(leave); a.quit().finally(process.exit); }')).toEqual([
      'a.quit() awaited',
      'a.quit() awaited',
      'a.quit() awaited',
    ]);
  });

  test('a variable is as good as the best of its uses', () => {
    expect(fates('export async function f() { const p = a.quit(); log(1); await p; }')).toEqual(['a.quit() awaited']);
    expect(fates('export async function f() { const p = a.quit(); p.catch(log); }')).toEqual(['a.quit() handled']);
    expect(fates('export async function f() { const p = a.quit(); void p; }')).toEqual(['a.quit() void']);
    expect(fates('export async function f() { const p = a.quit(); }')).toEqual(['a.quit() dropped variable']);
  });

  test('combinators and arrays of promises', () => {
    expect(fates('export async function f() { await Promise.all([a.quit(), b.quit()]); }')).toEqual(['a.quit() awaited', 'b.quit() awaited']);
    expect(fates('export async function f() { Promise.allSettled([a.quit(), b.quit()]); }')).toEqual(['a.quit() dropped statement', 'b.quit() dropped statement']);
    expect(fates('export async function f() { await Promise.all(all.map((one) => one.quit())); }')).toEqual(['one.quit() awaited']);
    expect(fates('export async function f() { all.map((one) => one.quit()); }')).toEqual(['one.quit() dropped map']);
    expect(fates('export async function f() { all.forEach(async (one) => { await one.quit(); }); }')).toEqual(['one.quit() dropped forEach']);
  });

  test('callbacks: emitters and timers ignore what they are returned, stacks and unknown hosts may wait', () => {
    expect(fates("process.once('SIGTERM', () => a.quit()); setTimeout(() => a.quit(), 10);")).toEqual(['a.quit() ignored by process.once', 'a.quit() ignored by setTimeout']);
    expect(fates('declare function hook(end: () => Promise<unknown>): void; hook(() => a.quit()); new AsyncDisposableStack().defer(() => a.quit());')).toEqual(['a.quit() awaited', 'a.quit() awaited']);
    expect(fates('new DisposableStack().defer(() => a.quit()); new DisposableStack().defer(async () => { await a.quit(); });')).toEqual(['a.quit() ignored by DisposableStack', 'a.quit() ignored by DisposableStack']);
  });

  test('a synchronous dispose method ignores what it returns', () => {
    expect(fates('export const d = { [Symbol.dispose]() { return a.quit(); } };')).toEqual(['a.quit() ignored by [Symbol.dispose]()']);
  });

  test('a variable of JavaScript that stands for the module it requires', () => {
    const { importWork } = storiesOf("const parts = require('./parts');\nparts.list();", {
      filename: 'file.cjs',
      files: { 'parts.ts': 'export declare function list(): void;', 'main.ts': "import './file.cjs';" },
      compilerOptions: { allowJs: true, moduleDetection: ts.ModuleDetectionKind.Legacy },
    });
    expect(importWork).toEqual([]);
  });
});

describe('who waits for a callback', () => {
  test('the callback, an event, nobody', () => {
    expect(fates('export async function f() { server.close(log); }')).toEqual(['server.close(log) called back']);
    expect(fates("import { once } from 'node:events';\nexport async function f() { server.close(); await once(server, 'close'); }")).toEqual(['server.close() awaited']);
    expect(fates("export async function f() { server.close(); server.on('request', log); }")).toEqual(['server.close() dropped callback without completion']);
  });
});

describe('functions that release', () => {
  test('a helper named after a release is one, unless it ends the process itself', () => {
    expect(fates('async function closeAll() { await a.quit(); }\nexport function f() { closeAll(); }')).toEqual(['a.quit() awaited', 'closeAll() dropped statement']);
    expect(fates('async function shutdown() { await a.quit(); process.exit(0); }\nexport function f() { shutdown(); }')).toEqual(['a.quit() awaited']);
    expect(fates('async function refresh() { await a.quit(); }\nexport function f() { refresh(); }')).toEqual(['a.quit() awaited']);
  });
});

describe('what follows', () => {
  test('the end of the process, sure and possible, in finally and in a helper', () => {
    expect(followers('export function f() { a.quit(); process.exit(0); }')).toEqual(['process exit']);
    expect(followers('export function f() { a.quit(); if (yes) process.exit(0); }')).toEqual(['possible process exit']);
    expect(followers('export function f() { try { a.quit(); } finally { process.exit(0); } }')).toEqual(['process exit']);
    expect(followers('function die() { log(1); process.exit(1); }\nexport function f() { if (yes) { a.quit(); } die(); }')).toEqual(['process exit']);
    expect(followers('export function f() { a.quit(); return; process.exit(0); }')).toEqual(['return']);
    expect(followers('export function f() { a.quit(); setTimeout(() => process.exit(0), 10); }')).toEqual([undefined]);
  });

  test('a throw, a return, a replacement, and something else before them', () => {
    expect(followers('export function f() { try { log(1); } catch (error) { void a.quit(); throw error; } }')).toEqual(['throw']);
    expect(followers('export function f() { if (yes) { void a.quit(); } return 1; }')).toEqual(['return']);
    expect(followers('let c = new Redis();\nexport function f() { void c.quit(); c = new Redis(); }')).toEqual(['replacement']);
    expect(followers('export function f() { void a.quit(); log(1); return 1; }')).toEqual([undefined]);
  });
});
