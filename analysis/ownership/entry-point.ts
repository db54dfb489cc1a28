import type ts from 'typescript';
import { below } from '../nodes.ts';
import { enclosingFunction, skipTransparent } from '../syntax.ts';
import { perView } from '../per-view.ts';
import { isNamedByPackage } from './named-by-package.ts';
import type { View } from '../view.ts';

/** ESLint hands a shebang to the parser as a comment: `///usr/bin/env node`. */
const shebang = /^(#!|\/\/\/\S*bin\/)/;

/** Code that asks whether it is what the process was started with: a module, or a worker's. */
const asksForMain = /\bimport\.meta\.main\b|\brequire\.main\s*===?\s*module\b|\bprocess\.argv\[1\]|\bisMainThread\b/;

/**
 * Whether a module is where a process begins (docs/clauses.md, rule 3): a shebang, `import.meta.main`, `require.main === module`,
 * `bin`/`main`/scripts of the nearest package.json, or a module without exports that no file of the program imports.
 */
export function isEntryModule(view: View, file: ts.SourceFile): boolean {
  return view.remember('isEntryModule', file, () => {
    if (shebang.test(file.text) || asksForMain.test(file.text)) return true;
    return isNamedByPackage(view, file) || (!hasExports(view, file) && !isImported(view, file));
  });
}

function hasExports(view: View, file: ts.SourceFile): boolean {
  const { ts: typescript } = view;
  return file.statements.some((statement) => {
    if (typescript.isExportAssignment(statement)) return true;
    if (typescript.isExportDeclaration(statement)) return statement.exportClause === undefined || !typescript.isNamedExports(statement.exportClause) || statement.exportClause.elements.length > 0;
    return typescript.canHaveModifiers(statement) && (typescript.getModifiers(statement) ?? []).some((modifier) => modifier.kind === typescript.SyntaxKind.ExportKeyword);
  });
}

/** Whether some file of the program imports this one. Of a path that is not relative only the last part is compared: a module that might be imported is taken as imported. */
function isImported(view: View, file: ts.SourceFile): boolean {
  const own = withoutExtension(file.fileName);
  const paths = own.endsWith('/index') ? [own, own.slice(0, -'/index'.length)] : [own];
  const names = paths.map(lastPart).filter((name) => name !== 'index');
  const importers = importersOf(view);
  const isAnother = (importer: Importer | undefined) => importer !== undefined && importer !== file;
  return paths.some((path) => isAnother(importers.byPath.get(path))) || names.some((name) => isAnother(importers.byName.get(name)));
}

/** What a file imports, no extension to it: the paths that relative specifiers lead to, and of the others the last parts. */
interface Targets {
  paths: readonly string[];
  names: readonly string[];
}

/** The only file that imports something. */
type Importer = ts.SourceFile | 'several';

/** Who imports a path, or the last part of one. */
const importersOf = perView((view) => {
  const byPath = new Map<string, Importer>();
  const byName = new Map<string, Importer>();
  const note = (by: Map<string, Importer>, target: string, importer: ts.SourceFile) => by.set(target, (by.get(target) ?? importer) === importer ? importer : 'several');
  for (const file of view.program.getSourceFiles()) {
    if (file.isDeclarationFile) continue;
    const { paths, names } = targetsOf(view, file);
    for (const path of paths) note(byPath, path, file);
    for (const name of names) note(byName, name, file);
  }
  return { byPath, byName };
});

const targets = new WeakMap<ts.SourceFile, Targets>();

/** A syntactic fact: it lives as long as the source file. */
function targetsOf(view: View, file: ts.SourceFile): Targets {
  let known = targets.get(file);
  if (!known) {
    const specifiers = specifiersOf(view, file);
    const isRelative = (specifier: string) => specifier.startsWith('.');
    const paths = specifiers.filter(isRelative).map((specifier) => withoutExtension(resolved(specifier, file.fileName)));
    const names = specifiers.filter((specifier) => !isRelative(specifier)).map((specifier) => withoutExtension(lastPart(specifier)));
    targets.set(file, (known = { paths, names }));
  }
  return known;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, '');
}

/** Where a relative specifier of a file leads. */
function resolved(specifier: string, from: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

const importsOf = new WeakMap<ts.SourceFile, readonly string[]>();

export function specifiersOf(view: View, file: ts.SourceFile): readonly string[] {
  let specifiers = importsOf.get(file);
  if (!specifiers) importsOf.set(file, (specifiers = collectSpecifiers(view, file)));
  return specifiers;
}

function collectSpecifiers(view: View, file: ts.SourceFile): readonly string[] {
  const { ts: typescript } = view;
  const found: string[] = [];
  for (const node of file.statements) {
    if ((typescript.isImportDeclaration(node) || typescript.isExportDeclaration(node)) && node.moduleSpecifier && typescript.isStringLiteral(node.moduleSpecifier)) found.push(node.moduleSpecifier.text);
  }
  if (!/\b(import|require)\s*\(/.test(file.text)) return found;
  for (const node of below(typescript, file, 'call')) {
    const [argument] = node.arguments;
    if (argument && typescript.isStringLiteralLike(argument) && (node.expression.kind === typescript.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')) found.push(argument.text);
  }
  return found;
}

/** Whether an entry module's top level calls a function: directly, through an IIFE, `.then` or `.catch`. */
export function isMain(view: View, scope: ts.Node): boolean {
  return runsAtTop(view, scope) && isEntryModule(view, scope.getSourceFile());
}

function runsAtTop(view: View, scope: ts.Node): boolean {
  const { ts: typescript } = view;
  if (typescript.isSourceFile(scope)) return true;
  if ((typescript.isArrowFunction(scope) || typescript.isFunctionExpression(scope)) && isCalledAtTop(view, scope)) return true;
  const name = nameOfFunction(view, scope);
  return name !== undefined && topLevelCalls(view, scope.getSourceFile()).has(name);
}

function nameOfFunction(view: View, scope: ts.Node): string | undefined {
  if (view.ts.isFunctionDeclaration(scope)) return scope.name?.text;
  return view.ts.isVariableDeclaration(scope.parent) && view.ts.isIdentifier(scope.parent.name) ? scope.parent.name.text : undefined;
}

function isCalledAtTop(view: View, scope: ts.Expression): boolean {
  let at: ts.Node = scope;
  while (view.ts.isParenthesizedExpression(at.parent)) at = at.parent;
  return view.ts.isCallExpression(at.parent) && at.parent.expression === at && view.ts.isSourceFile(enclosingFunction(view.ts, at.parent));
}

function topLevelCalls(view: View, file: ts.SourceFile): ReadonlySet<string> {
  return view.remember('topLevelCalls', file, () => {
    const names = new Set<string>();
    const visit = (node: ts.Node): void => {
      if (view.ts.isFunctionLike(node) && !isCalledAtTop(view, node as ts.Expression)) return;
      if (view.ts.isClassLike(node)) return;
      if (view.ts.isCallExpression(node)) {
        const callee = skipTransparent(view.ts, node.expression);
        for (const called of [callee, ...continuations(view, callee, node)]) if (view.ts.isIdentifier(called)) names.add(called.text);
      }
      view.ts.forEachChild(node, visit);
    };
    visit(file);
    return names;
  });
}

/** `connect().then(main)`: what a promise calls back runs with the top level too. */
function continuations(view: View, callee: ts.Expression, call: ts.CallExpression): readonly ts.Expression[] {
  return view.ts.isPropertyAccessExpression(callee) && ['then', 'catch', 'finally'].includes(callee.name.text) ? call.arguments : [];
}
