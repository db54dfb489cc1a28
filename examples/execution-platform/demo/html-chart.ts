import { groupBy } from '../platform/trace/group.ts';
import { nested, type NestedLife } from './nested.ts';
import type { ChartInput } from './terminal-chart.ts';

const rowHeight = 22;
const barHeight = 14;
const labelWidth = 240;
const chartWidth = 860;

/** A page that needs nothing else: a lane per service, grouped by entry point. */
export function htmlChart({ lives, end }: ChartInput, title: string, notes: readonly string[]): string {
  const groups = [...groupBy(nested(lives), (row) => row.life.entry)];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escapeText(title)}</title>
<style>
  body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem; color: #1b1f24; background: #fff }
  h2 { font-size: 1rem; margin: 1.5rem 0 0.25rem }
  svg { display: block } text { font-size: 12px; fill: currentColor }
  .lane { fill: #f3f4f6 } .starting { fill: #f2c14e } .live { fill: #3d8bd4 } .stopping { fill: #8e6bbf } .leaked { fill: #d1495b }
  .key i { display: inline-block; width: 1em; height: 0.8em; margin: 0 0.35em 0 1em }
</style>
<h1>${escapeText(title)}</h1>
<p class="key">${key('#f2c14e', 'starting')}${key('#3d8bd4', 'live')}${key('#8e6bbf', 'stopping')}${key('#d1495b', 'never stopped')}</p>
${notes.map((note) => `<p>${escapeText(note)}</p>`).join('\n')}
${groups.map(([entry, group]) => `<h2>${escapeText(entry)}</h2>\n${lanes(group, end)}`).join('\n')}
</html>
`;
}

function lanes(group: readonly NestedLife[], end: number): string {
  const rows = group.map((lane, index) => row(lane, index * rowHeight, end));
  return `<svg width="${labelWidth + chartWidth}" height="${group.length * rowHeight}" role="img">\n${rows.join('\n')}\n</svg>`;
}

function row({ life, depth }: NestedLife, top: number, end: number): string {
  const x = (at: number): number => Math.round(labelWidth + (at / (end + 1)) * chartWidth);
  const rect = (kind: string, from: number, to: number): string =>
    `<rect class="${kind}" x="${x(from)}" y="${top + 3}" width="${Math.max(2, x(to) - x(from))}" height="${barHeight}"/>`;
  const indent = 4 + (depth - 1) * 16;
  const stop = life.stop ?? end;
  return [
    `<g><title>${escapeText(`${life.who}: start ${life.start}, stop ${life.stop ?? 'never'}`)}</title>`,
    `<rect class="lane" x="${labelWidth}" y="${top + 3}" width="${chartWidth}" height="${barHeight}"/>`,
    `<text x="${indent}" y="${top + 14}">${escapeText(life.who)}</text>`,
    rect('starting', life.start, life.started),
    rect(life.stop === undefined ? 'leaked' : 'live', life.started, stop),
    life.stop === undefined ? '' : rect('stopping', life.stop, life.end ?? end),
    '</g>',
  ].join('');
}

function key(colour: string, text: string): string {
  return `<i style="background:${colour}"></i>${text}`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
