import { noMisusedUsing } from '../../rules/no-misused-using.ts';
import { cases } from './no-misused-using.cases.ts';
import { testRule } from './harness.ts';

testRule(noMisusedUsing, cases);
