import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiledLifecycle, lifecycle } from './migrate-command.ts';
import { temporaryProject, tsconfig } from './temporary-project.ts';

const plain = `export async function run(server) {
  try {
    await server.work();
  } finally {
    await server.stop();
  }
}
`;
const migrated = `export async function run(server) {
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    await server.stop();
  });
  await server.work();
}
`;
const refused = `export async function run(server, log) {
  try {
    await server.work();
  } finally {
    await server.stop();
    log('stopped');
  }
}
`;
const native = JSON.stringify({ type: 'module', engines: { node: '>=24' } });

function read(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

describe('what is written', () => {
  test('a dry run says what would change and changes nothing', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain, 'b.js': refused });
    const { code, out, err } = lifecycle(folder, 'migrate', 'finally-to-stack');
    expect([code, err]).toEqual([0, '']);
    expect(out.replace(/\d+\.\d s/, 'TIME')).toBe(`a.js: would change
  migrated a.js:2:3  flat; not higher: one registration per resource needs types (needs-types) [suppressed-error]
b.js: unchanged
  skipped  b.js:2:3  the finally block does more than release (finally-does-more)

2 files: 1 would change, 0 could not be done; TIME
migrated: 1 flat
skipped:  1 finally-does-more
Nothing was written: --diff shows the changes, --write applies them.
`);
    expect(read(folder, 'a.js')).toBe(plain);
  });

  test('--write applies it, keeps the file mode, leaves no other file behind, and a second run finds nothing to do', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain });
    chmodSync(path.join(folder, 'a.js'), 0o755);
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--write').code).toBe(0);
    expect(read(folder, 'a.js')).toBe(migrated);
    expect(statSync(path.join(folder, 'a.js')).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder).sort()).toEqual(['a.js', 'package.json']);
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--check').code).toBe(0);
  });

  test('--check exits with 1 when something would change', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--check').code).toBe(1);
    expect(read(folder, 'a.js')).toBe(plain);
  });

  test('--diff prints a patch that git can apply', () => {
    const folder = temporaryProject({ 'package.json': native, 'src/a.js': plain });
    const { out } = lifecycle(folder, 'migrate', 'all', 'src', '--diff');
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['apply'], { cwd: folder, input: out });
    expect(read(folder, 'src/a.js')).toBe(migrated);
  });

  test('--level caps every site', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain });
    lifecycle(folder, 'migrate', 'finally-to-stack', '--write', '--level', 'structural');
    expect(read(folder, 'a.js')).toContain('  {\n    await using stack');
  });

  test('--close-gap and --await-returns reach the planner', () => {
    const text = 'export async function run(open, wait) {\n  const a = await open();\n  await wait();\n  try {\n    return wait();\n  } finally {\n    await a.stop();\n  }\n}\n';
    const folder = temporaryProject({ 'package.json': native, 'a.js': text });
    lifecycle(folder, 'migrate', 'finally-to-stack', '--write', '--close-gap', '--await-returns');
    expect(read(folder, 'a.js')).toMatch(/open\(\);\n {2}await using[^]*\}\);\n {2}await wait\(\);\n {2}return await wait\(\);/);
  });

  test('--only limits the run to the named sites', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain, 'b.js': plain });
    lifecycle(folder, 'migrate', 'finally-to-stack', '--write', '--only', 'b.js:2');
    expect([read(folder, 'a.js'), read(folder, 'b.js')]).toEqual([plain, migrated]);
  });

  test('--insert-todos writes the reason once', () => {
    const folder = temporaryProject({ 'package.json': native, 'b.js': refused });
    lifecycle(folder, 'migrate', 'finally-to-stack', '--write', '--insert-todos');
    const once = read(folder, 'b.js');
    expect(once).toBe(refused.replace('  try', '  // TODO(lifecycle finally-to-stack): the finally block does more than release\n  try'));
    lifecycle(folder, 'migrate', 'finally-to-stack', '--write', '--insert-todos');
    expect(read(folder, 'b.js')).toBe(once);
  });

  test('files in worker threads come out as in one', () => {
    const files = Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`src/f${index}.js`, index % 3 === 0 ? refused : plain]));
    const folder = temporaryProject({ 'package.json': native, ...files });
    const compiled = compiledLifecycle(temporaryProject({}));
    const report = (jobs: string): object => ({ ...(JSON.parse(compiled(folder, 'migrate', 'finally-to-stack', '--json', '--jobs', jobs).out) as object), milliseconds: 0 });
    expect(report('2')).toEqual(report('1'));
  });

  test('--only says where it met no site', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--only', 'a.js:99', '--only', 'b.js:2').out).toContain('warning: --only names a.js:99, b.js:2, where there is no site.\n');
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--only', 'a.js:2').out).not.toContain('--only');
  });

  test('--format runs the formatter of the project over the changed files only', () => {
    const folder = temporaryProject({
      'package.json': native, 'a.js': plain, 'b.js': refused,
      'node_modules/.bin/prettier': '#!/usr/bin/env node\nrequire("node:fs").writeFileSync("formatted.txt", process.argv.slice(2).join(" "));\n',
    });
    chmodSync(path.join(folder, 'node_modules/.bin/prettier'), 0o755);
    lifecycle(folder, 'migrate', 'finally-to-stack', '--write', '--format');
    expect(read(folder, 'formatted.txt')).toBe('--write --log-level warn a.js');
  });

  test('--format without a formatter is a warning', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--write', '--format').out).toContain('warning: --format found no formatter');
  });
});

describe('the report', () => {
  test('--json holds every site, the totals and the time', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain, 'b.js': refused });
    const { out } = lifecycle(folder, 'migrate', 'finally-to-stack', '--json');
    expect(JSON.parse(out)).toEqual({
      version: 1, migrations: ['finally-to-stack'], written: false, warnings: [], milliseconds: expect.any(Number) as number,
      files: [
        { file: 'a.js', outcome: 'changed', sites: [{ migration: 'finally-to-stack', line: 2, column: 3, outcome: 'migrated', level: 'flat', limit: 'needs-types', differences: ['suppressed-error'] }] },
        { file: 'b.js', outcome: 'unchanged', sites: [{ migration: 'finally-to-stack', line: 2, column: 3, outcome: 'skipped', reason: 'finally-does-more' }] },
      ],
      totals: { files: 2, changed: 1, problems: 0, migrated: { flat: 1 }, skipped: { 'finally-does-more': 1 } },
    });
  });
});

describe('bad input', () => {
  test('a syntax error is one sentence with the line, and the other files are still done', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain, 'bad.js': 'try {\n} finally {\n  x.stop(;\n}\n' });
    const { code, out } = lifecycle(folder, 'migrate', 'finally-to-stack', '--write');
    expect(code).toBe(1);
    expect(out).toMatch(/^error {4}bad\.js:3 does not parse: Unexpected token\.$/m);
    expect(read(folder, 'a.js')).toBe(migrated);
  });

  test('a path that does not exist is one sentence and exit code 2, and the other files are still done', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain });
    const { code, out } = lifecycle(folder, 'migrate', 'finally-to-stack', 'a.js', 'nowhere', '--write');
    expect(code).toBe(2);
    expect(out).toContain("error    There is no file or folder 'nowhere'.");
    expect(read(folder, 'a.js')).toBe(migrated);
  });

  test('a file that is not text is one sentence', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain });
    writeFileSync(path.join(folder, 'latin.js'), Buffer.from([0x2f, 0x2f, 0x20, 0xe9, 0x0a]));
    const { code, out } = lifecycle(folder, 'migrate', 'finally-to-stack');
    expect([code, out.split('\n').find((line) => line.startsWith('error'))]).toEqual([1, 'error    latin.js is not valid UTF-8 text.']);
  });

  test('an unknown migration, none at all, a bad level, and flags that contradict each other are refused with exit code 2', () => {
    const folder = temporaryProject({ 'package.json': native });
    expect(lifecycle(folder, 'migrate', 'finaly').err).toBe("lifecycle: There is no migration 'finaly'; known are implement-dispose, constructor-to-start, provider-to-unstarted, fields-to-stack, finally-to-stack, entrypoint-to-stack, trailing-stop-to-using, await-stop, defer-to-use, and all.\n");
    expect(lifecycle(folder, 'migrate').err).toBe('lifecycle: Name a migration: implement-dispose, constructor-to-start, provider-to-unstarted, fields-to-stack, finally-to-stack, entrypoint-to-stack, trailing-stop-to-using, await-stop, defer-to-use, or all.\n');
    expect(lifecycle(folder, 'migrate', 'all', '--level', 'top').code).toBe(2);
    expect(lifecycle(folder, 'migrate', 'all', '--check', '--write').code).toBe(2);
    expect(lifecycle(folder, 'migrate', 'all', '--jobs', '0').code).toBe(2);
    expect(lifecycle(folder, 'migrate', 'all', '--only', 'a.js').code).toBe(2);
  });

  test('--interactive needs a terminal', () => {
    expect(lifecycle(temporaryProject({}), 'migrate', 'all', '--interactive')).toEqual({ code: 2, out: '', err: 'lifecycle: --interactive needs a terminal.\n' });
  });
});

describe('git', () => {
  function repository(): string {
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain, 'built.js': plain, '.gitignore': 'built.js\n' });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['add', '-A'], { cwd: folder });
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', 'first'], { cwd: folder });
    return folder;
  }

  test('a dirty tree is refused unless --allow-dirty is given', () => {
    const folder = repository();
    writeFileSync(path.join(folder, 'package.json'), `${native}\n`);
    const { code, err } = lifecycle(folder, 'migrate', 'finally-to-stack', '--write');
    expect([code, err]).toEqual([2, 'lifecycle: The git tree has uncommitted changes: commit or stash them first, or add --allow-dirty.\n']);
    expect(read(folder, 'a.js')).toBe(plain);
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--write', '--allow-dirty').code).toBe(0);
    expect(read(folder, 'a.js')).toBe(migrated);
  });

  test('so is a change to a file that is not in git yet, while others may lie there', () => {
    const folder = repository();
    writeFileSync(path.join(folder, 'notes.md'), 'not mine to change');
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--write').code).toBe(0);
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qam', 'second'], { cwd: folder });
    writeFileSync(path.join(folder, 'new.js'), plain);
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--write')).toEqual({ code: 2, out: '', err: "lifecycle: 'new.js' is not in git yet and would be changed: commit it first, or add --allow-dirty.\n" });
    expect(read(folder, 'new.js')).toBe(plain);
  });

  test('what git ignores is left alone, unless it is named', () => {
    const folder = repository();
    expect(lifecycle(folder, 'migrate', 'finally-to-stack').out).toMatch(/^1 file:/m);
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', 'built.js').out).toContain('built.js: would change');
  });
});

describe('the runtime', () => {
  const old = (more: object = {}): string => JSON.stringify({ type: 'module', engines: { node: '>=20' }, ...more });

  test('below Node 24 a migration that needs a stack stops with one sentence and changes nothing', () => {
    const folder = temporaryProject({ 'package.json': old(), 'a.js': plain });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--write')).toEqual({
      code: 2, out: '',
      err: 'lifecycle: finally-to-stack needs DisposableStack and AsyncDisposableStack, which Node has from version 24 on, but package.json admits Node ">=20": choose --polyfill core-js, disposablestack or whatwg, or raise "engines". Nothing was changed.\n',
    });
    expect(read(folder, 'a.js')).toBe(plain);
  });

  test('where nothing would change there is nothing to stop', () => {
    const folder = temporaryProject({ 'package.json': old(), 'a.js': refused });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack').code).toBe(0);
  });

  test.each([
    ['core-js', "import 'core-js/proposals/explicit-resource-management.js';\n"],
    ['disposablestack', "import 'disposablestack/auto';\n"],
    ['whatwg', "import { AsyncDisposableStack } from '@whatwg-node/disposablestack';\n"],
  ])('--polyfill %s is loaded first', (polyfill, line) => {
    const folder = temporaryProject({ 'package.json': old({ devDependencies: { esbuild: '*' } }), 'a.js': plain });
    lifecycle(folder, 'migrate', 'finally-to-stack', '--write', '--polyfill', polyfill);
    expect(read(folder, 'a.js')).toBe(line + migrated);
  });

  test('in CommonJS the polyfill is required, below the directives', () => {
    const text = `'use strict';\n\n${plain.replace('export ', '')}`;
    const folder = temporaryProject({ 'package.json': old({ type: 'commonjs', devDependencies: { '@babel/core': '*' } }), 'a.js': text });
    lifecycle(folder, 'migrate', 'finally-to-stack', '--write', '--polyfill', 'whatwg');
    expect(read(folder, 'a.js')).toMatch(/^'use strict';\n\nconst \{ AsyncDisposableStack \} = require\('@whatwg-node\/disposablestack'\);\nasync function/);
  });

  test('JavaScript that no tool lowers stops even with a polyfill', () => {
    const folder = temporaryProject({ 'package.json': old(), 'a.js': plain });
    const { code, err } = lifecycle(folder, 'migrate', 'finally-to-stack', '--write', '--polyfill', 'core-js');
    expect([code, err]).toEqual([2, 'lifecycle: finally-to-stack writes "using" into a.js, which is a syntax error before Node 24, but package.json admits Node ">=20" and no build tool that lowers it is among the dependencies. Nothing was changed.\n']);
  });

  test('without engines.node the run goes on and says what it takes for granted', () => {
    const folder = temporaryProject({ 'a.js': plain });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack').out).toContain('warning: No "engines.node" was found: the stacks are taken to exist, as in Node 24 and newer.');
  });

  test('a version of @swc/core that miscompiles is named', () => {
    const swc = { 'node_modules/@swc/core/package.json': '{"version":"1.16.5"}' };
    const folder = temporaryProject({ 'package.json': native, 'a.js': plain, ...swc });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack').out).toContain('warning: @swc/core 1.16.5 miscompiles');
    const helped = temporaryProject({ 'package.json': native, 'a.js': plain, ...swc, '.swcrc': '{"jsc":{"externalHelpers":true}}' });
    expect(lifecycle(helped, 'migrate', 'finally-to-stack').out).not.toContain('warning');
  });

  test('lib gains esnext.disposable, in the diff like any edit', () => {
    const folder = temporaryProject({ 'package.json': native, 'tsconfig.json': '{\n  // ours\n  "compilerOptions": {\n    "lib": ["es2022", "webworker.importscripts"],\n    "types": []\n  }\n}\n', 'a.ts': plain });
    const { out } = lifecycle(folder, 'migrate', 'finally-to-stack', '--diff');
    expect(out).toContain('--- a/tsconfig.json');
    lifecycle(folder, 'migrate', 'finally-to-stack', '--write');
    expect(read(folder, 'tsconfig.json')).toBe('{\n  // ours\n  "compilerOptions": {\n    "lib": ["es2022", "webworker.importscripts", "esnext.disposable"],\n    "types": []\n  }\n}\n');
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--check').code).toBe(0);
  });

  test('a lib that has it already is left alone', () => {
    const folder = temporaryProject({ 'package.json': native, 'tsconfig.json': tsconfig({ compilerOptions: { lib: ['ESNext'], types: [] } }), 'a.ts': plain });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack', '--diff').out).not.toContain('tsconfig.json');
  });
});

describe('types', () => {
  const app = `class Server { async stop() {} async work() {} }
export class App {
  server?: Server;
  async narrowed() {
    this.server = new Server();
    try {
      await this.server.work();
    } finally {
      await this.server.stop();
    }
  }
  async fine(server: Server) {
    try {
      await server.work();
    } finally {
      await server.stop();
    }
  }
}
`;

  test('a site that adds a message of the compiler is taken back, the others stay', () => {
    const folder = temporaryProject({ 'package.json': native, 'tsconfig.json': tsconfig({ compilerOptions: { lib: ['es2022', 'esnext.disposable'], types: [] } }), 'app.ts': app });
    const { out } = lifecycle(folder, 'migrate', 'finally-to-stack', '--write');
    expect(out).toContain('skipped  app.ts:6:5  the edit would add a compiler diagnostic (adds-diagnostic)\n  migrated app.ts:13:5  flat');
    expect(read(folder, 'app.ts')).toBe(app.replace(
      '    try {\n      await server.work();\n    } finally {\n      await server.stop();\n    }\n',
      '    await using stack = new AsyncDisposableStack();\n    stack.defer(async () => {\n      await server.stop();\n    });\n    await server.work();\n',
    ));
  });

  test('messages that were there before take nothing back', () => {
    const broken = plain.replace('(server)', '(server: Missing)');
    const folder = temporaryProject({ 'package.json': native, 'tsconfig.json': tsconfig({ compilerOptions: { types: [] } }), 'a.ts': broken });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack').out).toContain('migrated: 1 flat');
  });

  test('a TypeScript file that no tsconfig compiles is named', () => {
    const folder = temporaryProject({ 'package.json': native, 'a.ts': plain });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack').out).toContain('warning: No tsconfig compiles a.ts: not type-checked.');
  });

  test('a file that the nearest tsconfig leaves to one it refers to is checked as well', () => {
    const source = tsconfig({ compilerOptions: { lib: ['es2022', 'esnext.disposable'], types: [], composite: true, outDir: 'built' }, include: ['*.ts'] });
    const folder = temporaryProject({
      'package.json': native, 'tsconfig.json': tsconfig({ compilerOptions: { types: [] }, references: [{ path: './tsconfig.src.json' }] }), 'tsconfig.src.json': source, 'app.ts': app, 'test/b.ts': 'export {};',
    });
    expect(lifecycle(folder, 'migrate', 'finally-to-stack').out).toMatch(/skipped {2}app\.ts:6:5 .*\(adds-diagnostic\)\n {2}migrated app\.ts:13:5/);
  });
});

test('a symbolic link to a folder is not followed, so that no file is done twice', () => {
  const folder = temporaryProject({ 'package.json': native, 'src/a.js': plain });
  symlinkSync(path.join(folder, 'src'), path.join(folder, 'linked'), 'dir');
  expect(lifecycle(folder, 'migrate', 'finally-to-stack').out).toMatch(/^1 file: 1 would change/m);
});
