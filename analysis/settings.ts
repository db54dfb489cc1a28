import type { CallName, Contract, Name } from './contracts/contract.ts';

/** `settings.lifecycle`. Lists extend what is built in, they never replace it (docs/clauses.md). */
export interface Settings {
  /** More contracts, in the catalogue's own format. */
  contracts?: readonly Contract[];
  /** Types and values that carry no obligation. */
  ignore?: readonly Name[];
  /** Functions and methods that take ownership. */
  sinks?: readonly (CallName & { takes?: number | 'all' | 'callback' })[];
  /** Functions that register factories with a dependency-injection container. */
  providers?: readonly CallName[];
  /** Start and stop verbs of the project's own classes. */
  verbs?: readonly { start: string; stop: string | readonly string[] }[];
}

export const noSettings: Settings = {};
