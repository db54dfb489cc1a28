import type { Grade } from '../analysis/index.ts';
import type { CommonOptions } from './question.ts';

/** Whether a finding of a grade is wanted: what is proven always, what is likely on request. */
export function reported(grade: Grade, options: CommonOptions): boolean {
  return grade === 'certain' || options.report === 'likely';
}
