import type { JSONSchema4 } from 'json-schema';
import type { CommonOptions, Question } from './question.ts';

const report = {
  enum: ['certain', 'likely'],
  description: '`certain` reports what is proven; `likely` also reports what is probable.',
};

/** The JSON schema of a rule's only option object. */
export function optionsSchema(question: Question): JSONSchema4 {
  return { type: 'object', properties: { report, ...question.optionSchemas } as JSONSchema4['properties'], additionalProperties: false };
}

/** The options given, over the rule's defaults: `['error', {}]` equals `'error'`. */
export function withDefaults(question: Question, given: object | undefined): CommonOptions {
  return { ...question.defaultOptions, ...given };
}
