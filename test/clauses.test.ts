import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCases } from '../tools/clauses/load.ts';
import { clausesPage, openClauses } from '../tools/clauses/table.ts';
import { clausesOf } from './rules/clause-case.ts';

const sets = await loadCases();

test('docs/clauses.md is what npm run docs writes', () => {
  expect(readFileSync(path.join(import.meta.dirname, '../docs/clauses.md'), 'utf8')).toBe(clausesPage(sets));
});

test('no two rules share a clause id', () => {
  const ids = sets.flatMap(({ set }) => Object.keys(set.clauses));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe.each(sets)('$set.rule', ({ set, cases }) => {
  test('every case proves clauses of its own rule', () => {
    expect(cases.flatMap(clausesOf).filter((clause) => !Object.hasOwn(set.clauses, clause))).toEqual([]);
  });

  const open = openClauses(set, cases);

  test('every clause has a reported case and a silent neighbour, once the rule is finished', () => {
    expect(set.finished ? open.filter((id) => set.clauses[id]?.later === undefined) : []).toEqual([]);
  });

  test('no clause is left for later that has both', () => {
    expect(Object.keys(set.clauses).filter((id) => set.clauses[id]?.later !== undefined && !open.includes(id))).toEqual([]);
  });
});

test('code stands in one cell of the table as it was written', () => {
  const set = { rule: 'a-rule', finished: true, clauses: { '0.a': { text: 'Says it.', site: 'somewhere' } } };
  const page = clausesPage([{ set, cases: [{ clause: '0.a', valid: 'a || `b`;\n  <c>d_e' }] }]);
  expect(page).toContain('| `0.a` | Says it. | — | <pre>a &#124;&#124; &#96;b&#96;;<br>  &#60;c&#62;d&#95;e</pre> | somewhere |');
});
