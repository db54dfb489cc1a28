import { noStartInProvider } from '../../rules/no-start-in-provider.ts';
import { cases } from './no-start-in-provider.cases.ts';
import { testRule } from './harness.ts';

testRule(noStartInProvider, cases);
