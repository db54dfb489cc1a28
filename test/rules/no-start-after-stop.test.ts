import { noStartAfterStop } from '../../rules/no-start-after-stop.ts';
import { cases } from './no-start-after-stop.cases.ts';
import { testRule } from './harness.ts';

testRule(noStartAfterStop, cases);
