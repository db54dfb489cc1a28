import type { SiteEdit } from '../edit.ts';
import type { Reason } from '../reasons.ts';
import type { Level } from './level.ts';

/** What a caller may ask of the planner. */
export interface PlanOptions {
  /** No site goes beyond this level. */
  readonly level: Level;
  /** A lower limit for single sites: what a check of the result has shown to be too high for them. */
  readonly levelOf?: (position: { readonly line: number; readonly column: number }) => Level | undefined;
  /** Register at the acquisition, so that an error between it and the `try` no longer leaks. Changes behaviour. */
  readonly closeGap: boolean;
  /** Release in the reverse order of acquisition where the code did not. Changes behaviour. */
  readonly fixOrder: boolean;
  /** Turn `return p` inside a migrated block into `return await p`. Changes behaviour. */
  readonly awaitReturns: boolean;
  /** Seconds that an entry point gives its stops before it gives up; 0 for no limit. */
  readonly stopTimeout: number;
  /** Limits the run to the sites for which it answers true. */
  readonly select: (position: { readonly line: number; readonly column: number }) => boolean;
  /** What keeps a site from making these edits in a file: another file's site that edits there in the same pass (`wait`), or a reason. */
  readonly obstacle?: (file: string, edits: readonly SiteEdit[]) => 'wait' | Reason | undefined;
}

export const defaultPlanOptions: PlanOptions = { level: 'use', closeGap: false, fixOrder: false, awaitReturns: false, stopTimeout: 10, select: () => true };
