import { describe, expect, test } from 'vitest';
import { fixturesOf, type Fixture } from '../codemods/fixtures.ts';
import { proveFixture, usesPackage } from './prove-fixture.ts';

const changed = ['implement-dispose', 'constructor-to-start', 'provider-to-unstarted', 'fields-to-stack', 'finally-to-stack-typed', 'trailing-stop-to-using', 'await-stop', 'defer-to-use'].flatMap((migration) => fixturesOf(migration)).filter((fixture) => changes(fixture) && !usesPackage(fixture));

describe('the typed migrations behave the same under injected faults', () => {
  test.each(changed)('$migration: $name', async (fixture) => {
    const proof = await proveFixture(fixture);
    expect(proof?.failures).toEqual([]);
    expect(proof?.runs).toBeGreaterThan(2);
  });
});

function changes(fixture: Fixture): boolean {
  return [fixture, ...fixture.others].some(({ input, output }) => input !== output);
}
