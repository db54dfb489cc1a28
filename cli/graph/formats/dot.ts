import { colours } from '../colours.ts';
import { type LifecycleGraph, worst } from '../graph.ts';
import { linesOf, linesOfEntry } from '../words.ts';

/** A digraph for Graphviz, with a cluster for each entry. */
export function dot({ entries }: LifecycleGraph, cwd: string): string {
  const lines = ['digraph lifecycle {', '  node [shape=box, style="rounded,filled", fontname="sans-serif"];'];
  for (const entry of entries) {
    lines.push(`  subgraph "cluster_${entry.id}" {`, `    label=${quoted(entry.name)};`, `    ${node(entry.id, linesOfEntry(cwd, entry), worst(entry.findings) ?? 'entry')}`);
    for (const resource of entry.resources) lines.push(`    ${node(resource.id, linesOf(resource), worst(resource.findings) ?? 'fine')}`);
    for (const { owner, id } of entry.resources) lines.push(`    ${quoted(owner)} -> ${quoted(id)};`);
    for (const { id, needs } of entry.resources) for (const need of needs) lines.push(`    ${quoted(id)} -> ${quoted(need)} [style=dashed, constraint=false];`);
    lines.push('  }');
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

function node(id: string, lines: readonly string[], look: keyof typeof colours): string {
  const { fill, stroke } = colours[look];
  return `${quoted(id)} [label=${quoted(lines.join('\n'))}, fillcolor="${fill}", color="${stroke}"];`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
