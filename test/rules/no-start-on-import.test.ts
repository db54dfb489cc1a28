import { noStartOnImport } from '../../rules/no-start-on-import.ts';
import { cases } from './no-start-on-import.cases.ts';
import { testRule } from './harness.ts';

testRule(noStartOnImport, cases);
