import { expect, test } from 'vitest';
import { terminalProgress } from '../../cli/scan/progress.ts';

test('one line that is rewritten in place, no wider than the terminal, and gone at the end', () => {
  const written: string[] = [];
  const progress = terminalProgress({ write: (text: string) => written.push(text), columns: 24 }, '/project', 0);
  progress.reading('/project/tsconfig.json');
  progress.scanning(1, 20, '/project/src/a.ts');
  progress.scanning(2, 20, '/project/src/a-much-longer-name.ts');
  progress.clear();
  expect(written).toEqual(['\r\u001B[2Kreading tsconfig.json', '\r\u001B[2Kscanning 1/20 src/a.ts', '\r\u001B[2Kscanning 2/20 src/a-muc', '\r\u001B[2K']);
});

test('files that follow at once are not shown; nothing is cleared when nothing was shown', () => {
  const written: string[] = [];
  const progress = terminalProgress({ write: (text: string) => written.push(text) }, '/project', Infinity);
  progress.clear();
  progress.scanning(1, 2, '/project/a.ts');
  progress.scanning(2, 2, '/project/b.ts');
  expect(written).toEqual(['\r\u001B[2Kscanning 1/2 a.ts']);
});
