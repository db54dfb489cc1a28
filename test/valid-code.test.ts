import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import plugin from '../index.ts';
import { lint } from './lint.ts';
import { fixturePath, programOf } from './program.ts';

const folder = path.join(import.meta.dirname, 'valid-code');

describe.each(globSync(['*.ts', '*.tsx'], { cwd: folder }).sort())('%s', (file) => {
  const code = readFileSync(path.join(folder, file), 'utf8');

  test('is sound', () => {
    const program = programOf({ [file]: code });
    const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(fixturePath(file)));
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([]);
  });

  test('is silent with every rule', () => {
    expect(lint(code, { filename: file, rules: plugin.configs.strict.rules })).toEqual([]);
  });
});
