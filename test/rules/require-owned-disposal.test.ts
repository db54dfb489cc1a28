import { requireOwnedDisposal } from '../../rules/require-owned-disposal.ts';
import { testRule } from './harness.ts';
import { cases } from './require-owned-disposal.cases.ts';

testRule(requireOwnedDisposal, cases);
