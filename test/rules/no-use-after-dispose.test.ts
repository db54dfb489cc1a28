import { noUseAfterDispose } from '../../rules/no-use-after-dispose.ts';
import { cases } from './no-use-after-dispose.cases.ts';
import { testRule } from './harness.ts';

testRule(noUseAfterDispose, cases);
