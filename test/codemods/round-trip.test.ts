import { describe, expect, test } from 'vitest';
import { noEscapingUsing } from '../../rules/no-escaping-using.ts';
import { noExitBeforeStop } from '../../rules/no-exit-before-stop.ts';
import { noFloatingStart } from '../../rules/no-floating-start.ts';
import { noFloatingStop } from '../../rules/no-floating-stop.ts';
import { noLeakOnFailedStart } from '../../rules/no-leak-on-failed-start.ts';
import { noMisusedUsing } from '../../rules/no-misused-using.ts';
import { noStartAfterStop } from '../../rules/no-start-after-stop.ts';
import { noStartInConstructor } from '../../rules/no-start-in-constructor.ts';
import { noStartInProvider } from '../../rules/no-start-in-provider.ts';
import { preferDisposeStack } from '../../rules/prefer-dispose-stack.ts';
import { requireDisposal } from '../../rules/require-disposal.ts';
import { requireIsolatedStops } from '../../rules/require-isolated-stops.ts';
import { fixturesOf, type Fixture } from './fixtures.ts';
import { askOf, askOfFiles } from './typed-fixtures.ts';

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

/** A program of several files: changed when one of them is. */
const isChanged = (fixture: Fixture): boolean => [fixture, ...fixture.others].some(({ input, output }) => input !== output);
const before = new Map<string, string>();
const after = (fixture: Fixture) => new Map([fixture, ...fixture.others].map(({ file, output }) => [file, text(output)]));

describe('constructor-to-start: what no-start-in-constructor points at is mended', () => {
  const changedPrograms = fixturesOf('constructor-to-start').filter(isChanged);
  const findings = (fixture: Fixture, texts: ReadonlyMap<string, string>) => askOfFiles(fixture, texts, (stories) => noStartInConstructor.ask(stories, { report: 'certain' }));

  test.each(changedPrograms)('$name', (fixture) => {
    expect(findings(fixture, before)).not.toEqual([]);
    expect(findings(fixture, after(fixture))).toEqual([]);
  });

  test.each(changedPrograms)('$name: nothing about its starts and stops is reported that was not before', (fixture) => {
    const others = (texts: ReadonlyMap<string, string>) => askOfFiles(fixture, texts, (stories) => [noFloatingStart, noFloatingStop, noStartAfterStop].flatMap((rule) => rule.ask(stories, { report: 'certain' })));
    expect(others(after(fixture))).toHaveLength(others(before).length);
  });

  test.each(fixturesOf('constructor-to-start').filter((fixture) => !isChanged(fixture)))('$name: what the rule reports is a site, and nothing else is', (fixture) => {
    expect(findings(fixture, before).length > 0).toBe(fixture.sites !== '');
  });
});

describe('provider-to-unstarted: what no-start-in-provider points at is mended', () => {
  const changedPrograms = fixturesOf('provider-to-unstarted').filter(isChanged);
  const findings = (fixture: Fixture, texts: ReadonlyMap<string, string>) => askOfFiles(fixture, texts, (stories) => noStartInProvider.ask(stories, { report: 'certain' }));

  test.each(changedPrograms)('$name', (fixture) => {
    expect(findings(fixture, before)).not.toEqual([]);
    expect(findings(fixture, after(fixture))).toEqual([]);
  });

  test.each(changedPrograms)('$name: nothing about its starts, stops and scopes is reported that was not before', (fixture) => {
    const options = { report: 'certain', checkExceptionPaths: true } as const;
    const others = (texts: ReadonlyMap<string, string>) => askOfFiles(fixture, texts, (stories) => [noFloatingStart, noFloatingStop, noStartAfterStop, noMisusedUsing, noEscapingUsing, requireDisposal].flatMap((rule) => rule.ask(stories, options)));
    expect(others(after(fixture)).length).toBeLessThanOrEqual(others(before).length);
  });

  test.each(fixturesOf('provider-to-unstarted').filter((fixture) => !isChanged(fixture)))('$name: what the rule reports is a site, and nothing else is', (fixture) => {
    expect(findings(fixture, before).length > 0).toBe(fixture.sites !== '');
  });
});

describe('fields-to-stack: what a failing start leaves and what a failing stop skips is mended', () => {
  const findings = (fixture: Fixture, code: string) => askOf(fixture, text(code), (stories) => [...noLeakOnFailedStart.ask(stories, { report: 'likely' }), ...requireIsolatedStops.ask(stories, { report: 'likely' })]);

  test.each(changed('fields-to-stack'))('$name', (fixture) => {
    expect(findings(fixture, fixture.input)).not.toEqual([]);
    expect(findings(fixture, fixture.output)).toEqual([]);
  });
});

describe('entrypoint-to-stack: dropped stops, exits that skip stops, stops that skip others and cleanup by hand are mended', () => {
  const findings = (fixture: Fixture, code: string) => askOf(fixture, text(code), (stories) => [noFloatingStop, noExitBeforeStop, requireIsolatedStops, preferDisposeStack].flatMap((rule) => rule.ask(stories, { report: 'certain' })));
  const leaks = (fixture: Fixture, code: string) => askOf(fixture, text(code), (stories) => requireDisposal.ask(stories, { report: 'certain', checkExceptionPaths: true }));

  test.each(changed('entrypoint-to-stack'))('$name', (fixture) => {
    expect(findings(fixture, fixture.output)).toEqual([]);
    expect(leaks(fixture, fixture.output).length).toBeLessThanOrEqual(leaks(fixture, fixture.input).length);
  });
});

describe('nothing else is reported of what the migrations write', () => {
  test.each([...changed('trailing-stop-to-using'), ...changed('fields-to-stack'), ...changed('finally-to-stack-typed'), ...changed('entrypoint-to-stack')])('$migration: $name', (fixture) => {
    const findings = (code: string) => askOf(fixture, text(code), (stories) => [
      ...noMisusedUsing.ask(stories, { report: 'certain', checkExceptionPaths: true }), ...noEscapingUsing.ask(stories, { report: 'certain' }),
    ]);
    expect(findings(fixture.output)).toHaveLength(findings(fixture.input).length);
  });
});
