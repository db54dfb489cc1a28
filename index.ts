import type { ESLint, Linter, Rule } from 'eslint';
import { packageVersion } from './rules/docs-url.ts';
import { questions } from './rules/index.ts';
import { preset } from './rules/presets.ts';
import { toRule } from './rules/to-rule.ts';

const rules: Record<string, Rule.RuleModule> = Object.fromEntries(questions.map((question) => [question.name, toRule(question)]));

const plugin = {
  meta: { name: 'eslint-plugin-lifecycle', version: packageVersion(), namespace: 'lifecycle' },
  rules,
  configs: {} as Record<'recommended' | 'strict' | 'tests', Linter.Config>,
} satisfies ESLint.Plugin;

for (const name of ['recommended', 'strict', 'tests'] as const) {
  plugin.configs[name] = { name: `lifecycle/${name}`, plugins: { lifecycle: plugin }, rules: preset(name) };
}

export default plugin;
