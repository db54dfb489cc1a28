import { describe, expect, test } from 'vitest';
import { noEscapingUsing } from '../../rules/no-escaping-using.ts';
import { noMisusedUsing } from '../../rules/no-misused-using.ts';
import { preferDisposeStack } from '../../rules/prefer-dispose-stack.ts';
import { requireDisposal } from '../../rules/require-disposal.ts';
import { fixturesOf, type Fixture } from './fixtures.ts';
import { askOf } from './typed-fixtures.ts';

const changed = (migration: string): Fixture[] => fixturesOf(migration).filter(({ input, output }) => input !== output);
const text = (code: string): string => code.replace(/^\uFEFF/, '');

describe('trailing-stop-to-using: what require-disposal points at is mended', () => {
  const findings = (fixture: Fixture, code: string) => askOf(fixture, text(code), (stories) => requireDisposal.ask(stories, { report: 'likely', checkExceptionPaths: true }));

  test.each(changed('trailing-stop-to-using'))('$name', (fixture) => {
    expect(findings(fixture, fixture.input)).not.toEqual([]);
    expect(findings(fixture, fixture.output)).toEqual([]);
  });
});

describe('finally-to-stack with types: what prefer-dispose-stack points at is gone', () => {
  test.each(changed('finally-to-stack-typed'))('$name', (fixture) => {
    expect(askOf(fixture, text(fixture.output), (stories) => preferDisposeStack.ask(stories, { report: 'likely' }))).toEqual([]);
  });
});

describe('nothing else is reported of what the migrations write', () => {
  test.each([...changed('trailing-stop-to-using'), ...changed('finally-to-stack-typed')])('$migration: $name', (fixture) => {
    const findings = (code: string) => askOf(fixture, text(code), (stories) => [
      ...noMisusedUsing.ask(stories, { report: 'certain', checkExceptionPaths: true }), ...noEscapingUsing.ask(stories, { report: 'certain' }),
    ]);
    expect(findings(fixture.output)).toHaveLength(findings(fixture.input).length);
  });
});
