import { planEntry } from '../../plans/entrypoint-to-stack/plan.ts';
import type { EntrySite } from '../../plans/entrypoint-to-stack/site.ts';
import { siteBySite } from '../typed/site-by-site.ts';
import { entrySites } from './entry-points.ts';

/** A runner with signal handlers and scattered stops → one stack, which ends when the signal has come. */
export const entrypointToStack = siteBySite<EntrySite>({
  trigger: /\bawait\b|['"]SIG(?:TERM|INT|HUP|QUIT|BREAK)['"]/,
  affects: 'file',
  find: entrySites,
  plan: planEntry,
});
