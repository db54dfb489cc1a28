import { noFloatingStop } from './no-floating-stop.ts';
import { noStartInConstructor } from './no-start-in-constructor.ts';
import type { Question } from './question.ts';
import { requireDisposal } from './require-disposal.ts';
import { requireDisposeMethod } from './require-dispose-method.ts';
import { requireOwnedDisposal } from './require-owned-disposal.ts';
import { requireTeardown } from './require-teardown.ts';

/** Every rule, in the order of the specification. */
export const questions: readonly Question[] = [noStartInConstructor, noFloatingStop, requireDisposal, requireOwnedDisposal, requireTeardown, requireDisposeMethod];
