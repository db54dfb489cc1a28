import { type PresetName, presetOptions } from '../../rules/presets.ts';
import type { Question } from '../../rules/question.ts';
import { presetNames } from '../scan/asked-rules.ts';

interface Named {
  readonly name: string;
  readonly summary: string;
}

/** What the package can do: rules with the presets they are in, then migrations. */
export function listing(questions: readonly Question[], migrations: readonly Named[]): string {
  const rules = questions.map((question) => ({ name: `lifecycle/${question.name}`, summary: `${question.description}  [${presetsOf(question).join(', ')}]` }));
  return [...section('Rules', rules), '', ...section('Migrations', migrations)].map((line) => `${line}\n`).join('');
}

function presetsOf(question: Question): PresetName[] {
  return presetNames.filter((preset) => presetOptions(preset, question) !== undefined);
}

function section(title: string, entries: readonly Named[]): string[] {
  const width = Math.max(0, ...entries.map((entry) => entry.name.length));
  return [title, ...entries.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)];
}
