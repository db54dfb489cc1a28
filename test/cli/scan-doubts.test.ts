import { expect, test } from 'vitest';
import { scanIn } from './scan-in.ts';
import { temporaryProject, tsconfig } from './temporary-project.ts';

const resolved = Array.from({ length: 19 }, (_, index) => [`src/m${index}.ts`, `import { base } from './base.js';\nexport const n${index} = base;\n`]);
const files = { 'tsconfig.json': tsconfig(), 'src/base.ts': 'export const base = 1;\n', ...Object.fromEntries(resolved) };

test('imports that do not resolve: said with their share when they are more than 5 %', async () => {
  const one = { 'src/z1.ts': "import { Client } from 'not-installed';\nexport const c = Client;\n" };
  const two = { 'src/z2.ts': "export * from 'not-installed-either';\nimport 'side-effects-have-no-types';\n" };
  expect((await scanIn(temporaryProject({ ...files, ...one }))).err).toBe('');
  expect(await scanIn(temporaryProject({ ...files, ...one, ...two }))).toEqual({
    code: 0,
    err: 'lifecycle: 2 of 21 (10 %) imports do not resolve (\'not-installed\', \'not-installed-either\'): resources of unknown types are not seen. Install the dependencies, then scan again.\n',
    out: 'No findings, 22 files scanned.\n',
  });
});

test('receivers of type any are counted as well', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': 'declare const s: any;\ns.stop();\nexport {};\n' });
  expect(await scanIn(folder, { preset: 'strict' })).toEqual({
    code: 0,
    err: 'lifecycle: 1 of 1 (100 %) receivers are of type any: resources of unknown types are not seen. Install the dependencies, then scan again.\n',
    out: 'No findings, 1 file scanned.\n',
  });
});

test('--stats prints what was looked at and what it cost', async () => {
  const folder = temporaryProject({
    'tsconfig.json': tsconfig(),
    'a.ts': "import { s } from './b.js';\nimport { t } from 'nowhere';\ns.stop();\nt.stop();\n",
    'b.ts': 'export declare const s: { stop(): void };\n',
  });
  const { err, out } = await scanIn(folder, { preset: 'strict', stats: true });
  expect(out).toBe('No findings, 2 files scanned.\n');
  expect(err.replace(/\d+\.\d s/g, '0.0 s').split('\n').slice(1)).toEqual([
    '1 project read with TypeScript 6.0.2',
    '2 files scanned, rules had something to ask in 1; 0 ignored by the ESLint configuration',
    '0 resources, 0 releases',
    '2 imports, 1 not resolved',
    'bail-outs: any receiver 1',
    'time: tsconfigs 0.0 s, eslint 0.0 s, programs 0.0 s, rules 0.0 s',
    '',
  ]);
});
