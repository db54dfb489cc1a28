import { noExitBeforeStop } from '../../rules/no-exit-before-stop.ts';
import { cases } from './no-exit-before-stop.cases.ts';
import { testRule } from './harness.ts';

testRule(noExitBeforeStop, cases);
