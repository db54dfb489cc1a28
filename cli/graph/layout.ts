import { Graph, layout } from '@dagrejs/dagre';
import type { Entry } from './graph.ts';
import { linesOf, linesOfEntry } from './words.ts';

/** A box with its place in the picture of its entry, in pixels from the upper left corner. */
export interface Box {
  readonly id: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly kind: 'owns' | 'needs';
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

export const lineHeight = 16;
const characterWidth = 7.3;
const padding = 12;
const margin = 12;

/** An edge as dagre names it: the boxes at its ends, and which of several edges between them it is. */
interface Edge {
  readonly v: string;
  readonly w: string;
  readonly name: Line['kind'];
}

/** Places the boxes of an entry in layers, owners above what they own (dagre, after Gansner et al., A technique for drawing directed graphs). */
export function pictureOf(cwd: string, entry: Entry): Picture {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 40, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  const texts = new Map([[entry.id, linesOfEntry(cwd, entry)], ...entry.resources.map((resource) => [resource.id, linesOf(resource)] as const)]);
  for (const [id, lines] of texts) graph.setNode(id, sizeOf(lines));
  for (const { id, owner } of entry.resources) graph.setEdge(owner, id, {}, 'owns');
  for (const { id, needs } of entry.resources) for (const need of needs) graph.setEdge(id, need, {}, 'needs');
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return { width, height, boxes: [...texts].map(([id, lines]) => boxOf(graph.node(id), id, lines)), lines: (graph.edges() as readonly Edge[]).map((edge) => ({ from: edge.v, to: edge.w, kind: edge.name, points: graph.edge(edge).points as Line['points'] })) };
}

function sizeOf(lines: readonly string[]): { width: number; height: number } {
  return { width: Math.max(...lines.map((line) => line.length)) * characterWidth + 2 * padding, height: lines.length * lineHeight + 2 * padding };
}

/** dagre gives the middle of a node. */
function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }, id: string, lines: readonly string[]): Box {
  return { id, lines, x: x - width / 2, y: y - height / 2, width, height };
}
