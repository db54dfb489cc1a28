import { expect, test } from 'vitest';
import { listing } from '../../cli/list/listing.ts';
import { droppedInterval, droppedStop } from './questions.ts';

test('rules with their presets, then migrations', () => {
  const text = listing([droppedInterval, { ...droppedStop, recommended: true, tests: 'off' }], [{ name: 'finally-to-stack', summary: 'try … finally becomes a stack' }]);
  expect(text).toBe(`Rules
  lifecycle/dropped-interval  disallow intervals whose handle is dropped  [recommended, strict, tests]
  lifecycle/dropped-stop      disallow stops whose promise is dropped  [recommended, strict]

Migrations
  finally-to-stack  try … finally becomes a stack
`);
});
