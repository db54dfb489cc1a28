import { expect, test } from 'vitest';
import { noSettings } from '../../analysis/settings.ts';
import { readSettings } from '../../rules/settings.ts';

test('without settings.lifecycle the built-in settings hold', () => {
  expect(readSettings({})).toBe(noSettings);
});

test('valid settings are handed on as they are, so that answers can be remembered by them', () => {
  const lifecycle = { verbs: [{ start: 'ignite', stop: 'extinguish' }] };
  expect(readSettings({ lifecycle })).toBe(lifecycle);
  expect(readSettings({ lifecycle })).toBe(lifecycle);
});

test('an unknown key is an error that names the nearest one', () => {
  expect(() => readSettings({ lifecycle: { contract: [] } })).toThrow(/'contract'.*contracts/);
});

test('settings that are no object are an error', () => {
  expect(() => readSettings({ lifecycle: 'strict' })).toThrow(/settings\.lifecycle/);
});
