import { colours } from '../colours.ts';
import { type Entry, type LifecycleGraph, type Verdict, worst } from '../graph.ts';
import { type Box, type Line, lineHeight, type Picture, pictureOf } from '../layout.ts';
import { escaped } from './escaped.ts';

const gap = 24;
const empty = { width: 320, height: 40 };

/** One picture of all entries, one below the other. */
export function svg({ entries }: LifecycleGraph, cwd: string): string {
  const pictures = entries.map((entry) => ({ entry, picture: pictureOf(cwd, entry) }));
  const width = Math.max(empty.width, ...pictures.map(({ picture }) => picture.width));
  let top = 0;
  const parts = pictures.map(({ entry, picture }) => {
    const part = `<g transform="translate(0 ${round(top)})">${drawn(entry, picture)}</g>`;
    top += picture.height + gap;
    return part;
  });
  const nothing = `<text x="16" y="24">Nothing is owned here.</text>`;
  return `${framed(width, Math.max(empty.height, top - gap), parts.length > 0 ? parts.join('\n') : nothing)}\n`;
}

/** The picture of one entry. */
export function svgOfEntry(cwd: string, entry: Entry): string {
  const picture = pictureOf(cwd, entry);
  return framed(picture.width, picture.height, drawn(entry, picture));
}

function framed(width: number, height: number, content: string): string {
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
  const arrow = '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#57606a"/></marker></defs>';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="ui-monospace, monospace" font-size="12">${arrow}\n${content}\n</svg>`;
}

function drawn(entry: Entry, { boxes, lines }: Picture): string {
  const looks = new Map<string, keyof typeof colours>([[entry.id, worst(entry.findings) ?? 'entry'], ...entry.resources.map((one): [string, Verdict | 'fine'] => [one.id, worst(one.findings) ?? 'fine'])]);
  return [...lines.map(drawnLine), ...boxes.map((box) => drawnBox(box, looks.get(box.id)!))].join('\n');
}

function drawnLine({ points, kind, from, to }: Line): string {
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(' ');
  const dashes = kind === 'needs' ? ' stroke-dasharray="4 3"' : '';
  return `<path class="${kind}" data-from="${from}" data-to="${to}" d="${path}" fill="none" stroke="#57606a"${dashes} marker-end="url(#arrow)"/>`;
}

function drawnBox({ id, lines, x, y, width, height }: Box, look: keyof typeof colours): string {
  const { fill, stroke } = colours[look];
  const frame = `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6" fill="${fill}" stroke="${stroke}"/>`;
  const texts = lines.map((line, index) => {
    const weight = index === 0 ? ' font-weight="bold"' : '';
    return `<text x="${round(x + width / 2)}" y="${round(y + 24 + index * lineHeight)}" text-anchor="middle" fill="#1f2328"${weight}>${escaped(line)}</text>`;
  });
  return `<g class="box" data-id="${id}" data-verdict="${look}">${frame}${texts.join('')}</g>`;
}

function round(pixels: number): string {
  return String(Math.round(pixels * 10) / 10);
}
