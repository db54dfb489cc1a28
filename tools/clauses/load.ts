import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ClauseCase } from '../../test/rules/clause-case.ts';
import type { ClauseSet } from './clause.ts';
import { clauseSets } from './index.ts';

const tests = path.join(import.meta.dirname, '../../test/rules');

/** Every set of clauses with the cases written for it. */
export function loadCases(): Promise<{ set: ClauseSet; cases: readonly ClauseCase[] }[]> {
  return Promise.all(clauseSets.map(async (set) => ({ set, cases: await casesOf(set.rule) })));
}

async function casesOf(rule: string): Promise<readonly ClauseCase[]> {
  const file = path.join(tests, `${rule}.cases.ts`);
  if (!existsSync(file)) return [];
  const { cases } = (await import(file)) as { cases: readonly ClauseCase[] };
  return cases;
}
