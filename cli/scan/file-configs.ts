import type { Linter } from 'eslint';
import { noSettings, type Settings } from '../../analysis/settings.ts';
import type { Question } from '../../rules/question.ts';
import { readSettings } from '../../rules/settings.ts';
import { BadInput } from '../failure.ts';
import { type AskedRule, askedRules, fromEntry, ruleId, type RuleChoice } from './asked-rules.ts';
import { type ConfigOfFile, type ConfigSource, eslintConfigs } from './eslint-config.ts';

/** How one file is to be scanned. */
export interface FileConfig {
  readonly settings: Settings;
  /** Whether comments of the file count. */
  readonly inlineConfig: boolean;
  /** The rules to ask, changed by what `eslint` comments of the file say. */
  rules(inline: Partial<Linter.RulesRecord>): AskedRule[];
}

export interface FileConfigs {
  of(file: string): Promise<FileConfig | 'ignored'>;
  /** Configurations that were found and not read. */
  unread(): string[];
}

export interface ConfigRequest extends ConfigSource {
  readonly choice: RuleChoice;
}

/**
 * How each file is to be scanned: by the project's ESLint configuration when that uses this plugin for any of the files, else by
 * the preset; its settings and what it ignores count in both cases.
 */
export async function fileConfigs(request: ConfigRequest, questions: readonly Question[], files: readonly string[]): Promise<FileConfigs> {
  const eslint = eslintConfigs(request);
  const isConfigured = request.choice.preset === undefined && (await some(files, async (file) => usesPlugin(await eslint.of(file))));
  const settingsOf = sharedSettings();
  return {
    async of(file) {
      const config = await eslint.of(file);
      if (config === 'ignored') return 'ignored';
      const rules = askedRules(questions, request.choice, isConfigured ? (config?.rules ?? {}) : undefined);
      return {
        settings: settingsOf(config?.settings),
        inlineConfig: config?.linterOptions?.noInlineConfig !== true,
        rules: (inline) => withInline(questions, request.choice, rules, inline),
      };
    },
    unread: () => eslint.unread(),
  };
}

function usesPlugin(config: ConfigOfFile | 'ignored' | undefined): boolean {
  if (config === undefined || config === 'ignored') return false;
  return 'lifecycle' in (config.plugins ?? {});
}

async function some(files: readonly string[], test: (file: string) => Promise<boolean>): Promise<boolean> {
  for (const file of files) if (await test(file)) return true;
  return false;
}

/** Equal settings are one object, because the analysis remembers its answers by it. */
function sharedSettings(): (given: ConfigOfFile['settings']) => Settings {
  const known = new Map<string, Settings>([['undefined', noSettings]]);
  return (given) => {
    const key = JSON.stringify(given?.['lifecycle']) ?? 'undefined';
    let settings = known.get(key);
    if (!settings) known.set(key, (settings = validated(given ?? {})));
    return settings;
  };
}

function validated(given: Readonly<Record<string, unknown>>): Settings {
  try {
    return readSettings(given);
  } catch (error) {
    throw new BadInput(`settings.lifecycle: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function withInline(questions: readonly Question[], choice: RuleChoice, rules: readonly AskedRule[], inline: Partial<Linter.RulesRecord>): AskedRule[] {
  return questions.flatMap((question) => {
    const entry = inline[ruleId(question)];
    const asked = rules.find((rule) => rule.question === question);
    if (entry === undefined || (choice.only.size > 0 && !choice.only.has(question.name))) return asked ?? [];
    const changed = fromEntry(question, entry);
    if (!changed) return [];
    return Array.isArray(entry) && entry.length > 1 ? changed : { ...changed, options: asked?.options ?? changed.options };
  });
}
