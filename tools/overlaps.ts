// Writes docs/overlaps.md.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Overlap, overlaps } from '../test/overlaps/rows.ts';

/** The page of what is reported where several rules could speak. */
export function overlapsPage(rows: readonly Overlap[]): string {
  return `# Overlaps

<!-- Generated from test/overlaps/rows.ts by \`npm run docs\`. -->

One report for each root cause: where several rules could name it, the one that names the cause does. Each row is a test: the code, everything that the
preset \`strict\` and three rules of typescript-eslint (\`no-floating-promises\`, \`no-misused-promises\`, \`await-thenable\`) say about it, and which rules of this plugin
leave it to another. Where two rules of this plugin speak, two things are wrong. The typescript-eslint rules ask about promises, this plugin about what a
promise stands for: both may speak of one call, and one \`await\` settles both. \`no-misused-disposable\`, which typescript-eslint prepares (pull request 12659), asks whether a disposable is bound by
\`using\` at all; it is not released, so no row can test it.

${rows.map(section).join('\n')}`;
}

function section({ cause, code, reports, silent }: Overlap): string {
  const lines = [`## ${cause}`, '', '```ts', code.trimEnd(), '```', ''];
  lines.push(...(reports.length > 0 ? reports.map((report) => `- line ${report.replace(/^(\d+) (.*)$/, '$1: `$2`')}`) : ['- nothing']));
  for (const [rule, why] of Object.entries(silent)) lines.push(`- not \`lifecycle/${rule}\`: ${why}`);
  return `${lines.join('\n')}\n`;
}

if (import.meta.filename === process.argv[1]) writeFileSync(path.join(import.meta.dirname, '../docs/overlaps.md'), overlapsPage(overlaps));
