import { noStopInFinalizer } from '../../rules/no-stop-in-finalizer.ts';
import { cases } from './no-stop-in-finalizer.cases.ts';
import { testRule } from './harness.ts';

testRule(noStopInFinalizer, cases);
