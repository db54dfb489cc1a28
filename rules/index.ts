import type { Question } from './question.ts';

/** Every rule, in the order of the specification. */
export const questions: readonly Question[] = [];
