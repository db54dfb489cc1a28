import { colours } from '../colours.ts';
import { type LifecycleGraph, worst } from '../graph.ts';
import { linesOf, linesOfEntry } from '../words.ts';

/** A Mermaid flowchart: a box around each entry, solid arrows from owner to owned, dotted ones to what a resource was built from. */
export function mermaid({ entries }: LifecycleGraph, cwd: string): string {
  const lines = ['flowchart TB'];
  for (const entry of entries) {
    lines.push(`  subgraph ${entry.id}_all[" "]`, `    ${entry.id}([${label(linesOfEntry(cwd, entry))}]):::${className(worst(entry.findings) ?? 'entry')}`);
    for (const resource of entry.resources) lines.push(`    ${idOf(resource.id)}[${label(linesOf(resource))}]:::${className(worst(resource.findings) ?? 'fine')}`);
    for (const { owner, id } of entry.resources) lines.push(`    ${idOf(owner)} --> ${idOf(id)}`);
    for (const { id, needs } of entry.resources) for (const need of needs) lines.push(`    ${idOf(id)} -.-> ${idOf(need)}`);
    lines.push('  end');
  }
  for (const [name, { fill, stroke }] of Object.entries(colours)) lines.push(`  classDef ${className(name)} fill:${fill},stroke:${stroke},color:#1f2328`);
  return `${lines.join('\n')}\n`;
}

function idOf(id: string): string {
  return id.replaceAll('.', '_');
}

function className(name: string): string {
  return name.replaceAll(' ', '_');
}

function label(lines: readonly string[]): string {
  return `"${lines.map(escaped).join('<br>')}"`;
}

/** Mermaid reads entities by number, and nothing else that could end a label or begin a tag. */
function escaped(text: string): string {
  return text.replaceAll(/[^\w .,:/()·@-]/g, (character) => `#${character.codePointAt(0)};`);
}
