import { readFileSync } from 'node:fs';
import { relativeTo } from '../../scan/paths.ts';
import { colours } from '../colours.ts';
import { type Entry, type GraphResource, type LifecycleGraph, verdicts, worst } from '../graph.ts';
import { linesOf, linesOfEntry, placeText } from '../words.ts';
import { escaped } from './escaped.ts';
import { svgOfEntry } from './svg.ts';

const script = new URL('../page/page.js', import.meta.url);
const style = new URL('../page/page.css', import.meta.url);

/** One file that needs nothing else: the pictures, a search, a filter by verdict, and the proof behind each box. */
export function html(graph: LifecycleGraph, cwd: string): string {
  const items = graph.entries.flatMap((entry) => [itemOfEntry(cwd, entry), ...entry.resources.map((resource) => itemOf(cwd, resource))]);
  const sections = graph.entries.map((entry) => `<section class="entry" aria-label="${escaped(entry.name)}">${svgOfEntry(cwd, entry)}</section>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Lifecycle graph</title>
<style>
${readFileSync(style, 'utf8')}</style>
</head>
<body>
<header>
<h1>Lifecycle graph</h1>
<input id="search" type="search" placeholder="Name, type or file" aria-label="Search">
<fieldset id="verdicts" aria-label="Verdicts">${['fine', ...verdicts].map(filter).join('')}</fieldset>
<output id="count"></output>
</header>
<main>
${sections.length > 0 ? sections.join('\n') : '<p>Nothing is owned here.</p>'}
</main>
<aside id="details" hidden></aside>
<script type="application/json" id="graph">${JSON.stringify({ items }).replaceAll('<', '\\u003c')}</script>
<script type="module">
${readFileSync(script, 'utf8').replaceAll(/^export /gm, '')}
activate(document, JSON.parse(document.querySelector('#graph').textContent));
</script>
</body>
</html>
`;
}

function filter(verdict: string): string {
  const { fill, stroke } = colours[verdict as keyof typeof colours];
  return `<label><input type="checkbox" value="${verdict}" checked> <i style="background:${fill};border-color:${stroke}"></i>${verdict}</label>`;
}

function itemOfEntry(cwd: string, entry: Entry): object {
  return { id: entry.id, name: entry.name, type: entry.kind, lines: linesOfEntry(cwd, entry), ...common(cwd, entry) };
}

function itemOf(cwd: string, resource: GraphResource): object {
  return { id: resource.id, name: resource.name, type: resource.type, lines: linesOf(resource).slice(1), ...common(cwd, resource) };
}

function common(cwd: string, { at, findings }: Pick<Entry | GraphResource, 'at' | 'findings'>): object {
  const shown = findings.map((finding) => ({
    ...finding,
    file: relativeTo(cwd, finding.file),
    path: finding.path.map(({ file, line, column, code, note }) => ({ file: relativeTo(cwd, file), line, column, code, note })),
  }));
  return { place: placeText(cwd, at), code: excerpt(at), verdict: worst(findings) ?? 'fine', findings: shown };
}

const longest = 6;

/** The first lines of a place, as they stand in the file. */
function excerpt({ file, line, endLine }: Entry['at']): string {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/).slice(line - 1, Math.min(endLine, line - 1 + longest));
  const indent = Math.min(...lines.filter((text) => text.trim() !== '').map((text) => text.search(/\S/)));
  return lines.map((text) => text.slice(indent)).join('\n');
}
