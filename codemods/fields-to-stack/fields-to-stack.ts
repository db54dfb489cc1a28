import { planFields } from '../../plans/fields-to-stack/plan.ts';
import type { FieldsSite } from '../../plans/fields-to-stack/site.ts';
import { siteBySite } from '../typed/site-by-site.ts';
import { fieldsSites } from './class-facts.ts';

/** A class whose start begins several fields and whose stop releases them one by one → a stack that start fills, so that a failing start rolls back. */
export const fieldsToStack = siteBySite<FieldsSite>({
  trigger: /\bclass\b/,
  affects: 'dependents',
  find: fieldsSites,
  plan: planFields,
});
