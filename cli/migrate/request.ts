import type { Level } from '../../plans/finally-to-stack/level.ts';

/** What a worker needs to migrate files; plain data, so that it can be sent to a thread and kept in a plan. */
export interface MigrationSettings {
  /** Names of registered migrations, in the order in which they run. */
  readonly migrations: readonly string[];
  readonly level: Level;
  readonly closeGap: boolean;
  readonly fixOrder: boolean;
  readonly awaitReturns: boolean;
  /** Seconds; 0 for no limit. */
  readonly stopTimeout: number;
  readonly insertTodos: boolean;
}

/** Limits a run to sites, as the report prints them. */
export interface SiteSelection {
  readonly file: string;
  readonly line: number;
}

/** The polyfills that supply the stack classes below Node 24. */
export const polyfills = ['core-js', 'disposablestack', 'whatwg'] as const;

export type Polyfill = (typeof polyfills)[number];

/** What the user asked for, after the command line was checked. */
export interface MigrateRequest {
  readonly settings: MigrationSettings;
  /** The migrations were not named one by one. */
  readonly all: boolean;
  readonly paths: readonly string[];
  readonly only: readonly SiteSelection[];
  readonly write: boolean;
  readonly check: boolean;
  readonly diff: boolean;
  readonly json: boolean;
  readonly interactive: boolean;
  readonly format: boolean;
  readonly allowDirty: boolean;
  readonly plan: string | undefined;
  readonly from: string | undefined;
  readonly jobs: number;
  readonly polyfill: Polyfill | undefined;
}
