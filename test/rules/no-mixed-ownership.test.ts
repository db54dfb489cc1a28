import { noMixedOwnership } from '../../rules/no-mixed-ownership.ts';
import { cases } from './no-mixed-ownership.cases.ts';
import { testRule } from './harness.ts';

testRule(noMixedOwnership, cases);
