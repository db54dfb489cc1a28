import type { ClauseSet } from './clause.ts';
import { noDisposeBorrowed } from './no-dispose-borrowed.ts';
import { noEscapingUsing } from './no-escaping-using.ts';
import { noExitBeforeStop } from './no-exit-before-stop.ts';
import { noFloatingStart } from './no-floating-start.ts';
import { noFloatingStop } from './no-floating-stop.ts';
import { noLeakOnFailedStart } from './no-leak-on-failed-start.ts';
import { noMixedOwnership } from './no-mixed-ownership.ts';
import { noOverwrittenResource } from './no-overwritten-resource.ts';
import { noMisusedUsing } from './no-misused-using.ts';
import { noStartAfterStop } from './no-start-after-stop.ts';
import { noStartInConstructor } from './no-start-in-constructor.ts';
import { noStartInProvider } from './no-start-in-provider.ts';
import { noStartOnImport } from './no-start-on-import.ts';
import { noStopInFinalizer } from './no-stop-in-finalizer.ts';
import { noUseAfterDispose } from './no-use-after-dispose.ts';
import { preferDisposeStack } from './prefer-dispose-stack.ts';
import { requireDisposal } from './require-disposal.ts';
import { requireDisposeMethod } from './require-dispose-method.ts';
import { requireIsolatedStops } from './require-isolated-stops.ts';
import { requireOwnedDisposal } from './require-owned-disposal.ts';
import { requireReverseStopOrder } from './require-reverse-stop-order.ts';
import { requireSuperDispose } from './require-super-dispose.ts';
import { requireTeardown } from './require-teardown.ts';

/** The clauses of every specified rule, in the order of the specification. */
export const clauseSets: readonly ClauseSet[] = [
  noStartInConstructor,
  noStartInProvider,
  noStartOnImport,
  noFloatingStart,
  noFloatingStop,
  noStopInFinalizer,
  noExitBeforeStop,
  requireDisposal,
  requireOwnedDisposal,
  requireTeardown,
  requireDisposeMethod,
  noLeakOnFailedStart,
  requireReverseStopOrder,
  preferDisposeStack,
  noDisposeBorrowed,
  noUseAfterDispose,
  noEscapingUsing,
  requireSuperDispose,
  noOverwrittenResource,
  noMixedOwnership,
  noMisusedUsing,
  requireIsolatedStops,
  noStartAfterStop,
];
