import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { questions } from '../../rules/index.ts';
import { pageFile, readLabels, readRepositories, readUnseen, unseenSets, type Label, type Measured } from '../../tools/precision/data.ts';
import { withTables } from '../../tools/precision/page.ts';
import { isProduction } from '../../tools/precision/production.ts';
import { stands, tables, unseenTables } from '../../tools/precision/tables.ts';

const repositories = readRepositories();
const { measured } = repositories;
const labels = readLabels();
const unseen = unseenSets.map(readUnseen);
const unseenMeasured = unseen.flatMap((set) => set.measured);

describe('docs/precision.md', () => {
  test('its tables are those that the labels and counts give', () => {
    const page = readFileSync(pageFile, 'utf8');
    expect(withTables(page, repositories, labels, unseen)).toBe(page);
  });

  test('every report of a measured repository is labelled', () => {
    const all = [...measured, ...unseenMeasured];
    const given = [...labels, ...unseen.flatMap((set) => set.labels)];
    expect(all.map(({ repository, reports }) => [repository, reports])).toEqual(all.map(({ repository }) => [repository, given.filter((label) => label.repository === repository).length]));
  });

  test('labels name rules of this package, files of production and the commit that was scanned', () => {
    const commits = new Map([...measured, ...unseenMeasured].map(({ repository, commit }) => [repository, commit]));
    for (const label of [...labels, ...unseen.flatMap((set) => [...set.labels, ...set.first])]) {
      expect(questions.map((question) => question.name)).toContain(label.rule);
      expect(isProduction(label.file)).toBe(true);
      expect(label.commit).toBe(commits.get(label.repository));
      expect(label.why).not.toBe('');
    }
  });
});

describe('the tables', () => {
  const repository: Measured = { repository: 'a/b', commit: '0123456789abcdef', set: 'noise', paths: [], productionFiles: 2, productionLines: 10_000, imports: 100, unresolvedImports: 5, receivers: 20, anyReceivers: 1, reports: 3, advice: 4 };
  const label: Label = { repository: 'a/b', commit: repository.commit, rule: 'require-disposal', file: 'src/a.ts', line: 1, column: 1, label: 'true', why: 'it leaks' };

  const only = (one: Measured) => ({ measured: [one], notMeasured: [], firstReading: [] });

  test('counts, per 5,000 lines', () => {
    expect(tables(only(repository), [])).toContain('| a/b | noise | 0123456789 | all | 10,000 | 3 | 1.5 | 4 | 5 % | 5 % |');
  });

  test('a repository with more unknown types is marked and left out of the total', () => {
    const unknown = { ...repository, unresolvedImports: 6 };
    expect(stands(repository)).toBe(true);
    expect(stands(unknown)).toBe(false);
    expect(tables(only(unknown), [])).toContain('0 repositories that stand: 0 reports in 0 lines');
  });

  test('unsure counts as not true, and readers are compared', () => {
    const three: Label[] = [{ ...label, second: 'true' }, { ...label, line: 2, label: 'unsure', second: 'true' }, { ...label, line: 3, label: 'false' }];
    const text = tables(only(repository), three);
    expect(text).toContain('| require-disposal | 1 | 1 | 1 | 33.3 % |');
    expect(text).toContain("By the second reader's labels alone 2 of 2 are true, 100 %.");
    expect(text).toContain('2 of 3 reports have a second label. Both readers say true: 1 (50 %); they agree whether a report is true on 1 (50 %).');
  });
});

describe('a set that nobody had looked at', () => {
  const repository: Measured = { repository: 'c/d', commit: 'fedcba9876543210', set: 'unseen', paths: [], productionFiles: 1, productionLines: 5_000, imports: 10, unresolvedImports: 0, receivers: 2, anyReceivers: 0, reports: 1, advice: 0 };
  const label: Label = { repository: 'c/d', commit: repository.commit, rule: 'require-disposal', file: 'src/c.ts', line: 1, column: 1, label: 'true', why: 'it leaks' };

  test('is in no other set', () => {
    expect(unseen.flatMap((set) => set.measured.filter((one) => one.set !== set.set))).toEqual([]);
    expect(measured.filter((one) => one.set !== 'development' && one.set !== 'noise')).toEqual([]);
    const names = [...measured, ...unseenMeasured].map((one) => one.repository);
    expect(names).toEqual([...new Set(names)]);
  });

  test('the first reading stays beside what is left', () => {
    const text = unseenTables({ set: 'unseen', measured: [repository], first: [label, { ...label, line: 2, label: 'false', why: 'it ends' }], labels: [label] });
    expect(text).toContain('| c/d | 5,000 | 2 | 2 | 1 | 50 % |');
    expect(text).toContain('| require-disposal | 1 | 1 | 0 | 50 % |');
    expect(text).toContain('| c/d | 5,000 | 1 | 1 | 1 | 100 % |');
    expect(text).not.toContain('it ends');
  });

  test('what was not scanned again has its first reading alone', () => {
    const labels: Label[] = [{ ...label, label: 'false', why: 'it ends' }];
    const text = unseenTables({ set: 'unseen', measured: [repository], first: labels, labels });
    expect(text).toContain('### Unseen set, first reading');
    expect(text).toContain('### Unseen set, false and unsure\n');
    expect(text).toContain('| c/d src/c.ts:1 | require-disposal | false | it ends |');
    expect(text).not.toContain('after mending');
  });
});

test.each([
  ['packages/a/src/index.ts', true],
  ['src/lib/contest.ts', true],
  ['packages/a/test/index.ts', false],
  ['src/a.spec.ts', false],
  ['examples/one/src/index.ts', false],
])('%s is production code: %s', (file, expected) => {
  expect(isProduction(file)).toBe(expected);
});
