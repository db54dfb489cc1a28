/** One sentence of a rule's specification, which an invalid case proves and its nearest valid neighbour bounds. */
export interface Clause {
  /** What is reported, or what stays silent. */
  text: string;
  /** Where it happens in real code: `repository path:line`, or an issue. */
  site: string;
  /** Why nothing proves it yet. */
  later?: string;
}

export interface ClauseSet {
  rule: string;
  /** Set when every clause that is not left for later has its two cases; from then on a test holds it. */
  finished: boolean;
  clauses: Readonly<Record<string, Clause>>;
}
