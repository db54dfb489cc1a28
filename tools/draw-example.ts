// The pictures of the README: one entry point of the example, before and after.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runGraph } from '../cli/graph/run-graph.ts';
import { noProgress } from '../cli/scan/progress.ts';
import { plain } from '../cli/scan/report/style.ts';
import { questions } from '../rules/index.ts';

const root = path.join(import.meta.dirname, '..');
export const variants = ['before', 'after'] as const;

/** The picture of the coordinator's entry point, as `lifecycle graph <variant> --entry runCoordinator --format svg` prints it in the example's folder. */
export async function pictureOf(variant: (typeof variants)[number]): Promise<string> {
  let text = '';
  const here = { cwd: path.join(root, 'examples/execution-platform'), out: (part: string) => void (text += part), err: (part: string) => void process.stderr.write(part), style: plain, progress: noProgress };
  await runGraph([variant], { format: 'svg', config: false, entry: ['runCoordinator'] }, questions, here);
  return text;
}

/** Where the picture stands. */
export function fileOf(variant: (typeof variants)[number]): string {
  return path.join(root, `docs/images/coordinator-${variant}.svg`);
}

if (import.meta.filename === process.argv[1]) {
  mkdirSync(path.join(root, 'docs/images'), { recursive: true });
  for (const variant of variants) writeFileSync(fileOf(variant), await pictureOf(variant));
}
