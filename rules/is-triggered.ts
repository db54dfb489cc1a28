import type { Settings } from '../analysis/settings.ts';
import type { Question } from './question.ts';

/** Whether a rule can have anything to say of a text: a cheap test before any parsing. The words of the trigger are of what is built in, so settings that add words always count. */
export function isTriggered({ trigger }: Pick<Question, 'trigger'>, text: string, { contracts, verbs, providers }: Settings): boolean {
  return trigger.test(text) || [contracts, verbs, providers].some((added) => added !== undefined && added.length > 0);
}
