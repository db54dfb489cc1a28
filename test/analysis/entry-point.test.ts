import { expect, test } from 'vitest';
import { storiesOf } from './harness.ts';

const acquires = "import { Redis } from 'ioredis';\n";
/** Whether each story lasts as long as the process, in the order of the text. */
const lifetimes = (code: string, files?: Record<string, string>) => storiesOf(code, { filename: 'jobs.ts', files }).resources.map((story) => story.processLifetime);

test('the main of a module that exports nothing and that nothing imports', () => {
  expect(lifetimes(`${acquires}async function main() { const a = new Redis(); }\nmain();`)).toEqual([true]);
  expect(lifetimes(`${acquires}export async function main() { const a = new Redis(); }\nmain();`)).toEqual([false]);
});

test('a module that another one imports is no entry point, by whatever path and extension', () => {
  const main = `${acquires}async function main() { const a = new Redis(); }\nmain();`;
  expect(lifetimes(main, { 'index.ts': "import './jobs.js';" })).toEqual([false]);
  expect(lifetimes(main, { 'index.ts': "await import('./jobs.ts');" })).toEqual([false]);
  expect(lifetimes(main, { 'index.ts': "import './other-jobs.ts';" })).toEqual([true]);
});

test('a function that the top level does not call is no main', () => {
  expect(lifetimes(`${acquires}async function main() { const a = new Redis(); }\nfunction never() { main(); }`)).toEqual([false]);
});

test('called in an IIFE, through then and catch, or as a constant', () => {
  expect(lifetimes(`${acquires}(async () => { const a = new Redis(); })();`)).toEqual([true]);
  expect(lifetimes(`${acquires}async function main() { const a = new Redis(); }\n(async () => { await main(); })();`)).toEqual([true]);
  expect(lifetimes(`${acquires}async function main() { const a = new Redis(); }\nmain().catch(console.error);`)).toEqual([true]);
  expect(lifetimes(`${acquires}async function main() { const a = new Redis(); }\nPromise.resolve().then(main);`)).toEqual([true]);
  expect(lifetimes(`${acquires}const main = async () => { const a = new Redis(); };\nawait main();`)).toEqual([true]);
});

test('a shebang, also as the comment that ESLint makes of it', () => {
  expect(lifetimes(`#!/usr/bin/env node\n${acquires}export async function main() { const a = new Redis(); }\nmain();`)).toEqual([true]);
  expect(lifetimes(`///usr/bin/env node\n${acquires}export async function main() { const a = new Redis(); }\nmain();`)).toEqual([true]);
});

test('require.main === module', () => {
  expect(lifetimes(`${acquires}export async function main() { const a = new Redis(); }\nif (require.main === module) main();`)).toEqual([true]);
});
