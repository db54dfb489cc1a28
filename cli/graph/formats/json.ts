import { relativeTo } from '../../scan/paths.ts';
import type { LifecycleGraph } from '../graph.ts';

/** The graph as data: ids, places relative to the working folder, findings with their paths. */
export function json(graph: LifecycleGraph, cwd: string): string {
  return `${JSON.stringify(graph, (key, value: unknown) => (key === 'file' ? relativeTo(cwd, value as string) : value), 2)}\n`;
}
