import ts from 'typescript';
import { expect, test } from 'vitest';
import { typescriptAtHand } from '../../analysis/typescript-at-hand.ts';

test('it is the same for the same TypeScript, and for itself', () => {
  const atHand = typescriptAtHand(ts);
  expect([typescriptAtHand(ts) === atHand, typescriptAtHand(atHand) === atHand]).toEqual([true, true]);
});

test('every name means what it means in the module, whether it is at hand or not', () => {
  const atHand = typescriptAtHand(ts);
  const names = Object.keys(ts) as (keyof typeof ts)[];
  expect(names.filter((name) => atHand[name] !== ts[name])).toEqual([]);
  expect([Object.hasOwn(atHand, 'isCallExpression'), Object.hasOwn(atHand, 'createProgram')]).toEqual([true, false]);
});
