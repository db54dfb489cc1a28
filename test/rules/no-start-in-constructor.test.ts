import { noStartInConstructor } from '../../rules/no-start-in-constructor.ts';
import { cases } from './no-start-in-constructor.cases.ts';
import { testRule } from './harness.ts';

testRule(noStartInConstructor, cases);
