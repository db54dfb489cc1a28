import { expect, test } from 'vitest';
import { terminalProgress } from '../../cli/scan/progress.ts';

test('one line that is rewritten in place, no wider than the terminal, and gone at the end', () => {
  const written: string[] = [];
  const progress = terminalProgress({ write: (text: string) => written.push(text), columns: 24 }, 0);
  progress.show(1, 20, 'src/a.ts');
  progress.show(2, 20, 'src/a-much-longer-name.ts');
  progress.clear();
  expect(written).toEqual(['\r\u001B[2Kscanning 1/20 src/a.ts', '\r\u001B[2Kscanning 2/20 src/a-muc', '\r\u001B[2K']);
});

test('nothing is cleared when nothing was shown', () => {
  const written: string[] = [];
  terminalProgress({ write: (text: string) => written.push(text) }).clear();
  expect(written).toEqual([]);
});
