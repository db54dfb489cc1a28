import { planRegistration, type RegistrationSite } from '../../plans/defer-to-use/plan.ts';
import { siteBySite } from '../typed/site-by-site.ts';
import { registrationsOf } from './registrations.ts';

/** `stack.defer(() => x.stop())` → `stack.use(x)`, once the dispose of `x` is exactly that stop. */
export const deferToUse = siteBySite<RegistrationSite>({
  trigger: /\.(?:defer|adopt)\s*\(/,
  affects: 'file',
  find: registrationsOf,
  plan: planRegistration,
});
