import type { Rule } from 'eslint';
import type { CommonOptions, Question } from './question.ts';

type Schema = Exclude<Rule.RuleMetaData['schema'], readonly unknown[] | false | undefined>;

const report = {
  enum: ['certain', 'likely'],
  description: '`certain` reports what is proven; `likely` also reports what is probable.',
};

/** The JSON schema of a rule's only option object. */
export function optionsSchema(question: Question): Schema {
  return { type: 'object', properties: { report, ...question.optionSchemas } as Schema['properties'], additionalProperties: false };
}

/** The options given, over the rule's defaults: `['error', {}]` equals `'error'`. */
export function withDefaults(question: Question, given: object | undefined): CommonOptions {
  return { ...question.defaultOptions, ...given };
}
