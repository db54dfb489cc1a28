import { requireSuperDispose } from '../../rules/require-super-dispose.ts';
import { cases } from './require-super-dispose.cases.ts';
import { testRule } from './harness.ts';

testRule(requireSuperDispose, cases);
