import { relativeTo } from '../scan/paths.ts';
import type { Place } from '../scan/result.ts';
import type { Entry, GraphResource } from './graph.ts';

/** The lines in the box of a resource: its name, its type, and when it starts and stops. */
export function linesOf(resource: GraphResource): readonly string[] {
  return [resource.name, resource.type, turnsOf(resource)].filter((line) => line !== '');
}

function turnsOf({ borrowed, starts, stops }: GraphResource): string {
  const start = starts && `starts ${starts.rank}`;
  const stop = stops && `stops ${stops.rank}${stops.by === 'scope' ? ' (scope)' : ''}`;
  return [borrowed ? 'borrowed' : undefined, start, stop].filter((part) => part !== undefined).join(' · ');
}

/** `workers/coordinator.ts:5`. */
export function placeText(cwd: string, { file, line }: Pick<Place, 'file' | 'line'>): string {
  return `${relativeTo(cwd, file)}:${line}`;
}

/** The lines in the box of an entry. */
export function linesOfEntry(cwd: string, entry: Entry): readonly string[] {
  return [entry.name, placeText(cwd, entry.at)];
}
