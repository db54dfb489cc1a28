import { expect, test } from 'vitest';
import { explain } from '../../cli/explain/explain.ts';
import { BadInput } from '../../cli/failure.ts';

test('a contract in words', () => {
  expect(explain('pg.Pool')).toBe(`Pool of pg: a pool
  also from   pg-pool
  made by     new Pool(): owned from creation, though no work has begun
  obligation  begins when it is made
  release     await pool.end(); a second time it fails
  disposal    no dispose symbol: give a stack the release with defer() or adopt()
  notes       A second end() rejects with "Called end on pool more than once".
  evidence    measured: pg 8.23
`);
});

test('a release in callback style says what to await', () => {
  expect(explain('http.Server')).toContain('to wait: await new Promise((resolve) => server.close(resolve))');
});

test('a start verb, its run loop, and options', () => {
  expect(explain('bullmq#Worker')).toContain('worker.run(); its promise settles at the end of the work: keep it');
  expect(explain('ioredis')).toContain('new Redis(): work begins at once; with { lazyConnect: true } nothing begins yet');
});

test('a package is found with and without the prefix, and by a re-exporting package', () => {
  expect(explain('http')).toBe(explain('node:http'));
  expect(explain('playwright')).toContain('Browser of playwright-core: a client');
});

test('a package shows its contracts, sinks, and what is no resource', () => {
  const text = explain('rxjs');
  expect(text).toContain('Subscription of rxjs: a subscription');
  expect(text).toContain('Subscription.add() of rxjs: takes over its argument 1');
  expect(text).toContain('Observable of rxjs: nothing to release\n  nothing runs before subscribe()');
});

test('a call is shown on a variable named after the type', () => {
  expect(explain('playwright-core.APIRequestContext')).toContain('await apiRequestContext.dispose()');
});

test('a factory leads to what it makes', () => {
  expect(explain('createReadStream')).toContain('ReadStream of node:fs: a stream');
});

test.each([
  ['kafkaj', "did you mean 'kafkajs'?"],
  ['WebSocketSever', "did you mean 'WebSocketServer'?"],
  ['something of our own', 'your own contracts belong in settings.lifecycle.contracts'],
])('%s is unknown', (written, advice) => {
  expect(() => explain(written)).toThrow(BadInput);
  expect(() => explain(written)).toThrow(advice);
});
