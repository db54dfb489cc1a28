import ts from 'typescript';
import { expect, test } from 'vitest';
import { stories } from '../../analysis/index.ts';
import { requireDisposal } from '../../rules/require-disposal.ts';
import { fixturePath, programOf } from '../program.ts';
import { programs, versionsOf } from './programs.ts';
import { stubs } from './stubs.ts';

const versions = programs.flatMap((program, index) => versionsOf(program).map((version) => ({ ...version, file: `program-${index}-${version.kind}.ts` })));
const installed = Object.fromEntries(Object.entries(stubs).map(([name, text]) => [`node_modules/${name}`, text]));
const whole = programOf({ ...installed, ...Object.fromEntries(versions.map(({ file, text }) => [file, text])) });

test.each(versions)('$package, $kind: $leaks reported', ({ file, leaks }) => {
  const source = whole.getSourceFile(fixturePath(file))!;
  expect(whole.getSemanticDiagnostics(source).map(({ messageText }) => messageText)).toEqual([]);
  expect(requireDisposal.ask(stories(ts, whole, source), { report: 'certain', checkExceptionPaths: true })).toHaveLength(leaks);
});

test('the programs are of at least 30 packages', () => {
  expect(new Set(programs.map((program) => program.package)).size).toBeGreaterThanOrEqual(30);
});
