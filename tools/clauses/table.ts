import { type ClauseCase, clausesOf, invalidCases, validCases } from '../../test/rules/clause-case.ts';
import type { ClauseSet } from './clause.ts';

/** An invalid case of a clause and its nearest neighbour. */
interface Proof {
  invalid?: string;
  valid?: string;
}

function proofOf(clause: string, cases: readonly ClauseCase[]): Proof {
  const own = cases.filter((entry) => clausesOf(entry).includes(clause));
  const pair = own.filter((entry) => invalidCases(entry).length > 0 && validCases(entry).length > 0);
  return { invalid: [...pair, ...own].flatMap(invalidCases)[0]?.code, valid: [...pair, ...own].flatMap(validCases)[0]?.code };
}

/** Clauses that lack a case. */
export function openClauses({ clauses }: ClauseSet, cases: readonly ClauseCase[]): readonly string[] {
  return Object.keys(clauses).filter((id) => {
    const { invalid, valid } = proofOf(id, cases);
    return invalid === undefined || valid === undefined;
  });
}

/** The page of the clauses: for each its proof and where it happens in real code. */
export function clausesPage(sets: readonly { set: ClauseSet; cases: readonly ClauseCase[] }[]): string {
  return [
    '# Clauses',
    '',
    '<!-- Generated from tools/clauses and test/rules by `npm run docs`. -->',
    '',
    'Each sentence of the specification of a rule, a case that must be reported, its nearest neighbour that must not be, and a place where it happens in real code.',
    ...sets.flatMap(({ set, cases }) => ['', ...section(set, cases)]),
    '',
  ].join('\n');
}

function section({ rule, clauses }: ClauseSet, cases: readonly ClauseCase[]): string[] {
  const rows = Object.entries(clauses).map(([id, { text, site, later }]) => {
    const { invalid, valid } = proofOf(id, cases);
    return `| \`${id}\` | ${text}${later === undefined ? '' : ` *Later: ${later}*`} | ${cell(invalid)} | ${cell(valid)} | ${site} |`;
  });
  return [`## ${rule}`, '', '| clause | what it says | reported | silent | real site |', '| --- | --- | --- | --- | --- |', ...rows];
}

/** Code in the cell of a table, which has one line and in which Markdown would still be read. */
function cell(code: string | undefined): string {
  if (code === undefined) return '—';
  const escaped = code.trim().replaceAll(/[^\w\s.,;()'"=/-]|_/g, (character) => `&#${character.codePointAt(0)};`);
  return `<pre>${escaped.replaceAll('\n', '<br>')}</pre>`;
}
