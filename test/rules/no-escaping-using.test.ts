import { noEscapingUsing } from '../../rules/no-escaping-using.ts';
import { cases } from './no-escaping-using.cases.ts';
import { testRule } from './harness.ts';

testRule(noEscapingUsing, cases);
