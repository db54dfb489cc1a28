import type ts from 'typescript';
import type { Contract } from '../contracts/contract.ts';
import { contractOfValue } from '../contracts/of-type.ts';
import { below } from '../nodes.ts';
import { methodCall } from '../syntax.ts';
import type { View } from '../view.ts';

/** Whether a file listens for the natural end of such a resource: then that tells when a release has finished, without its promise. */
export function isEndWatched(view: View, file: ts.SourceFile, contract: Contract): boolean {
  const { endsBy } = contract;
  return endsBy?.events !== undefined && endsBy.events.some((event) => watchedEvents(view, file).has(event));
}

const listening: ReadonlySet<string> = new Set(['on', 'once', 'addListener']);

/** The events that a file listens for and that end the resource which emits them. */
function watchedEvents(view: View, file: ts.SourceFile): ReadonlySet<string> {
  return view.remember('watchedEvents', file, () => {
    const events = new Set<string>();
    for (const node of below(view.ts, file, 'call')) {
      const method = methodCall(view.ts, node);
      const event = method && listening.has(method.name) ? method.call.arguments[0] : undefined;
      if (!method || !event || !view.ts.isStringLiteralLike(event)) continue;
      if (contractOfValue(view, method.object)?.contract.endsBy?.events?.includes(event.text)) events.add(event.text);
    }
    return events;
  });
}
