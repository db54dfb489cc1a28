import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { constructionsOf, programReferences } from '../../analysis/ownership/program-references.ts';
import { isPublicApi } from '../../analysis/ownership/public-api.ts';
import { viewOf, type View } from '../../analysis/view.ts';
import { type Files, fixtureFolder, fixturePath, programOf } from '../program.ts';

/** The view of some files; a package.json among them is the only one there is. */
function viewOfFiles(files: Files): View {
  const manifest = files['package.json'];
  const sys = { ...ts.sys, fileExists: (name: string) => manifest !== undefined && name === `${fixtureFolder}/package.json`, readFile: () => manifest };
  return viewOf({ ...ts, sys }, programOf(files));
}

const declared = (view: View, file: string, name: string): ts.NamedDeclaration => {
  const statement = view.program.getSourceFile(fixturePath(file))!.statements.find((one) => (one as ts.DeclarationStatement).name?.text === name);
  return statement as ts.NamedDeclaration & ts.Statement;
};
const placesOf = (nodes: readonly ts.Node[]): string[] => nodes.map((node) => `${node.getSourceFile().fileName.slice(fixtureFolder.length + 1)}: ${node.parent.getText()}`);
const service = 'export class Service {}\n';

describe('everything that means a class', () => {
  const constructions = (files: Files): string[] => {
    const view = viewOfFiles({ 'service.ts': service, ...files });
    return constructionsOf(view, declared(view, 'service.ts', 'Service') as ts.ClassDeclaration).map((node) => `${node.getSourceFile().fileName.slice(fixtureFolder.length + 1)}: ${node.getText()}`);
  };

  test('by its own name, and under the one that an import gives it', () => {
    expect(constructions({ 'a.ts': "import { Service } from './service.ts';\nnew Service();", 'b.ts': "import { Service as S } from './service.ts';\nnew S();" })).toEqual(['a.ts: new Service()', 'b.ts: new S()']);
    expect(constructions({ 'a.ts': 'class Service {}\nnew Service();\nexport {};' })).toEqual([]);
  });

  test('as a member of a namespace, and through modules that export it under another name', () => {
    expect(constructions({ 'a.ts': "import * as all from './service.ts';\nnew all.Service();" })).toEqual(['a.ts: new all.Service()']);
    expect(constructions({ 'index.ts': "export { Service as Renamed } from './service.ts';", 'again.ts': "export * from './index.ts';", 'a.ts': "import { Renamed as R } from './again.ts';\nnew R();" })).toEqual(['a.ts: new R()']);
    expect(constructions({ 'index.ts': "export { Service as default } from './service.ts';", 'a.ts': "import Anything from './index.ts';\nnew Anything();" })).toEqual(['a.ts: new Anything()']);
  });

  test('what a module that is loaded gives it another variable for is told apart', () => {
    const view = viewOfFiles({ 'service.ts': service, 'a.ts': "const { Service: S } = await import('./service.ts');\nnew S();\nexport {};" });
    const { meaning, others } = programReferences(view, view.types.symbolOf(declared(view, 'service.ts', 'Service').name!)!);
    expect(placesOf(meaning)).toEqual(['a.ts: Service: S']);
    expect(placesOf(others)).toContain('a.ts: new S()');
  });

  test('of a method what is called on the class, on what extends it and on what may be one, and nothing else of the same name', () => {
    const view = viewOfFiles({ 'service.ts': 'export class Service {\n  stop() {}\n}\nexport class Sub extends Service {}\nexport class Other {\n  stop() {}\n}', 'a.ts': "import { Other, Service, Sub } from './service.ts';\nnew Service().stop();\nnew Sub().stop();\nnew Other().stop();\nexport const either = (one: Service | Other) => one.stop();" });
    const method = (declared(view, 'service.ts', 'Service') as ts.ClassDeclaration).members[0]!;
    expect(placesOf(programReferences(view, view.types.symbolOf(method.name!)!).meaning)).toEqual(['a.ts: new Service().stop', 'a.ts: new Sub().stop', 'a.ts: one.stop']);
  });
});

describe('what a package offers to others', () => {
  const isOffered = (manifest: object, files: Files = { 'src/index.ts': "export { Service } from './service.ts';", 'src/service.ts': service }): boolean => {
    const view = viewOfFiles({ 'package.json': JSON.stringify(manifest), ...files });
    return isPublicApi(view, view.types.symbolOf(declared(view, 'src/service.ts', 'Service').name!)!);
  };

  test.each([
    { exports: './dist/index.js' },
    { exports: { '.': { types: './dist/index.d.ts', import: './dist/index.mjs' } } },
    { exports: { './*': './dist/*.js' } },
    { main: './dist/cjs/index.js', module: './dist/esm/index.js' },
    { types: 'lib/index.d.ts' },
  ])('is what a module exports that it names: %j', (manifest) => {
    expect(isOffered(manifest)).toBe(true);
  });

  test.each([{}, { main: './dist/main.js' }, { bin: './dist/index.js' }, { scripts: { start: 'node dist/index.js' } }, { exports: { './internal/*': './dist/internal/*.js' } }])('is nothing that only the program itself uses: %j', (manifest) => {
    expect(isOffered(manifest)).toBe(false);
  });

  test('is not what the module keeps to itself', () => {
    expect(isOffered({ exports: './dist/index.js' }, { 'src/index.ts': "import { Service } from './service.ts';\nnew Service();\nexport {};", 'src/service.ts': service })).toBe(false);
  });
});
