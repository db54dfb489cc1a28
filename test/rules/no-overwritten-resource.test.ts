import { noOverwrittenResource } from '../../rules/no-overwritten-resource.ts';
import { cases } from './no-overwritten-resource.cases.ts';
import { testRule } from './harness.ts';

testRule(noOverwrittenResource, cases);
