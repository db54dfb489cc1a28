import { expect, test } from 'vitest';
import { reasons } from '../../plans/reasons.ts';

test('short texts fit into a sentence, long texts are sentences', () => {
  for (const { short, long } of Object.values(reasons)) {
    expect(short).toMatch(/^(?:[a-z]|--)[^.\n]{10,110}$/);
    expect(long).toMatch(/^[A-Z][^]+\.$/);
    expect(long).not.toContain('\n');
  }
});
