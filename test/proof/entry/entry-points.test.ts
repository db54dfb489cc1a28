import { describe, expect, test } from 'vitest';
import { fixturesOf } from '../../codemods/fixtures.ts';
import { proveEntryFixture } from './prove-entry-fixture.ts';

const changed = fixturesOf('entrypoint-to-stack').filter(({ input, output }) => input !== output);

describe('entry points behave as they may under injected faults and a signal', () => {
  test.each(changed)('$name', async (fixture) => {
    const proof = await proveEntryFixture(fixture);
    expect(proof.failures).toEqual([]);
    expect(proof.runs).toBeGreaterThan(4);
  });
});

describe('a stack that does not do what it should is found', () => {
  const fixture = changed.find(({ name }) => name === 'dropped-stop-and-trailing-stops')!;
  const faulty = [
    { fault: 'a stop is left out', from: '  stack.use(database);\n', to: '' },
    { fault: 'a stop runs twice', from: '  stack.use(producer);\n', to: '  stack.use(producer);\n  stack.use(producer);\n' },
    { fault: 'nobody waits for a stop', from: 'stack.use(producer)', to: 'stack.defer(() => void producer.stop())' },
    { fault: 'an error is lost', from: 'stack.use(producer)', to: 'stack.defer(() => producer.stop().catch(() => undefined))' },
    { fault: 'the order is another one', from: '  stack.use(database);\n', to: '', late: '  await coordinator.start();\n', put: '  await coordinator.start();\n  stack.use(database);\n' },
    { fault: 'a listener is left behind', from: '      for (const signal of signals) process.off(signal, onSignal);\n', to: '' },
    { fault: 'a timer is left behind', from: '      clearTimeout(deadline);\n', to: '' },
  ];

  test.each(faulty)('$fault', async ({ from, to, late, put }) => {
    const output = fixture.output.replace(from, to).replace(late ?? '', put ?? '');
    expect(output).not.toBe(fixture.output);
    expect((await proveEntryFixture(fixture, output)).failures).not.toEqual([]);
  });

  test('the exit code is another one', async () => {
    const exits = changed.find(({ name }) => name === 'exit-in-a-catch')!;
    expect((await proveEntryFixture(exits, exits.output.replace('process.exitCode = 3', 'process.exitCode = 0'))).failures).not.toEqual([]);
  });
});
