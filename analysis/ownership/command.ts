import type ts from 'typescript';
import { below } from '../nodes.ts';
import { perView } from '../per-view.ts';
import { enclosingFunction, functionNameOf, isWithin, methodCall, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import { expressionOf, ownFiles, programReferences } from './program-references.ts';

/** How many functions lie between a command and what it runs. */
const mostCalls = 3;

/**
 * Whether a function is what a command of the command line does: every place of the program that means it calls it, in the callback of
 * `program.command('serve').action(…)` or in a function of which the same is true. What it acquires and keeps lasts as long as the
 * process (docs/clauses.md, rule 8).
 */
export function runsAsCommand(view: View, scope: ts.Node, calls = mostCalls): boolean {
  if (!hasCommands(view)) return false;
  if (isAction(view, scope)) return true;
  const symbol = calls > 0 && view.ts.isFunctionDeclaration(scope) && scope.name ? view.types.symbolOf(scope.name) : undefined;
  if (!symbol) return false;
  const uses = programReferences(view, symbol).meaning.filter((name) => !view.ts.isImportSpecifier(name.parent) && !view.ts.isExportSpecifier(name.parent));
  return uses.length > 0 && uses.every((name) => isCalledByCommand(view, name, scope, calls));
}

/** Whether any file of the program says what a command does. */
const hasCommands = perView((view) => ownFiles(view).some((file) => /command|program/i.test(file.text) && below(view.ts, file, 'function').some((node) => isAction(view, node))));

function isCalledByCommand(view: View, name: ts.Identifier | ts.PrivateIdentifier, scope: ts.Node, calls: number): boolean {
  const callee = outermost(view.ts, expressionOf(view, name));
  if (!view.ts.isCallExpression(callee.parent) || callee.parent.expression !== callee || isWithin(callee, scope)) return false;
  return functionsAround(view, callee).some((one) => runsAsCommand(view, one, calls - 1));
}

/** The function around a node, and those around it as long as they are functions in an expression. */
function functionsAround(view: View, node: ts.Node): readonly ts.Node[] {
  const nearest = enclosingFunction(view.ts, node);
  return view.ts.isArrowFunction(nearest) || view.ts.isFunctionExpression(nearest) ? [nearest, ...functionsAround(view, nearest)] : [nearest];
}

/** The callback of `.command(…).action(…)`, or the handler of `defineCommand({ handler() { … } })` */
function isAction(view: View, scope: ts.Node): boolean {
  if (isHandler(view, scope)) return true;
  if (!view.ts.isArrowFunction(scope) && !view.ts.isFunctionExpression(scope)) return false;
  const method = methodCall(view.ts, outermost(view.ts, scope).parent);
  return method?.name === 'action' && /command|program/i.test(method.object.getText());
}

const handlers: ReadonlySet<string> = new Set(['handler', 'run', 'action']);

function isHandler({ ts: typescript }: View, scope: ts.Node): boolean {
  const name = functionNameOf(typescript, scope);
  const literal = typescript.isMethodDeclaration(scope) ? scope.parent : scope.parent?.parent;
  if (name === undefined || !handlers.has(name) || !literal || !typescript.isObjectLiteralExpression(literal)) return false;
  const call = outermost(typescript, literal).parent;
  return typescript.isCallExpression(call) && /command/i.test(call.expression.getText());
}
