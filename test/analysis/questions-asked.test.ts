import ts from 'typescript';
import { expect, test } from 'vitest';
import { stories } from '../../analysis/index.ts';
import { questions } from '../../rules/index.ts';
import { presetOptions } from '../../rules/presets.ts';
import { fixturePath, programOf } from '../program.ts';

/** How often every rule of `strict` asks the checker for the type of a node of one file. */
function typesAskedFor(code: string): number {
  const program = programOf({ 'case.ts': code });
  const file = program.getSourceFile(fixturePath('case.ts'))!;
  const checker = program.getTypeChecker();
  const { getTypeAtLocation } = checker;
  let asked = 0;
  checker.getTypeAtLocation = (node) => {
    asked++;
    return getTypeAtLocation(node);
  };
  for (const question of questions) question.ask(stories(ts, program, file), { ...question.defaultOptions, ...presetOptions('strict', question) });
  return asked;
}

const computation = `
interface Line { sku: string; price: number; tags: readonly string[] }
export function total(lines: readonly Line[]): number {
  return lines.filter((line) => line.price > 0).map(priceOf).reduce((sum, price) => sum + price, 0);
}
function priceOf(line: Line): number {
  const tags = new Set(line.tags.map((tag) => tag.trim().toLowerCase()));
  return tags.has('sale') ? Math.round(line.price * 0.8) : line.price;
}
export async function save(lines: readonly Line[], write: (text: string) => Promise<void>): Promise<void> {
  for (const line of lines) await write(JSON.stringify({ ...line, total: total([line]) }));
}
`;

test('code that only computes is dismissed without a type', () => {
  expect(typesAskedFor(computation)).toBe(0);
});

test('a name that may mean a resource is asked for its type', () => {
  expect(typesAskedFor(`${computation}\nexport function begin(it: { close(): Promise<void> }) { return it.close(); }\n`)).toBeGreaterThan(0);
});
