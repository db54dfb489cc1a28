import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lifecycle } from './migrate-command.ts';
import { install, temporaryProject, tsconfig, write } from './temporary-project.ts';

const native = JSON.stringify({ type: 'module', engines: { node: '>=24' } });
const types = { lib: ['es2022', 'esnext.disposable'], types: [] };
const compiled = tsconfig({ compilerOptions: types });

const server = `export class Server {
  async start(): Promise<void> {}

  async stop(): Promise<void> {}
}
`;
const disposable = `export class Server implements AsyncDisposable {
  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
`;
const registers = `import { Server } from './server.js';

export async function serve(): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const server = new Server();
  stack.defer(() => server.stop());
  await server.start();
}
`;

function read(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

describe('tsconfigs', () => {
  test('without one, a migration that was named ends with one sentence and exit code 2; all goes on and says so', () => {
    const folder = temporaryProject({ 'package.json': native, 'src/server.ts': server });
    expect(lifecycle(folder, 'migrate', 'implement-dispose', 'src')).toEqual({ code: 2, out: '', err: "lifecycle: implement-dispose needs types, but there is no tsconfig.json in or above 'src'.\n" });
    const { code, out } = lifecycle(folder, 'migrate', 'all', 'src');
    expect(code).toBe(0);
    expect(out).toMatch(/warning: No tsconfig includes src\/server\.ts: .*implement-dispose.* did not look there\./);
  });

  test('a path that does not exist is called that, not a missing tsconfig', () => {
    const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': 'export {};\n' });
    const { code, out } = lifecycle(folder, 'migrate', 'implement-dispose', 'gone');
    expect(code).toBe(2);
    expect(out).toContain("There is no file or folder 'gone'.");
    expect(out).not.toContain('tsconfig');
  });

  test('a broken one is one sentence with the line', () => {
    const folder = temporaryProject({ 'package.json': native, 'tsconfig.json': '{\n  "compilerOptions": {,\n}', 'server.ts': server });
    const { code, err } = lifecycle(folder, 'migrate', 'implement-dispose');
    expect(code).toBe(2);
    expect(err).toMatch(/^lifecycle: tsconfig\.json:2:\d+: .+\.\n$/);
  });

  test('each file is done in its own, and what none includes is named', () => {
    const folder = temporaryProject({
      'package.json': native, 'a/tsconfig.json': compiled, 'a/server.ts': server, 'b/tsconfig.json': tsconfig({ compilerOptions: types, include: ['src'] }), 'b/src/server.ts': server, 'b/other.ts': server,
    });
    const { out } = lifecycle(folder, 'migrate', 'implement-dispose', '--write');
    expect(out).toContain('warning: No tsconfig includes b/other.ts: implement-dispose did not look there.');
    expect([read(folder, 'a/server.ts'), read(folder, 'b/src/server.ts'), read(folder, 'b/other.ts')]).toEqual([disposable, disposable, server]);
  });

  test('a project on TypeScript 7, and one that leaves types unset, are read with the TypeScript that comes along', () => {
    const timer = 'export class Beat {\n  #timer = setInterval(() => {}, 1);\n\n  close() {\n    clearInterval(this.#timer);\n  }\n}\n';
    const folder = temporaryProject({
      'package.json': native, 'tsconfig.json': tsconfig({ compilerOptions: { lib: ['es2022', 'esnext.disposable'] } }), 'beat.ts': timer,
      'node_modules/typescript/package.json': '{"name":"typescript","version":"7.0.2","main":"index.js"}', 'node_modules/typescript/index.js': 'module.exports = { version: "7.0.2" };',
      'node_modules/@types/node/package.json': '{"name":"@types/node","version":"24.0.0","types":"index.d.ts"}',
      'node_modules/@types/node/index.d.ts': 'declare function clearInterval(timer: unknown): void;\ndeclare function setInterval(run: () => void, after: number): object;\n',
    });
    expect(lifecycle(folder, 'migrate', 'implement-dispose', '--write').out).toContain('migrated beat.ts:1:1  Symbol.dispose');
    expect(read(folder, 'beat.ts')).toContain('export class Beat implements Disposable {');
  });

  test('lib gains esnext.disposable, in the diff like any edit, and no stack is asked for', () => {
    const folder = temporaryProject({ 'package.json': JSON.stringify({ type: 'module', engines: { node: '>=20' } }), 'tsconfig.json': tsconfig({ compilerOptions: { types: [] } }), 'server.ts': server });
    const { code, out } = lifecycle(folder, 'migrate', 'implement-dispose', '--diff');
    expect(code).toBe(0);
    expect(out).toContain('"lib":["es2022","esnext.disposable"]');
    expect(out).toContain('+export class Server implements AsyncDisposable {');
  });
});

describe('below Node 24', () => {
  const old = JSON.stringify({ type: 'module', engines: { node: '>=20' } });
  const files = { 'package.json': old, 'tsconfig.json': compiled, 'server.ts': server, 'serve.ts': `import { Server } from './server.js';\n\nexport async function serve(): Promise<void> {\n  const server = new Server();\n  try {\n    await server.start();\n  } finally {\n    await server.stop();\n  }\n}\n` };
  const main = `import 'disposablestack/auto';\nimport { serve } from './serve.js';\n\nawait serve();\n`;

  test('a migration that needs a stack goes on where a module of the program loads a polyfill', () => {
    expect(lifecycle(temporaryProject(files), 'migrate', 'finally-to-stack', '--level', 'scoped').err).toContain('choose --polyfill');
    const folder = temporaryProject({ ...files, 'main.ts': main });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--level', 'scoped', '--write').code).toBe(0);
    expect(read(folder, 'serve.ts')).toContain('await using stack = new AsyncDisposableStack();');
    expect(read(folder, 'serve.ts')).not.toContain('polyfill');
  });

  test('but not where only a test does', () => {
    const folder = temporaryProject({ ...files, 'main.test.ts': main });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--level', 'scoped').err).toContain('choose --polyfill');
  });
});

describe('the check of types', () => {
  test('a site that breaks a file which uses the class is taken back, the others stay', () => {
    const fake = "import type { Server } from './server.js';\n\nexport const fake: Server = { start: async () => {}, stop: async () => {} };\n";
    const folder = temporaryProject({ 'package.json': native, 'tsconfig.json': compiled, 'server.ts': `${server}\n${server.replace('Server', 'Client')}`, 'fake.ts': fake });
    const { out } = lifecycle(folder, 'migrate', 'implement-dispose', '--write');
    expect(out).toContain('skipped  server.ts:1:1  the edit would add a compiler diagnostic (adds-diagnostic)\n  migrated server.ts:7:1  Symbol.asyncDispose');
    expect(read(folder, 'server.ts')).toBe(`${server}\n${disposable.replace('Server', 'Client')}`);
  });

  test('in every project of the run that holds the file', () => {
    const fake = "import type { Server } from '../server.js';\n\nexport const fake: Server = { start: async () => {}, stop: async () => {} };\n";
    const folder = temporaryProject({ 'package.json': native, 'tsconfig.json': tsconfig({ compilerOptions: types, include: ['*.ts'] }), 'server.ts': server, 'test/tsconfig.json': compiled, 'test/fake.ts': fake });
    expect(lifecycle(folder, 'migrate', 'implement-dispose').out).toContain('skipped  server.ts:1:1  the edit would add a compiler diagnostic (adds-diagnostic)');
  });

  test('that a file is outside of rootDir takes nothing back', () => {
    const folder = temporaryProject({
      'package.json': native, 'shared/name.ts': "export const name = 'x';\n", 'app/tsconfig.json': tsconfig({ compilerOptions: { ...types, rootDir: '.' } }),
      'app/index.ts': "export * from './server.js';\nexport * from '../shared/name.js';\n", 'app/server.ts': `import { name } from '../shared/name.js';\n\n${server}\nexport const id = name;\n`,
    });
    expect(lifecycle(folder, 'migrate', 'implement-dispose', 'app').out).toContain('migrated app/server.ts:3:1  Symbol.asyncDispose');
    const run = "import { name } from '../shared/name.js';\n\nexport async function run(server: { stop(): Promise<void> }): Promise<string> {\n  try {\n    return name;\n  } finally {\n    await server.stop();\n  }\n}\n";
    write(folder, { 'app/index.ts': "export * from './run.js';\nexport * from '../shared/name.js';\n", 'app/run.ts': run });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', 'app', '--level', 'flat').out).toContain('migrated app/run.ts:4:3  flat');
  });

  test('messages that were there before take nothing back; a file that does not parse is one sentence, and the others are done', () => {
    const folder = temporaryProject({ 'package.json': native, 'tsconfig.json': compiled, 'server.ts': `${server}\nexport const wrong: string = 1;\n`, 'bad.ts': 'class {\n  start( }\n', 'ok.ts': server });
    const { code, out } = lifecycle(folder, 'migrate', 'implement-dispose');
    expect(code).toBe(1);
    expect(out).toMatch(/^error {4}bad\.ts:\d does not parse: [^\n]+\.$/m);
    expect(out).toContain('migrated: 2 Symbol.asyncDispose');
  });
});

describe('several migrations', () => {
  const files = { 'package.json': native, 'tsconfig.json': compiled, 'server.ts': server, 'main.ts': registers };
  const done = registers.replace('stack.defer(() => server.stop())', 'stack.use(server)');

  test('see what the ones before them have made, in the order of the list and dry as well', () => {
    const folder = temporaryProject(files);
    const { out } = lifecycle(folder, 'migrate', 'defer-to-use', 'implement-dispose');
    expect(out).toContain('main.ts: would change\n  migrated main.ts:6:3  use\nserver.ts: would change\n  migrated server.ts:1:1  Symbol.asyncDispose\n');
    lifecycle(folder, 'migrate', 'defer-to-use', 'implement-dispose', '--write');
    expect([read(folder, 'server.ts'), read(folder, 'main.ts')]).toEqual([disposable, done]);
    expect(lifecycle(folder, 'migrate', 'all', '--check').code).toBe(0);
  });

  test('report and select by the lines of the files on disk', () => {
    const two = `${server}\nexport async function serve(): Promise<void> {\n  await using stack = new AsyncDisposableStack();\n  const one = new Server();\n  stack.defer(() => one.stop());\n  const two = new Server();\n  stack.defer(() => two.stop());\n}\n`;
    const folder = temporaryProject({ ...files, 'main.ts': 'export {};\n', 'server.ts': two });
    const { out } = lifecycle(folder, 'migrate', 'implement-dispose', 'defer-to-use', '--only', 'server.ts:1', 'server.ts:12', '--write');
    expect(out).toContain('  migrated server.ts:1:1  Symbol.asyncDispose\n  skipped  server.ts:10:3  the site was not selected (not-selected)\n  migrated server.ts:12:3  use\n');
    expect(read(folder, 'server.ts')).toBe(two.replace(server, disposable).replace('stack.defer(() => two.stop())', 'stack.use(two)'));
  });
});

describe('flags', () => {
  const refused = server.replace('stop()', 'stop(reason: string)').replace('{}\n}', '{\n    console.log(reason);\n  }\n}');

  test('--insert-todos writes the reason above the class, once, also below a byte order mark', () => {
    const folder = temporaryProject({ 'package.json': native, 'tsconfig.json': tsconfig({ compilerOptions: { ...types, lib: ['es2022', 'dom', 'esnext.disposable'] } }), 'server.ts': `\uFEFF/** Serves. */\n${refused}` });
    lifecycle(folder, 'migrate', 'implement-dispose', '--write', '--insert-todos');
    const once = read(folder, 'server.ts');
    expect(once).toBe(`\uFEFF/** Serves. */\n// TODO(lifecycle implement-dispose): the stop cannot be called without arguments\n${refused}`);
    lifecycle(folder, 'migrate', 'implement-dispose', '--write', '--insert-todos');
    expect(read(folder, 'server.ts')).toBe(once);
  });

  test('--plan and --from, --json and --check', () => {
    const folder = temporaryProject({ 'package.json': native, 'tsconfig.json': compiled, 'server.ts': `\uFEFF${server}` });
    expect(lifecycle(folder, 'migrate', 'implement-dispose', '--check', '--plan', 'plan.json').code).toBe(1);
    expect(lifecycle(folder, 'migrate', '--from', 'plan.json', '--write').code).toBe(0);
    expect(read(folder, 'server.ts')).toBe(`\uFEFF${disposable}`);
    const report = JSON.parse(lifecycle(folder, 'migrate', 'implement-dispose', '--json').out) as object;
    expect(report).toMatchObject({ migrations: ['implement-dispose'], files: [], totals: { files: 1, changed: 0, migrated: {}, skipped: {} } });
  });

  test('verbs of settings.lifecycle count', () => {
    const folder = temporaryProject({
      'package.json': native, 'tsconfig.json': compiled, 'server.ts': server.replace('start', 'ignite').replace('stop', 'extinguish'),
      'eslint.config.js': 'export default [{ settings: { lifecycle: { verbs: [{ start: "ignite", stop: "extinguish" }] } } }];',
    });
    install(folder, 'eslint');
    expect(lifecycle(folder, 'migrate', 'implement-dispose').out).toContain('migrated server.ts:1:1  Symbol.asyncDispose');
  });
});
