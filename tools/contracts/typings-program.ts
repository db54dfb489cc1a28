import path from 'node:path';
import ts from 'typescript';
import { keysOf, nameKey } from '../../analysis/origin.ts';
import { viewOf, type View } from '../../analysis/view.ts';

export const typingsFolder = path.resolve(import.meta.dirname, '../../test/contracts-typings');

/** The real typings of the named packages as one program, with every exported name filed under the key that the resolution computes for it. */
export interface Typings {
  view: View;
  at: ts.Node;
  symbols: ReadonlyMap<string, readonly ts.Symbol[]>;
  /** What the packages' entries export, also what they re-export from another package. */
  exported: ReadonlyMap<string, ts.Symbol>;
}

export function typingsOf(packages: readonly string[]): Typings {
  const entry = path.join(typingsFolder, 'contracts-entry.ts');
  const text = `${packages.map((name, index) => `import * as p${index} from '${name}';`).join('\n')}\nexport {};\n`;
  const program = ts.createProgram({ rootNames: [entry], options: compilerOptions, host: hostWith(entry, text) });
  const file = program.getSourceFile(entry)!;
  const view = viewOf(ts, program);
  return { view, at: file, symbols: symbolsByKey(view), exported: exportsByKey(view, file) };
}

function exportsByKey(view: View, file: ts.SourceFile): Map<string, ts.Symbol> {
  const checker = view.program.getTypeChecker();
  const found = new Map<string, ts.Symbol>();
  for (const { moduleSpecifier } of file.statements.filter(ts.isImportDeclaration)) {
    const module = checker.getSymbolAtLocation(moduleSpecifier);
    const whole = module?.exports?.get(ts.InternalSymbolName.ExportEquals);
    for (const symbol of module ? [...checker.getExportsOfModule(module), ...(whole ? [whole] : [])] : []) {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      found.set(nameKey({ from: 'package', package: packageOf((moduleSpecifier as ts.StringLiteral).text), name: symbol.name }), target);
    }
  }
  return found;
}

/** `@scope/name/sub/path.js` belongs to `@scope/name`; Node's modules keep their subpaths. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

export const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node', 'vscode', 'mocha'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

function hostWith(entry: string, text: string): ts.CompilerHost {
  const host = ts.createCompilerHost(compilerOptions);
  const { getSourceFile, fileExists, readFile } = host;
  host.getCurrentDirectory = () => typingsFolder;
  host.fileExists = (name) => name === entry || fileExists(name);
  host.readFile = (name) => (name === entry ? text : readFile(name));
  host.getSourceFile = (name, options) => (name === entry ? ts.createSourceFile(name, text, options, true) : getSourceFile.call(host, name, options));
  return host;
}

/** Every symbol that a module, namespace or library declares at its top, also those a package does not export from its entry. */
function symbolsByKey(view: View): Map<string, ts.Symbol[]> {
  const checker = view.program.getTypeChecker();
  const found = new Map<string, ts.Symbol[]>();
  const seen = new Set<ts.Symbol>();
  const add = (symbol: ts.Symbol): void => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (seen.has(target)) return;
    seen.add(target);
    for (const key of keysOf(view, target)) found.set(key, [...(found.get(key) ?? []), target]);
    if (target.flags & ts.SymbolFlags.Module) checker.getExportsOfModule(target).forEach(add);
  };
  for (const file of view.program.getSourceFiles()) {
    const locals = (file as ts.SourceFile & { locals?: ts.SymbolTable }).locals;
    locals?.forEach(add);
    const module = checker.getSymbolAtLocation(file);
    if (module) checker.getExportsOfModule(module).forEach(add);
  }
  for (const symbol of checker.getAmbientModules()) checker.getExportsOfModule(symbol).forEach(add);
  for (const symbol of checker.getSymbolsInScope(view.program.getSourceFiles()[0]!, ts.SymbolFlags.Type | ts.SymbolFlags.Value | ts.SymbolFlags.Namespace)) add(symbol);
  return found;
}
