import { requireDisposal } from '../../rules/require-disposal.ts';
import { cases } from './require-disposal.cases.ts';
import { testRule } from './harness.ts';

testRule(requireDisposal, cases);
