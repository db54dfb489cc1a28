import { requireReverseStopOrder } from '../../rules/require-reverse-stop-order.ts';
import { cases } from './require-reverse-stop-order.cases.ts';
import { testRule } from './harness.ts';

testRule(requireReverseStopOrder, cases);
