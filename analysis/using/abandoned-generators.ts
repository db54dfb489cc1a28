import type ts from 'typescript';
import { referencesIn } from '../ownership/references.ts';
import { isUsing } from '../ownership/uses.ts';
import type { MisusedUsing } from '../faults.ts';
import type { Step } from '../story.ts';
import { below } from '../nodes.ts';
import { descendants, enclosingFunction, hasModifier, memberAccess, memberName, methodCall, nameOf, outermost, outermostAwaited } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Scoped } from './scoped.ts';

/** A value that is held across a `yield`: a consumer that asks for the next value and never finishes the generator leaves it undisposed. */
export function abandoned(view: View, scoped: Scoped): MisusedUsing | undefined {
  const { at, scope } = scoped;
  const held = view.ts.isVariableDeclaration(at) ? yieldAfter(view, at) : undefined;
  const name = held && nameOfGenerator(view, scope);
  const symbol = name && view.types.symbolOf(name);
  if (!symbol) return undefined;
  const calls = callsOf(view, symbol, name.text, scope.getSourceFile());
  const abandoning = calls.map((call) => abandonedAt(view, call)).find((step) => step !== undefined);
  if (!abandoning && (calls.length > 0 || !isExported(view, scope))) return undefined;
  const yields = { start: held.getStart(), end: held.end, note: 'it is held across a yield' };
  return {
    how: abandoning ? 'abandoned generator' : 'generator',
    at,
    name: scoped.name,
    grade: abandoning ? 'certain' : 'likely',
    contract: scoped.contract,
    path: abandoning ? [yields, inFile(abandoning, scope.getSourceFile())] : [yields],
  };
}

/** The first `yield` that runs while a declaration is in scope. */
function yieldAfter(view: View, declaration: ts.VariableDeclaration): ts.YieldExpression | undefined {
  const block = declaration.parent.parent.parent;
  return descendants(view.ts, block).find((node): node is ts.YieldExpression => view.ts.isYieldExpression(node) && node.pos >= declaration.end);
}

/** The name of a generator function or method; one that is handed on at once has none, and whoever gets it finishes it. */
function nameOfGenerator(view: View, scope: ts.Node): ts.Identifier | ts.PrivateIdentifier | undefined {
  const { ts: typescript } = view;
  if (!typescript.isFunctionDeclaration(scope) && !typescript.isMethodDeclaration(scope) && !typescript.isFunctionExpression(scope)) return undefined;
  if (!scope.asteriskToken) return undefined;
  const holder = typescript.isFunctionExpression(scope) ? scope.parent : scope;
  const name = typescript.isVariableDeclaration(holder) || typescript.isFunctionDeclaration(holder) || typescript.isMethodDeclaration(holder) ? holder.name : undefined;
  return name && (typescript.isIdentifier(name) || typescript.isPrivateIdentifier(name)) ? name : undefined;
}

/** Every call of a generator in the program. */
function callsOf(view: View, symbol: ts.Symbol, name: string, home: ts.SourceFile): readonly ts.CallExpression[] {
  const files = view.program.getSourceFiles().filter((file) => file === home || (!file.isDeclarationFile && !view.program.isSourceFileFromExternalLibrary(file) && file.text.includes(name)));
  return files.flatMap((file) => below(view.ts, file, 'call').filter((node) => {
    const called = memberAccess(view.ts, node.expression)?.nameNode ?? node.expression;
    return called.getText() === name && view.types.symbolOf(called) === symbol;
  }));
}

/** Where a consumer asks a generator for a value and leaves it at that. */
function abandonedAt(view: View, call: ts.CallExpression): ts.Node | undefined {
  const { ts: typescript } = view;
  const value = outermost(typescript, call);
  const direct = nextOn(view, value);
  if (direct) return direct;
  const declaration = value.parent;
  if (!typescript.isVariableDeclaration(declaration) || !typescript.isIdentifier(declaration.name) || isUsing(view, declaration)) return undefined;
  const symbol = view.types.symbolOf(declaration.name);
  const uses = symbol ? referencesIn(view, symbol, enclosingFunction(typescript, declaration)) : [];
  const nexts = uses.map((use) => nextOn(view, use));
  return nexts.every((next) => next !== undefined && !isInLoop(view, next)) ? nexts[0] : undefined;
}

/** `numbers.next()` */
function nextOn(view: View, value: ts.Expression): ts.Node | undefined {
  const call = outermostAwaited(view.ts, value).parent?.parent;
  const method = call && methodCall(view.ts, call);
  return method?.name === 'next' && outermost(view.ts, value) === outermost(view.ts, method.object) ? method.call : undefined;
}

function isInLoop(view: View, node: ts.Node): boolean {
  for (let at = node; !view.ts.isFunctionLike(at) && !view.ts.isSourceFile(at); at = at.parent) if (view.ts.isIterationStatement(at, false)) return true;
  return false;
}

function isExported(view: View, scope: ts.Node): boolean {
  const { ts: typescript } = view;
  const { ExportKeyword, PrivateKeyword } = typescript.SyntaxKind;
  if (typescript.isMethodDeclaration(scope)) {
    return !hasModifier(typescript, scope, PrivateKeyword) && !memberName(typescript, scope.name)?.startsWith('#') && typescript.isClassLike(scope.parent) && hasModifier(typescript, scope.parent, ExportKeyword);
  }
  const statement = typescript.isFunctionExpression(scope) ? scope.parent.parent.parent : scope;
  return hasModifier(typescript, statement, ExportKeyword);
}

function inFile(node: ts.Node, home: ts.SourceFile): Step {
  const file = node.getSourceFile();
  return { start: node.getStart(), end: node.end, note: `${nameOf(node)} takes one value and nobody finishes it`, ...(file === home ? {} : { file }) };
}
