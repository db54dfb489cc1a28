import type { BailOut } from '../../analysis/view.ts';

/** What was looked at and what it cost; everything a reader needs to know how far silence can be trusted. */
export interface Stats {
  projects: number;
  files: number;
  /** Files in which some rule had anything to ask. */
  asked: number;
  ignored: number;
  resources: number;
  releases: number;
  /** Places where the analysis gave up. */
  bailOuts: Partial<Record<BailOut['reason'], number>>;
  imports: number;
  /** How many imports name a module that the compiler cannot find, by module. */
  unresolved: Record<string, number>;
  /** Versions of TypeScript the projects were read with. */
  typescript: string[];
  /** Milliseconds. */
  timings: Partial<Record<Phase, number>>;
}

export type Phase = 'tsconfigs' | 'eslint' | 'programs' | 'rules';

export function noStats(): Stats {
  return {
    projects: 0, files: 0, asked: 0, ignored: 0, resources: 0, releases: 0,
    bailOuts: {}, imports: 0, unresolved: {}, typescript: [], timings: {},
  };
}

/** Adds what a piece of work takes to a phase. */
export async function timed<Result>(stats: Stats, phase: Phase, work: () => Result | Promise<Result>): Promise<Result> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    stats.timings[phase] = (stats.timings[phase] ?? 0) + performance.now() - start;
  }
}

export function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
