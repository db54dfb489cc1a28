import type { ClauseSet } from './clause.ts';
import { noFloatingStop } from './no-floating-stop.ts';
import { noStartInConstructor } from './no-start-in-constructor.ts';
import { requireDisposal } from './require-disposal.ts';
import { requireDisposeMethod } from './require-dispose-method.ts';
import { requireOwnedDisposal } from './require-owned-disposal.ts';
import { requireTeardown } from './require-teardown.ts';

/** The clauses of every specified rule, in the order of the specification. */
export const clauseSets: readonly ClauseSet[] = [noStartInConstructor, noFloatingStop, requireDisposal, requireOwnedDisposal, requireTeardown, requireDisposeMethod];
