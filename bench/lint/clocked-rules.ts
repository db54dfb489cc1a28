import type { Linter, Rule } from 'eslint';
import typescriptEslint from '@typescript-eslint/eslint-plugin';
import { questions } from '../../rules/index.ts';
import { presetOptions } from '../../rules/presets.ts';
import { toRule } from '../../rules/to-rule.ts';

/** Milliseconds of the processor by the name of a rule. */
export type Spent = Map<string, number>;

export const reference = 'no-floating-promises';

/** A clock: milliseconds from some beginning. */
export type Clock = () => number;

const { threadCpuUsage = process.cpuUsage } = process as { threadCpuUsage?: typeof process.cpuUsage };

/** Time of the processor, which other work on the machine changes least: of the thread that lints, or, before Node 23.9, of the whole process, what V8 does beside it included. */
export const processor: Clock = () => {
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
};

export const wall: Clock = () => performance.now();

/** The plugins and rules of an ESLint configuration, every rule's time noted; the options of ours are those of `strict`, which asks most. */
export function clockedRules(names: readonly string[], spent: Spent, clock: Clock): Pick<Linter.Config, 'plugins' | 'rules'> {
  const ours = questions.filter((question) => names.includes(question.name));
  const theirs = typescriptEslint.rules[reference] as unknown as Rule.RuleModule;
  return {
    plugins: {
      reference: { rules: { [reference]: clocked(theirs, reference, spent, clock) } },
      lifecycle: { rules: Object.fromEntries(ours.map((question) => [question.name, clocked(toRule(question), question.name, spent, clock)])) },
    },
    rules: {
      ...(names.includes(reference) ? { [`reference/${reference}`]: 'error' } : {}),
      ...Object.fromEntries(ours.map((question): [string, Linter.RuleEntry] => [`lifecycle/${question.name}`, ['error', presetOptions('strict', question)]])),
    },
  };
}

/** A rule whose creation and listeners are timed, as ESLint's `TIMING` does it. */
function clocked(rule: Rule.RuleModule, name: string, spent: Spent, clock: Clock): Rule.RuleModule {
  const timed = <Arguments extends unknown[], Result>(run: (...args: Arguments) => Result) =>
    (...args: Arguments): Result => {
      const begun = clock();
      try {
        return run(...args);
      } finally {
        spent.set(name, (spent.get(name) ?? 0) + clock() - begun);
      }
    };
  const create = timed(rule.create.bind(rule));
  return {
    meta: rule.meta!,
    create(context) {
      const listeners = create(context) as Record<string, (...args: unknown[]) => void>;
      return Object.fromEntries(Object.entries(listeners).map(([selector, listener]) => [selector, timed(listener)]));
    },
  };
}
