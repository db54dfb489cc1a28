import { requireDisposeMethod } from '../../rules/require-dispose-method.ts';
import { cases } from './require-dispose-method.cases.ts';
import { testRule } from './harness.ts';

testRule(requireDisposeMethod, cases);
