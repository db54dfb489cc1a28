import type ts from 'typescript';
import { below } from '../nodes.ts';
import { perView } from '../per-view.ts';
import { enclosingFunction, isWithin, memberName, methodCall, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import { isCalled, isPlainFunction, nameOfFunction } from './kept-by-helper.ts';
import { expressionOf, ownFiles, programReferences } from './program-references.ts';

/** How many functions lie between a command and what it runs. */
const mostCalls = 4;

/**
 * Whether a function is what a command of the command line does: every place of the program that means it calls it, in the callback of
 * `program.command('serve').action(…)` or in a function of which the same is true. What it acquires and keeps lasts as long as the
 * process (docs/clauses.md, rule 8).
 */
export function runsAsCommand(view: View, scope: ts.Node, calls = mostCalls): boolean {
  if (!hasCommands(view)) return false;
  if (isAction(view, scope)) return true;
  const name = calls > 0 && isPlainFunction(view, scope) ? nameOfFunction(view, scope) : undefined;
  const symbol = name && view.types.symbolOf(name);
  if (!symbol) return false;
  const uses = programReferences(view, symbol).meaning.filter((name) => !view.ts.isImportSpecifier(name.parent) && !view.ts.isExportSpecifier(name.parent));
  return uses.length > 0 && uses.every((name) => isCalledByCommand(view, name, scope, calls));
}

/** Whether any file of the program says what a command does. */
const hasCommands = perView((view) => ownFiles(view).some((file) => /command|program/i.test(file.text) && (namesHandler.test(file.text) || below(view.ts, file, 'function').some((node) => isAction(view, node)))));

/** `{ handler: serve }` */
const namesHandler = /\b(handler|run|action)(:\s*[\w$]+)?\s*[,}]/;

function isCalledByCommand(view: View, name: ts.Identifier | ts.PrivateIdentifier, scope: ts.Node, calls: number): boolean {
  const use = outermost(view.ts, expressionOf(view, name));
  if (isHandler(view, use)) return true;
  if (!(isCalled(view, use) || isHandedOn(view, use)) || isWithin(use, scope)) return false;
  return functionsAround(view, use).some((one) => runsAsCommand(view, one, calls - 1));
}

/** `deploy(args, config, analyse)`, `deploy({ analyse })`: whom a command gives a function runs it in the same process. */
function isHandedOn({ ts: typescript }: View, use: ts.Expression): boolean {
  const { parent } = use;
  const isProperty = typescript.isShorthandPropertyAssignment(parent) || (typescript.isPropertyAssignment(parent) && parent.initializer === use);
  const value = isProperty ? outermost(typescript, parent.parent) : use;
  return typescript.isCallExpression(value.parent) && value.parent.arguments.includes(value);
}

/** The function around a node, and those around it as long as they are functions in an expression. */
function functionsAround(view: View, node: ts.Node): readonly ts.Node[] {
  const nearest = enclosingFunction(view.ts, node);
  return view.ts.isArrowFunction(nearest) || view.ts.isFunctionExpression(nearest) ? [nearest, ...functionsAround(view, nearest)] : [nearest];
}

/** The callback of `.command(…).action(…)`, or the handler of `defineCommand({ handler() { … } })` or `const list: CommandModule = { handler: list }` */
function isAction(view: View, scope: ts.Node): boolean {
  if (isHandler(view, scope)) return true;
  if (!view.ts.isArrowFunction(scope) && !view.ts.isFunctionExpression(scope)) return false;
  const method = methodCall(view.ts, outermost(view.ts, scope).parent);
  return method?.name === 'action' && /command|program/i.test(method.object.getText());
}

const handlers: ReadonlySet<string> = new Set(['handler', 'run', 'action']);

function isHandler({ ts: typescript }: View, value: ts.Node): boolean {
  const member = typescript.isMethodDeclaration(value) ? value : value.parent;
  if (!member || !(typescript.isMethodDeclaration(member) || typescript.isPropertyAssignment(member)) || !handlers.has(memberName(typescript, member.name) ?? '')) return false;
  if (!typescript.isObjectLiteralExpression(member.parent)) return false;
  const host = outermost(typescript, member.parent).parent;
  if (typescript.isVariableDeclaration(host)) return /command/i.test(host.type?.getText() ?? '');
  return typescript.isCallExpression(host) && /command/i.test(host.expression.getText());
}
