import { preferDisposeStack } from '../../rules/prefer-dispose-stack.ts';
import { cases } from './prefer-dispose-stack.cases.ts';
import { testRule } from './harness.ts';

testRule(preferDisposeStack, cases);
