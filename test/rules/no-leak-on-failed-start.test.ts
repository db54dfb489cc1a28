import { noLeakOnFailedStart } from '../../rules/no-leak-on-failed-start.ts';
import { cases } from './no-leak-on-failed-start.cases.ts';
import { testRule } from './harness.ts';

testRule(noLeakOnFailedStart, cases);
