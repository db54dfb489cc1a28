import { expect, test } from 'vitest';
import { EditBoard, filesEdited } from '../../codemods/typed/edit-board.ts';
import type { SiteEdit } from '../../plans/edit.ts';

const insert = (start: number, text: string, shared?: true): SiteEdit => ({ start, end: start, text, ...(shared ? { shared } : {}) });
const board = (mayEdit?: (file: string) => boolean): EditBoard => new EditBoard(new Map([['/a.ts', 'aaaa'], ['/b.ts', 'bbbb'], ['/c.ts', 'cccc']]), mayEdit);

test('a file has the edits of all sites, whichever file they are in', () => {
  const edits = board();
  expect(edits.set('/a.ts', { edits: [insert(0, '1')], elsewhere: [{ file: '/c.ts', edits: [insert(0, '2')] }], sites: [] })).toEqual(['/a.ts', '/c.ts']);
  edits.set('/b.ts', { edits: [], elsewhere: [{ file: '/c.ts', edits: [insert(4, '3')] }], sites: [] });
  expect(['/a.ts', '/b.ts', '/c.ts'].map((file) => edits.textOf(file))).toEqual(['1aaaa', 'bbbb', '2cccc3']);
});

test('what takes the place of edits takes them back everywhere', () => {
  const edits = board();
  edits.set('/a.ts', { edits: [insert(0, '1')], elsewhere: [{ file: '/c.ts', edits: [insert(0, '2')] }], sites: [] });
  expect(edits.set('/a.ts', { edits: [insert(1, '4')], sites: [] })).toEqual(['/a.ts', '/c.ts']);
  expect(['/a.ts', '/c.ts'].map((file) => edits.textOf(file))).toEqual(['a4aaa', 'cccc']);
});

test('an edit where a site of another file edits has to wait, unless both ask to share it', () => {
  const edits = board();
  edits.set('/a.ts', { edits: [], elsewhere: [{ file: '/c.ts', edits: [insert(2, 'async ', true)] }], sites: [] });
  const obstacle = edits.obstacleFor('/b.ts');
  expect([obstacle('/c.ts', [insert(2, 'await ')]), obstacle('/c.ts', [insert(2, 'async ')]), obstacle('/c.ts', [insert(2, 'async ', true)]), obstacle('/c.ts', [insert(3, 'await ')])]).toEqual(['wait', 'wait', undefined, undefined]);
  expect(edits.obstacleFor('/a.ts')('/c.ts', [insert(2, 'await ')])).toBeUndefined();
  edits.set('/b.ts', { edits: [], elsewhere: [{ file: '/c.ts', edits: [insert(2, 'async ', true)] }], sites: [] });
  expect(edits.textOf('/c.ts')).toBe('ccasync cc');
});

test('nobody edits a file that is not in the run, that cannot be edited, or that turned out to have a problem', () => {
  const edits = board((file) => file !== '/b.ts');
  edits.close('/c.ts');
  const obstacle = edits.obstacleFor('/a.ts');
  expect(['/d.ts', '/b.ts', '/c.ts'].map((file) => obstacle(file, [insert(0, 'x')]))).toEqual(['edits-elsewhere-refused', 'edits-elsewhere-refused', 'edits-elsewhere-refused']);
  expect(obstacle('/a.ts', [insert(0, 'x')])).toBeUndefined();
});

test('the files that changes edit', () => {
  expect(filesEdited('/a.ts', { edits: [], sites: [] })).toEqual([]);
  expect(filesEdited('/a.ts', { edits: [insert(0, '')], elsewhere: [{ file: '/b.ts', edits: [insert(0, '')] }], sites: [] })).toEqual(['/a.ts', '/b.ts']);
});
