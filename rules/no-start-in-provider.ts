import type { ProvidedStart } from '../analysis/faults.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { reported } from './reported.ts';

/** A dependency-injection provider that hands back what it has started (docs/clauses.md, rule 2). */
export const noStartInProvider: Question = {
  name: 'no-start-in-provider',
  description: 'disallow dependency-injection providers that start what they provide',
  recommended: true,
  hasSuggestions: false,
  messages: {
    started: "This provider starts '{{name}}', and the container does not get its release; return it unstarted and start it in the scope that owns the container, or register a disposer (migrate: provider-to-unstarted).",
  },
  defaultOptions: { report: 'certain' },
  trigger: /\buseFactory\b|\bInjectionToken\b|\bas(Function|Class)\b|\bprovide(Factory|Class)\b|\btoDynamicValue\b/,
  ask: (stories, options) => stories.providedStarts.filter((one) => reported(one.grade, options)).map(findingOf),
};

function findingOf({ at, name, grade }: ProvidedStart): Finding {
  const start = at.getStart();
  return { messageId: 'started', data: { name }, start, end: at.end, grade, path: [{ start, end: at.end, note: `the provider starts '${name}'` }], owner: `the container gets '${name}', and nothing that releases it`, migration: 'provider-to-unstarted' };
}
