import { BadInput } from '../failure.ts';
import { find, suggestion } from './find.ts';
import { contractInWords, listenerInWords, nonResourceInWords, sinkInWords } from './words.ts';

/** What the catalogue knows of a package or type, in words. */
export function explain(written: string): string {
  const found = find(written);
  if (!found) {
    const meant = suggestion(written);
    throw new BadInput(`the catalogue knows no package or type '${written}'${meant === undefined ? '; your own contracts belong in settings.lifecycle.contracts' : `; did you mean '${meant}'?`}`);
  }
  const { contracts, listeners, sinks, nonResources } = found;
  return [...contracts.map(contractInWords), ...listeners.map(listenerInWords), ...sinks.map(sinkInWords), ...nonResources.map(nonResourceInWords)].join('\n');
}
