import { requireIsolatedStops } from '../../rules/require-isolated-stops.ts';
import { cases } from './require-isolated-stops.cases.ts';
import { testRule } from './harness.ts';

testRule(requireIsolatedStops, cases);
