import type ts from 'typescript';
import { allDescendants, enclosingFunction, skipTransparent } from '../syntax.ts';
import { nearestManifest } from '../manifest.ts';
import type { View } from '../view.ts';

/** ESLint hands a shebang to the parser as a comment: `///usr/bin/env node`. */
const shebang = /^(#!|\/\/\/\S*bin\/)/;

/**
 * Whether a module is where a process begins (docs/clauses.md, rule 3): a shebang, `import.meta.main`, `require.main === module`,
 * `bin`/`main`/scripts of the nearest package.json, or a module without exports that no file of the program imports.
 */
function isEntryModule(view: View, file: ts.SourceFile): boolean {
  return view.remember('isEntryModule', file, () => {
    if (shebang.test(file.text) || /\bimport\.meta\.main\b|\brequire\.main\s*===?\s*module\b/.test(file.text)) return true;
    return namedByPackage(view, file) || (!hasExports(view, file) && !isImported(view, file));
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

const importsOf = new WeakMap<ts.SourceFile, readonly string[]>();

/** Whether some file of the program imports this one. Only the last part of a specifier is compared: a module that might be imported is taken as imported. */
function isImported(view: View, file: ts.SourceFile): boolean {
  const name = moduleName(file.fileName);
  return view.program.getSourceFiles().some((other) => other !== file && !other.isDeclarationFile && specifiersOf(view, other).some((specifier) => moduleName(specifier) === name));
}

function moduleName(path: string): string {
  const last = path.split('/').at(-1) ?? path;
  return last.replace(/\.[cm]?[jt]sx?$/, '');
}

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
  for (const node of allDescendants(typescript, file)) {
    if (!typescript.isCallExpression(node)) continue;
    const [argument] = node.arguments;
    if (argument && typescript.isStringLiteralLike(argument) && (node.expression.kind === typescript.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')) found.push(argument.text);
  }
  return found;
}

/** `main`, `bin` and scripts of the nearest package.json; an output folder maps to the sources by the path's end. */
function namedByPackage(view: View, file: ts.SourceFile): boolean {
  const found = nearestManifest(view, file.fileName);
  if (!found) return false;
  const { folder, manifest } = found;
  const bins = typeof manifest.bin === 'string' ? [manifest.bin] : Object.values((manifest.bin ?? {}) as Record<string, unknown>);
  const own = file.fileName.slice(folder.length + 1).replace(/\.[cm]?[jt]sx?$/, '');
  const named = [...bins].filter((path): path is string => typeof path === 'string');
  const scripts = Object.values(manifest.scripts ?? {}).filter((script): script is string => typeof script === 'string');
  const ran = scripts.flatMap((script) => [...script.matchAll(/(?:^|\s)(?:node|tsx|ts-node|bun|deno run|nodemon)\s+(?:--?\S+\s+)*([\w./-]+)/g)].map((match) => match[1] ?? ''));
  return [...named, ...ran].some((path) => sameModule(path, own));
}

function sameModule(path: string, own: string): boolean {
  const plain = path.replace(/^\.\//, '').replace(/\.[cm]?[jt]sx?$/, '');
  if (plain === own) return true;
  const [, ...inner] = plain.split('/');
  const [, ...ownInner] = own.split('/');
  return inner.length > 0 && inner.join('/') === ownInner.join('/');
}

/** Whether an entry module's top level calls a function: directly, through an IIFE, `.then` or `.catch`. */
export function isMain(view: View, scope: ts.Node): boolean {
  const { ts: typescript } = view;
  const file = scope.getSourceFile();
  if (!isEntryModule(view, file)) return false;
  if (typescript.isSourceFile(scope)) return true;
  if ((typescript.isArrowFunction(scope) || typescript.isFunctionExpression(scope)) && isCalledAtTop(view, scope)) return true;
  const name = nameOfFunction(view, scope);
  return name !== undefined && topLevelCalls(view, file).has(name);
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
