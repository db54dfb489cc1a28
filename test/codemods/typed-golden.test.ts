import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../codemods/text/apply-edits.ts';
import { requireDisposeMethod } from '../../rules/require-dispose-method.ts';
import { fixturesOf, migrate, migrateFiles, siteLines, type Fixture } from './fixtures.ts';
import { askOf, messagesForFiles } from './typed-fixtures.ts';

const all = ['implement-dispose', 'constructor-to-start', 'provider-to-unstarted', 'fields-to-stack', 'finally-to-stack-typed', 'entrypoint-to-stack', 'trailing-stop-to-using', 'await-stop', 'defer-to-use'].flatMap((migration) => fixturesOf(migration));

describe.each(all)('$migration: $name', (fixture) => {
  const result = migrate(fixture, fixture.input);

  const after = new Map([[fixture.file, result.text], ...[...result.others].map(([file, { text }]): [string, string] => [file, text])]);

  test('gives the golden output', () => {
    expect(result.text).toBe(fixture.output);
    for (const { file, output } of fixture.others) expect(after.get(file)).toBe(output);
  });

  test('says of every site what became of it', () => {
    expect(siteLines(result)).toBe(fixture.sites);
  });

  test('changes nothing when it runs again', () => {
    const again = migrateFiles(fixture, after);
    expect([again, ...again.others.values()].flatMap(({ edits }) => edits)).toEqual([]);
  });

  test('keeps every comment', () => {
    for (const { file, input } of [fixture, ...fixture.others]) for (const comment of input.match(/\/\/[^\n\r]*|\/\*[^]*?\*\//g) ?? []) expect(after.get(file)).toContain(comment.trim());
  });

  test('type-checks, before and after', () => {
    expect(messagesForFiles(fixture, new Map())).toEqual([]);
    expect(messagesForFiles(fixture, after)).toEqual([]);
  });
});

describe('implement-dispose and require-dispose-method', () => {
  const fixtures = fixturesOf('implement-dispose');
  const findings = (fixture: Fixture, text: string) => askOf(fixture, text, (stories) => requireDisposeMethod.ask(stories, { report: 'certain' }));

  test.each(fixtures.filter(({ input, output }) => input !== output))('$name: the suggestions write the same text, and afterwards the rule is silent', (fixture) => {
    const edits = findings(fixture, fixture.input.replace(/^\uFEFF/, '')).flatMap(({ suggestions = [] }) => suggestions.flatMap((suggestion) => suggestion.edits));
    expect(applyEdits(fixture.input.replace(/^\uFEFF/, ''), edits)).toBe(fixture.output.replace(/^\uFEFF/, ''));
    expect(findings(fixture, fixture.output)).toEqual([]);
  });

  test.each(fixtures)('$name: what the rule reports is a site, and nothing else is', (fixture) => {
    expect(findings(fixture, fixture.input)).toHaveLength(fixture.sites.split('\n').length - 1);
  });
});
