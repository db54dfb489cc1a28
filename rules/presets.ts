import type { Linter } from 'eslint';
import { questions } from './index.ts';
import type { Question } from './question.ts';

export type PresetName = 'recommended' | 'strict' | 'tests';

/** The options a rule has in a preset; nothing where the preset leaves the rule out. */
export function presetOptions(name: PresetName, question: Question): object | undefined {
  if (name === 'strict') return { report: 'likely' };
  if (!question.recommended) return undefined;
  if (name === 'recommended') return {};
  return question.tests === 'off' ? undefined : (question.tests ?? {});
}

/** The rules of a preset, each an error, so that bulk suppression works. */
export function preset(name: PresetName): Linter.RulesRecord {
  const entries = questions.flatMap((question): [string, Linter.RuleEntry][] => {
    const options = presetOptions(name, question);
    if (options === undefined) return [];
    return [[`lifecycle/${question.name}`, Object.keys(options).length > 0 ? ['error', options] : 'error']];
  });
  return Object.fromEntries(entries);
}
