import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';

/** A comment at the end of a line that says which rules report there, and which planted bug it is. */
export interface Marker {
  file: string;
  line: number;
  bug: string | undefined;
  rules: string[];
}

const rule = String.raw`lifecycle/[a-z]+(?:-[a-z]+)*`;
const marker = new RegExp(String.raw`// (?:BUG (B\d+)|FINDING): (${rule}(?:, ${rule})*)(?= //|$)`, 'g');

/** The markers of one text. A comment that begins like a marker and is none is an error. */
export function markersOf(text: string, file: string): Marker[] {
  return text.split('\n').flatMap((content, index) => {
    const found = [...content.matchAll(marker)].map(([, bug, rules = '']) => ({ file, line: index + 1, bug, rules: rules.split(', ') }));
    const begun = content.match(/\/\/ (BUG|FINDING)\b/g)?.length ?? 0;
    if (begun !== found.length) throw new SyntaxError(`${file}:${index + 1}: not a marker: ${content.trim()}`);
    return found;
  });
}

/** The markers of all TypeScript files of a folder, the file names relative to it. */
export function markersIn(folder: URL): Marker[] {
  const files = globSync('**/*.ts', { cwd: folder }).sort();
  return files.flatMap((file) => markersOf(readFileSync(new URL(file, folder), 'utf8'), file));
}
