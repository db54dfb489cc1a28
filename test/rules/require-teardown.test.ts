import { requireTeardown } from '../../rules/require-teardown.ts';
import { testRule } from './harness.ts';
import { cases } from './require-teardown.cases.ts';

testRule(requireTeardown, cases);
