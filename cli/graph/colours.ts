import type { Verdict } from './graph.ts';

/** How the boxes look, by verdict; dark text on light ground, readable in light and dark pages. */
export const colours: Readonly<Record<Verdict | 'fine' | 'entry', { readonly fill: string; readonly stroke: string }>> = {
  leak: { fill: '#ffd7d5', stroke: '#cf222e' },
  order: { fill: '#ffe2b8', stroke: '#bc4c00' },
  'not awaited': { fill: '#fff1c2', stroke: '#9a6700' },
  'started too early': { fill: '#ecd8ff', stroke: '#8250df' },
  other: { fill: '#eaeef2', stroke: '#57606a' },
  fine: { fill: '#dafbe1', stroke: '#1a7f37' },
  entry: { fill: '#ddf4ff', stroke: '#0969da' },
};
