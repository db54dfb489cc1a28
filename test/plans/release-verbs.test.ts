import { expect, test } from 'vitest';
import { isReleaseName } from '../../plans/finally-to-stack/release-verbs.ts';

test.each(['stop', 'close', 'closeSync', 'stopAll', 'disposeAsync', 'clearInterval', 'unsubscribe', 'shutDown'])('%s releases', (name) => {
  expect(isReleaseName(name)).toBe(true);
});

test.each(['closest', 'endsWith', 'endpoint', 'stopwatch', 'released', 'log', 'clear', 'reset', 'rm', 'isClosed', 'close_'])('%s does not', (name) => {
  expect(isReleaseName(name)).toBe(false);
});
