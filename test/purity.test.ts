import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { stories } from '../analysis/index.ts';
import { questions } from '../rules/index.ts';
import { withDefaults } from '../rules/options.ts';
import { presetOptions } from '../rules/presets.ts';
import { circles } from './circles.ts';
import { scanIn } from './cli/scan-in.ts';
import { install, temporaryProject, tsconfig, write } from './cli/temporary-project.ts';

const root = path.resolve(import.meta.dirname, '..');
const example = path.join(root, 'examples/execution-platform');
const { resolve } = createRequire(import.meta.url);

/** One finding as a line of text, so that sets of them are compared. */
interface Said {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  ruleId: string | null;
  message: string;
}

function lineOf(folder: string, { file, line, column, endLine, endColumn, ruleId, message }: Said): string {
  return `${path.relative(folder, path.resolve(folder, file))}:${line}:${column}-${endLine}:${endColumn} ${ruleId} ${message}`;
}

/** What the preset `strict` says of files, asked in the given order of a view that nobody has asked before. */
function asked(program: ts.Program, folder: string, files: readonly string[]): readonly string[] {
  const fresh = {};
  const said = files.flatMap((name) => {
    const file = program.getSourceFile(path.join(folder, name))!;
    const told = stories(ts, program, file, fresh);
    return questions.flatMap((question) =>
      question.ask(told, withDefaults(question, presetOptions('strict', question))).map((finding): string => {
        const [start, end] = [finding.start, finding.end].map((at) => file.getLineAndCharacterOfPosition(at));
        const message = question.messages[finding.messageId]!.replace(/\{\{(\w+)\}\}/g, (_placeholder, key: string) => finding.data[key]!);
        return lineOf(folder, { file: file.fileName, line: start!.line + 1, column: start!.character + 1, endLine: end!.line + 1, endColumn: end!.character + 1, ruleId: `lifecycle/${question.name}`, message });
      }),
    );
  });
  return said.toSorted();
}

/** The same files in another order for each seed. */
function shuffled(files: readonly string[], seed: number): readonly string[] {
  const rank = (name: string) => [...name].reduce((hash, character) => Math.imul(hash ^ character.codePointAt(0)!, 0x01000193 + 2 * seed) >>> 0, seed);
  return files.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

async function scanned(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const { out, err } = await scanIn(folder, { paths, questions, format: 'json', config: false, preset: 'strict' });
  expect(err).toBe('');
  return (JSON.parse(out) as { findings: Said[] }).findings.map((finding) => lineOf(folder, finding)).toSorted();
}

/** ESLint with the plugin's sources, which tsx reads in each worker thread: no build is needed. */
function linted(folder: string, paths: readonly string[], concurrency: string): readonly string[] {
  const config = temporaryProject({ 'eslint.config.mjs': `
import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};
import parser from ${JSON.stringify(pathToFileURL(resolve('@typescript-eslint/parser')).href)};

register();
const { default: lifecycle } = await import(${JSON.stringify(pathToFileURL(path.join(root, 'index.ts')).href)});

export default [{ ...lifecycle.configs.strict, files: ['**/*.ts'], languageOptions: { parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: ${JSON.stringify(folder)} } } }];
` });
  const bin = path.join(path.dirname(resolve('eslint/package.json')), 'bin/eslint.js');
  const args = [bin, '--config', path.join(config, 'eslint.config.mjs'), '--concurrency', concurrency, '--format', 'json', ...paths];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env: { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1' } });
  if (!stdout.startsWith('[')) throw new Error(stderr);
  const results = JSON.parse(stdout) as { filePath: string; messages: Said[] }[];
  return results.flatMap(({ filePath, messages }) => messages.map((message) => lineOf(folder, { ...message, file: filePath }))).toSorted();
}

function programIn(folder: string): ts.Program {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(path.join(folder, 'tsconfig.json'), {}, host)!;
  return ts.createProgram(fileNames, options);
}

/** The files of a program in one folder of it, by their names in the project. */
function filesIn(program: ts.Program, folder: string, below: readonly string[]): readonly string[] {
  const names = program.getSourceFiles().filter((file) => !file.isDeclarationFile).map((file) => path.relative(folder, file.fileName));
  return names.filter((name) => below.some((one) => name === one || name.startsWith(`${one}/`)));
}

function circlesProject(): string {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig({ compilerOptions: { types: ['node'] } }) });
  write(folder, circles);
  write(folder, { 'package.json': '{ "type": "module" }' });
  install(folder, '@types/node');
  return folder;
}

const projects = [
  { name: 'classes and functions in circles', folderOf: circlesProject, paths: Object.keys(circles) },
  { name: 'the reference system', folderOf: () => example, paths: ['before', 'mutants'] },
];

describe.each(projects)('$name', ({ folderOf, paths }) => {
  test('the same findings in any order, from a scan, and from ESLint with and without worker threads', { timeout: 1_200_000 }, async () => {
    const folder = folderOf();
    const program = programIn(folder);
    const files = filesIn(program, folder, paths);
    const expected = asked(program, folder, files);
    expect(expected.length).toBeGreaterThan(3);
    for (const seed of [1, 2, 3, 4]) expect(asked(program, folder, shuffled(files, seed)), `order ${seed}`).toEqual(expected);
    expect(asked(programIn(folder), folder, files.toReversed()), 'another program').toEqual(expected);
    expect(await scanned(folder, paths), 'scan').toEqual(expected);
    for (const concurrency of ['off', '2', '4']) expect(linted(folder, paths, concurrency), `--concurrency ${concurrency}`).toEqual(expected);
  });
});
