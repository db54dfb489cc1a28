import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileOf, pictureOf, variants } from '../../tools/draw-example.ts';

test.each(variants)('the picture of %s/ is what npm run docs:graph draws', async (variant) => {
  expect(readFileSync(fileOf(variant), 'utf8')).toBe(await pictureOf(variant));
});
