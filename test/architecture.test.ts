import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf, root } from './architecture/imports.ts';

interface Layer {
  /** Layers it may import, beside itself. */
  layers: readonly string[];
  /** Packages it may load. */
  packages: RegExp;
  /** Packages it may take types from. */
  types: RegExp;
}

/** Looks for the copy that the parser has loaded already; runs only when a file is linted. */
const exceptions: ReadonlySet<string> = new Set(['rules/typescript-of.ts -> typescript']);

const none = /^(?!)/;
const any = /./;

const layers: Readonly<Record<string, Layer>> = {
  'index.ts': { layers: ['rules'], packages: none, types: /^eslint$/ },
  cli: { layers: ['rules', 'codemods', 'plans', 'analysis'], packages: any, types: any },
  rules: { layers: ['plans', 'analysis'], packages: /^node:(fs|module|path)$/, types: /^(eslint|typescript)$/ },
  codemods: { layers: ['plans', 'analysis'], packages: /^(node:|magic-string$|jscodeshift|ts-morph$|@ts-morph\/common$)/, types: any },
  plans: { layers: [], packages: /^magic-string$/, types: none },
  analysis: { layers: [], packages: none, types: /^typescript$/ },
};

describe.each(Object.entries(layers))('%s', (name, { layers: below, packages, types }) => {
  const imports = importsOf(name);

  test('imports point down', () => {
    expect(imports.filter(({ to }) => isFile(to) && ![name, ...below].includes(layerOf(to))).map(show)).toEqual([]);
  });

  test('loads only the packages of its layer', () => {
    expect(imports.filter(({ to, typeOnly }) => !isFile(to) && !typeOnly && !packages.test(to)).map(show).filter((found) => !exceptions.has(found))).toEqual([]);
  });

  test('takes types only from the packages of its layer', () => {
    expect(imports.filter(({ to, typeOnly }) => !isFile(to) && typeOnly && !packages.test(to) && !types.test(to)).map(show)).toEqual([]);
  });
});

function isFile(to: string): boolean {
  return to.endsWith('.ts');
}

function layerOf(file: string): string {
  return file.split('/')[0]!;
}

function show({ from, to }: Import): string {
  return `${from} -> ${to}`;
}

/** Packages that an editor must not pay for when it loads the plugin. */
const heavy = ['ts-morph', '@ts-morph/common', 'jscodeshift', 'recast', '@babel/core', 'typescript', 'eslint'];

test('importing the plugin loads neither ts-morph nor jscodeshift nor typescript', () => {
  expect(heavyPackagesLoadedBy('index.ts')).toEqual([]);
});

test('which the migrations do', () => {
  expect(heavyPackagesLoadedBy('codemods/finally-to-stack/migrate-file.ts')).toContain('jscodeshift');
});

function heavyPackagesLoadedBy(entry: string): readonly string[] {
  const script = `await import(${JSON.stringify(path.join(root, entry))}); const { default: module } = await import('node:module'); console.log(Object.keys(module._cache).join('\\n'));`;
  const loaded = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], { cwd: root, encoding: 'utf8' });
  return heavy.filter((name) => loaded.replaceAll('\\', '/').includes(`/node_modules/${name}/`));
}
