import type ts from 'typescript';
import type { FileStories } from '../../analysis/index.ts';
import { registrationAt } from '../../analysis/providers/registrations.ts';
import { startsBy } from '../../analysis/providers.ts';
import { allDescendants } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { ContainerFacts, ProviderSite } from '../../plans/provider-to-unstarted/facts.ts';
import { planProviders } from '../../plans/provider-to-unstarted/plan.ts';
import type { Reason } from '../../plans/reasons.ts';
import { siteBySite } from '../typed/site-by-site.ts';
import { scopesMaking } from './made-in.ts';
import { providerFacts } from './provider-facts.ts';
import { containerOf, type Container } from './container-of.ts';
import { scopeFacts } from './scope-facts.ts';

/** What providers start is started by the scope that owns their container, and put on its stack there. */
export const providerToUnstarted = siteBySite<ProviderSite>({
  trigger: /\buseFactory\b|\bas(Function|Class)\b|\bprovide(Factory|Class)\b|\btoDynamicValue\b|\bfactory\b/,
  affects: 'dependents',
  find: sitesOf,
  plan: planProviders,
});

/** One site for each container, and for each registration whose container is out of sight: where its first reported start is. */
function sitesOf({ view, sourceFile, providedStarts }: FileStories): readonly ProviderSite[] {
  const reported = new Set(providedStarts.filter(({ grade }) => grade === 'certain').map(({ at }) => at));
  if (reported.size === 0) return [];
  const sites = new Map<ts.Node, ProviderSite>();
  for (const node of allDescendants(view.ts, sourceFile)) {
    const registration = registrationAt(view, node);
    const [first] = registration ? startsBy(view, registration).filter(({ at }) => reported.has(at)) : [];
    if (!first) continue;
    const container = containerOf(view, node);
    const key = typeof container === 'string' ? node : container.made;
    const start = (first.at.getSourceFile() === sourceFile ? first.at : node).getStart();
    if (!sites.has(key)) sites.set(key, { start, ...(typeof container === 'string' ? { doubt: container } : factsOf(view, container)) });
  }
  return [...sites.values()];
}

function factsOf(view: View, container: Container): ContainerFacts | { readonly doubt: Reason } {
  const scopes = scopesMaking(view, container);
  if (typeof scopes === 'string') return { doubt: scopes };
  return { providers: providerFacts(view, container), scopes: scopes.map((made) => scopeFacts(view, made)) };
}
