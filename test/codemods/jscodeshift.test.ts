import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import jscodeshift, { type API } from 'jscodeshift';
import { describe, expect, test } from 'vitest';
import transform from '../../codemods/finally-to-stack/finally-to-stack.ts';
import { compiledLifecycle } from '../cli/migrate-command.ts';
import { temporaryProject } from '../cli/temporary-project.ts';
import { fixturesOf, migrate } from './fixtures.ts';

const withoutOptions = fixturesOf('finally-to-stack').filter(({ options }) => !options.closeGap && !options.awaitReturns && options.level === 'use');

function api(stats: (name: string) => void): API {
  return { j: jscodeshift, jscodeshift, stats, report: () => {} };
}

describe('as a jscodeshift transform', () => {
  test.each(withoutOptions)('$name: the same text as the command', (fixture) => {
    const result = transform({ path: fixture.file, source: fixture.input }, api(() => {}), {});
    expect(result ?? fixture.input).toBe(migrate(fixture, fixture.input).text);
  });

  test('counts what it did and takes its options', () => {
    const counted: string[] = [];
    const { file, input } = withoutOptions.find(({ name }) => name === 'single')!;
    const text = transform({ path: file, source: input }, api((name) => counted.push(name)), { level: 'structural' });
    expect(text).toContain('  {\n    await using stack');
    expect(counted).toEqual(['migrated: structural']);
    expect(() => transform({ path: file, source: input }, api(() => {}), { level: 'top' })).toThrow("unknown level 'top'");
  });

  test('the runner of jscodeshift loads the compiled file and writes the golden text', () => {
    const names = ['single', 'crlf-tabs', 'refused-jump'];
    const fixtures = withoutOptions.filter(({ name }) => names.includes(name));
    const folder = temporaryProject(Object.fromEntries(fixtures.map(({ name, input }) => [`src/${name}.ts`, input])));
    const built = temporaryProject({});
    compiledLifecycle(built);
    const runner = path.resolve(import.meta.dirname, '../../node_modules/jscodeshift/bin/jscodeshift.js');
    execFileSync(process.execPath, [runner, '-t', path.join(built, 'codemods/finally-to-stack/finally-to-stack.js'), '--extensions=ts', path.join(folder, 'src')]);
    expect(fixtures).toHaveLength(names.length);
    for (const { name, output } of fixtures) expect(readFileSync(path.join(folder, `src/${name}.ts`), 'utf8')).toBe(output);
  });
});
