import type { Linter } from 'eslint';
import { type CommonOptions, type Question } from '../../rules/question.ts';
import { withDefaults } from '../../rules/options.ts';
import { type PresetName, presetOptions } from '../../rules/presets.ts';
import { BadInput } from '../failure.ts';

export type Severity = 'warning' | 'error';

/** A rule that is asked about a file. */
export interface AskedRule {
  readonly question: Question;
  readonly severity: Severity;
  readonly options: CommonOptions;
}

/** What the command line says about rules. */
export interface RuleChoice {
  readonly preset?: PresetName | undefined;
  /** Names without the prefix; all when empty. */
  readonly only: ReadonlySet<string>;
}

export const presetNames: readonly PresetName[] = ['recommended', 'strict', 'tests'];
const severities: Readonly<Record<string, Severity>> = { 1: 'warning', 2: 'error', warn: 'warning', error: 'error' };

/** The id of a rule as reports, configurations and comments write it. */
export function ruleId(question: Question): string {
  return `lifecycle/${question.name}`;
}

/** Checks what was typed after `--preset` and `--rule`. */
export function ruleChoice(questions: readonly Question[], preset: string | undefined, rules: readonly string[]): RuleChoice {
  if (preset !== undefined && !isPreset(preset)) throw new BadInput(`there is no preset '${preset}' (${presetNames.join(', ')})`);
  const known = new Set(questions.map((question) => question.name));
  const only = rules.map((rule) => rule.replace(/^lifecycle\//, ''));
  const unknown = only.find((rule) => !known.has(rule));
  if (unknown !== undefined) throw new BadInput(`there is no rule '${unknown}' (lifecycle list shows all)`);
  return { preset, only: new Set(only) };
}

/**
 * The rules to ask about a file.
 * @param configured the rules of its ESLint configuration, when that knows this plugin; a rule named with `--rule` is asked even where it is off
 */
export function askedRules(questions: readonly Question[], choice: RuleChoice, configured: Partial<Linter.RulesRecord> | undefined): AskedRule[] {
  const chosen = questions.filter((question) => choice.only.size === 0 || choice.only.has(question.name));
  return chosen.flatMap((question) => {
    const byConfig = choice.preset === undefined && configured ? fromEntry(question, configured[ruleId(question)]) : undefined;
    const asked = configured && choice.preset === undefined ? byConfig : fromPreset(question, choice.preset ?? 'recommended');
    if (asked) return [asked];
    return choice.only.has(question.name) ? [{ question, severity: 'error' as const, options: withDefaults(question, undefined) }] : [];
  });
}

function isPreset(name: string): name is PresetName {
  return (presetNames as readonly string[]).includes(name);
}

function fromPreset(question: Question, preset: PresetName): AskedRule | undefined {
  const options = presetOptions(preset, question);
  return options && { question, severity: 'error', options: withDefaults(question, options) };
}

/** A rule as an ESLint configuration writes it; nothing when it is off. */
export function fromEntry(question: Question, entry: Linter.RuleEntry | undefined): AskedRule | undefined {
  const [level, options] = Array.isArray(entry) ? (entry as [Linter.RuleSeverity, object?]) : [entry];
  const severity = severities[String(level)];
  return severity && { question, severity, options: withDefaults(question, options) };
}
