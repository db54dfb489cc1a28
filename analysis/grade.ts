/** How sure an answer is. Recommended rules report only what is `certain`; `likely` is opt-in (docs/clauses.md). */
export type Grade = 'certain' | 'likely';

/** The weaker of two grades: a conclusion is never surer than its premises. */
export function weaker(a: Grade, b: Grade): Grade {
  return a === 'certain' ? b : a;
}
