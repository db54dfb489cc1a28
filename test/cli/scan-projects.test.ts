import { expect, test } from 'vitest';
import { findingsIn, scanIn } from './scan-in.ts';
import { install, temporaryProject, tsconfig } from './temporary-project.ts';

const dropped = 'setInterval(() => {}, 1000);\nexport {};\n';

test('a monorepo: every tsconfig below is found, and each file is scanned once, by the deepest that includes it', async () => {
  const folder = temporaryProject({
    'tsconfig.json': tsconfig({ include: ['packages/*/src', 'scripts'] }),
    'scripts/build.ts': dropped,
    'packages/a/tsconfig.json': tsconfig({ extends: '../../tsconfig.json', include: ['src'] }),
    'packages/a/src/a.ts': `import '../../b/src/b.js';\n${dropped}`,
    'packages/b/tsconfig.json': tsconfig({ include: ['src'] }),
    'packages/b/src/b.ts': dropped,
    'packages/c/src/c.ts': dropped,
  });
  const all = ['packages/a/src/a.ts:2:1 dropped-interval', 'packages/b/src/b.ts:1:1 dropped-interval', 'packages/c/src/c.ts:1:1 dropped-interval', 'scripts/build.ts:1:1 dropped-interval'];
  expect(await findingsIn(folder)).toEqual(all);
  expect(await findingsIn(folder, { paths: ['packages/a'] })).toEqual([all[0]]);
  expect(await findingsIn(folder, { paths: ['packages/c/src/c.ts', 'scripts'] })).toEqual([all[2], all[3]]);
  expect(await findingsIn(folder, { paths: ['packages/*/src/{a,b}.ts'] })).toEqual([all[0], all[1]]);
  expect(await findingsIn(`${folder}/packages/b`)).toEqual(['src/b.ts:1:1 dropped-interval']);
});

test('a solution: `references` lead to the projects, and types come from the sources of a project that is not built', async () => {
  const composite = { compilerOptions: { composite: true, strict: true, target: 'es2022', module: 'nodenext', outDir: 'dist' } };
  const folder = temporaryProject({
    'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './app' }, { path: './tsconfig.tools.json' }] }),
    'tsconfig.tools.json': JSON.stringify({ ...composite, include: ['tools'] }),
    'tools/tool.ts': dropped,
    'app/tsconfig.json': JSON.stringify({ ...composite, references: [{ path: '../core' }] }),
    'app/main.ts': "import { Service } from '../core/service.js';\nconst service = new Service();\nservice.stop();\n",
    'core/tsconfig.json': JSON.stringify(composite),
    'core/service.ts': 'export class Service {\n  async stop(): Promise<void> {}\n}\n',
  });
  expect(await findingsIn(folder, { preset: 'strict' })).toEqual(['app/main.ts:3:1 dropped-stop', 'tools/tool.ts:1:1 dropped-interval']);
});

test('a file that only an import leads to is scanned by the program that reaches it', async () => {
  const folder = temporaryProject({
    'tsconfig.json': tsconfig({ files: ['main.ts'] }),
    'main.ts': "import './lib/deep.js';\n",
    'lib/deep.ts': dropped,
    'lib/unreached.ts': dropped,
  });
  expect(await findingsIn(folder)).toEqual(['lib/deep.ts:1:1 dropped-interval']);
  expect(await findingsIn(folder, { paths: ['lib'] })).toEqual(['lib/deep.ts:1:1 dropped-interval']);
});

test('a tsconfig can be named; declarations, dependencies and output are never scanned', async () => {
  const folder = temporaryProject({
    'tsconfig.json': tsconfig({ compilerOptions: { module: 'nodenext', outDir: 'out' }, exclude: ['out', 'test'] }),
    'tsconfig.test.json': tsconfig({ include: ['test'] }),
    'src/a.ts': `import 'dependency';\n${dropped}`,
    'src/types.d.ts': 'setInterval(() => {}, 1);\n',
    'out/a.ts': dropped,
    'test/a.test.ts': dropped,
    'node_modules/dependency/package.json': '{ "name": "dependency", "main": "index.ts" }',
    'node_modules/dependency/index.ts': dropped,
    'node_modules/dependency/tsconfig.json': tsconfig(),
  });
  expect(await findingsIn(folder)).toEqual(['src/a.ts:2:1 dropped-interval']);
  expect(await findingsIn(folder, { paths: ['tsconfig.test.json'] })).toEqual(['test/a.test.ts:1:1 dropped-interval']);
});

test('a tsconfig that is named covers its own files and those of its references, not its neighbours', async () => {
  const composite = { composite: true };
  const folder = temporaryProject({
    'tsconfig.json': tsconfig({ exclude: ['test', 'lib'] }),
    'tsconfig.test.json': tsconfig({ include: ['test'], references: [{ path: 'lib' }] }),
    'lib/tsconfig.json': tsconfig({ compilerOptions: composite, references: [{ path: '../core' }] }),
    'core/tsconfig.json': tsconfig({ compilerOptions: composite }),
    'a.ts': dropped, 'src/b.ts': dropped, 'test/c.ts': dropped, 'lib/d.ts': dropped, 'core/e.ts': dropped,
  });
  expect(await findingsIn(folder, { paths: ['src', 'tsconfig.test.json'] })).toEqual([
    'core/e.ts:1:1 dropped-interval', 'lib/d.ts:1:1 dropped-interval', 'src/b.ts:1:1 dropped-interval', 'test/c.ts:1:1 dropped-interval',
  ]);
});

test('JavaScript only where the tsconfig has allowJs', async () => {
  const folder = temporaryProject({
    'with/tsconfig.json': tsconfig({ compilerOptions: { allowJs: true, module: 'nodenext' } }),
    'with/a.js': dropped,
    'without/tsconfig.json': tsconfig(),
    'without/a.js': dropped,
    'without/b.ts': "import './a.js';\n",
    'js/jsconfig.json': '{}',
    'js/a.js': dropped,
  });
  expect(await findingsIn(folder)).toEqual(['js/a.js:1:1 dropped-interval', 'with/a.js:1:1 dropped-interval']);
});

test("the project's own TypeScript reads it when it is 5.2 to 6.0, else ours, with every @types package", async () => {
  const source = "import { Worker } from 'node:worker_threads';\nexport const close = (worker: Worker): void => {\n  const server = { stop: () => worker.terminate() };\n  server.stop();\n};\n";
  const stub = (version: string) => ({
    'node_modules/typescript/package.json': `{ "name": "typescript", "version": "${version}", "exports": { ".": "./lib/version.cjs" } }`,
    'node_modules/typescript/lib/version.cjs': `exports.version = '${version}';`,
  });
  const files = { 'tsconfig.json': tsconfig(), 'a.ts': source };
  const own = temporaryProject(files);
  install(own, 'typescript');
  const native = temporaryProject({ ...files, ...stub('7.0.2') });
  const old = temporaryProject({ ...files, ...stub('5.1.6') });
  install(native, '@types/node');
  install(old, '@types/node');
  expect(await versionIn(own)).toEqual(['6.0.3']);
  for (const folder of [native, old]) {
    expect(await versionIn(folder)).toEqual(['6.0.2']);
    expect(await findingsIn(folder, { preset: 'strict' })).toEqual(['a.ts:4:3 dropped-stop']);
  }
});

async function versionIn(folder: string): Promise<string[]> {
  const { out } = await scanIn(folder, { format: 'json', stats: true });
  return (JSON.parse(out) as { stats: { typescript: string[] } }).stats.typescript;
}
