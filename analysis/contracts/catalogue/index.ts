import type { Family } from '../contract.ts';

/** The built-in catalogue: one family a file. */
export const families: Readonly<Record<string, Family>> = {};
