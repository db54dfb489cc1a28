import { noFloatingStart } from '../../rules/no-floating-start.ts';
import { cases } from './no-floating-start.cases.ts';
import { testRule } from './harness.ts';

testRule(noFloatingStart, cases);
