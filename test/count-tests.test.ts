import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

function countOf(report: string | undefined): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'count-tests-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'report.json');
  if (report !== undefined) writeFileSync(file, report);
  return execFileSync(process.execPath, [path.join(import.meta.dirname, '../tools/count-tests.mjs'), file], { encoding: 'utf8' });
}

const passed = { status: 'passed', assertionResults: [{}] };

test.each([
  ['all passed', { numPassedTests: 3, numFailedTests: 0, testResults: [passed] }, '3 passed, 0 failed\n'],
  ['a failed test', { numPassedTests: 2, numFailedTests: 1, testResults: [passed, { status: 'failed', assertionResults: [{}] }] }, '2 passed, 1 failed\n'],
  ['a file that could not be loaded', { numPassedTests: 2, numFailedTests: 0, testResults: [passed, { status: 'failed', assertionResults: [] }] }, '2 passed, 1 failed\n'],
])('%s', (_title, report, line) => {
  expect(countOf(JSON.stringify(report))).toBe(line);
});

test('a run that left no report has failed', () => {
  expect(countOf(undefined)).toBe('0 passed, 1 failed\n');
});
