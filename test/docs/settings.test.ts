import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemsOfSettings } from '../../analysis/index.ts';
import type { Settings } from '../../analysis/settings.ts';
import { lint } from '../lint.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/settings.md'), 'utf8');

interface Example {
  heading: string;
  rule: string;
  code: string;
  settings: Settings | undefined;
}

/** The blocks of TypeScript, each with its rule and the settings of its section. */
const examples = page.split(/^(?=##? )/m).flatMap((section): Example[] => {
  const json = /^```json\n([^]*?)^```/m.exec(section)?.[1];
  const settings = json === undefined ? undefined : (JSON.parse(json) as Settings);
  return [...section.matchAll(/^<!-- rule: (\S+) -->\n\n```ts\n([^]*?)^```/gm)].map(([, rule, code]) => ({ heading: section.split('\n')[0]!, rule: `lifecycle/${rule!}`, code: code!, settings }));
});

const linesWith = (code: string, note: string) => code.split('\n').flatMap((line, index) => (line.endsWith(`// ${note}`) ? [index + 1] : []));
const reportedLines = ({ rule, code }: Example, settings: Settings | undefined) => lint(code, { rules: { [rule]: 'error' }, settings }).map((message) => Number(/^\d+/.exec(message)?.[0]));

describe.each(examples)('$heading: $rule', (example) => {
  test('the settings are valid', () => {
    expect(example.settings === undefined ? [] : problemsOfSettings(example.settings)).toEqual([]);
  });

  test('with them, what is said to be reported is', () => {
    expect(reportedLines(example, example.settings)).toEqual(linesWith(example.code, 'reported'));
  });
});

test.each(examples.filter(({ settings }) => settings))('$heading: $rule: without the settings, the opposite', (example) => {
  expect(reportedLines(example, undefined)).toEqual(linesWith(example.code, 'silent'));
});

test.each(examples.filter(({ settings }) => !settings))('$heading: $rule: without its tags it is judged differently', (example) => {
  const untagged = { ...example, code: example.code.replace(/\/\*\* @(?:owns|borrows).*?\*\//g, '') };
  expect(reportedLines(untagged, undefined)).not.toEqual(linesWith(example.code, 'reported'));
});

test('every key of the settings has a section with an example', () => {
  const keys = Object.keys({ contracts: [], ignore: [], sinks: [], providers: [], verbs: [] } satisfies Required<Settings>);
  expect(keys.filter((key) => !examples.some(({ heading, settings }) => heading === `## \`${key}\`` && settings && Object.keys(settings).join() === key))).toEqual([]);
});

test('the sentence about an unknown key is the one that is thrown', () => {
  expect(page).toContain(problemsOfSettings({ contract: [] })[0]);
});
