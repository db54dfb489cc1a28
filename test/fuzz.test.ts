import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { stories } from '../analysis/index.ts';
import { questions } from '../rules/index.ts';
import { fixturePath, programOf } from './program.ts';

const folder = path.join(import.meta.dirname, 'valid-code');
const programs = globSync(['*.ts', '*.tsx'], { cwd: folder }).sort().map((file) => ({ file, code: readFileSync(path.join(folder, file), 'utf8') }));

/** A program with some of its words missing: half-typed code, as an editor shows it to a rule. */
const damaged = fc
  .record({ program: fc.constantFrom(...programs), gaps: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 4 }) })
  .map(({ program: { file, code }, gaps }) => ({ file, code: gaps.reduce((text, [at, length]) => without(text, at % text.length, length), code) }));

function without(text: string, at: number, length: number): string {
  return text.slice(0, at) + text.slice(at + length);
}

/** In some linters a rule that throws takes every other rule of the file with it. */
test('no rule throws on half-typed code, and every finding lies in the file', () => {
  fc.assert(
    fc.property(damaged, ({ file, code }) => {
      const program = programOf({ [file]: code });
      const told = stories(ts, program, program.getSourceFile(fixturePath(file))!);
      for (const question of questions) {
        for (const { start, end } of question.ask(told, { ...question.defaultOptions, report: 'likely' })) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(code.length);
        }
      }
    }),
    { numRuns: 100, seed: 7 },
  );
});
