import { noFloatingStop } from '../../rules/no-floating-stop.ts';
import { cases } from './no-floating-stop.cases.ts';
import { testRule } from './harness.ts';

testRule(noFloatingStop, cases);
