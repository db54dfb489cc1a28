import { noDisposeBorrowed } from '../../rules/no-dispose-borrowed.ts';
import { cases } from './no-dispose-borrowed.cases.ts';
import { testRule } from './harness.ts';

testRule(noDisposeBorrowed, cases);
