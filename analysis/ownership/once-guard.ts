import type ts from 'typescript';
import { directlyBelow } from '../nodes.ts';
import { enclosingFunction, hasModifier, memberAccess, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/**
 * Whether code runs at most once in a process, because a variable of the module or a static field remembers that it has run:
 * `if (!installed) { process.on(…); installed = true; }`, `if (client === undefined) { client = new Client(); }`, `if (installed) return;` before it.
 * What it acquires belongs to the module, not to whoever came first (docs/clauses.md, rule 3).
 */
export function runsOncePerProcess(view: View, node: ts.Node): boolean {
  const scope = enclosingFunction(view.ts, node);
  if (view.ts.isSourceFile(scope)) return false;
  return [...guardsAround(view, node, scope), ...guardsBefore(view, node, scope)].some(({ condition, guarded }) => remembers(view, condition, guarded));
}

interface Guard {
  condition: ts.Expression;
  /** The code that runs only when the condition lets it. */
  guarded: ts.Node;
}

function guardsAround(view: View, node: ts.Node, scope: ts.Node): Guard[] {
  const { ts: typescript } = view;
  const found: Guard[] = [];
  for (let at = node; at !== scope && at.parent; at = at.parent) {
    if (typescript.isIfStatement(at.parent) && at.parent.thenStatement === at) found.push({ condition: at.parent.expression, guarded: at });
  }
  return found;
}

/** `if (installed) return;`, as a statement of the function before the one that the node is in. */
function guardsBefore(view: View, node: ts.Node, scope: ts.Node): Guard[] {
  const { ts: typescript } = view;
  const body = 'body' in scope ? (scope.body as ts.Node | undefined) : undefined;
  if (!body || !typescript.isBlock(body)) return [];
  const before = body.statements.filter((statement) => typescript.isIfStatement(statement) && statement.end <= node.pos && leaves(view, statement.thenStatement)) as ts.IfStatement[];
  return before.map((statement) => ({ condition: statement.expression, guarded: body }));
}

function leaves(view: View, statement: ts.Statement): boolean {
  const last = view.ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && view.ts.isReturnStatement(last);
}

/** Whether the guarded code assigns what the condition asks for, and that lasts as long as the process. */
function remembers(view: View, condition: ts.Expression, guarded: ts.Node): boolean {
  const asked = [condition, ...directlyBelow(view.ts, condition, 'identifier', 'access')].filter((node) => isNameOrAccess(view, node));
  const names = new Set(asked.map(lastName));
  const assigned = directlyBelow(view.ts, guarded, 'binary').flatMap((node) => (isAssignment(view, node) && isNameOrAccess(view, node.left) && names.has(lastName(node.left)) ? [node.left.getText()] : []));
  return assigned.length > 0 && asked.some((node) => assigned.includes(node.getText()) && isOfProcess(view, node));
}

type NameOrAccess = ts.Identifier | ts.PropertyAccessExpression;

function isNameOrAccess(view: View, node: ts.Node): node is NameOrAccess {
  return view.ts.isIdentifier(node) || view.ts.isPropertyAccessExpression(node);
}

function lastName(node: NameOrAccess): string {
  return ('name' in node ? node.name : node).text;
}

function isAssignment(view: View, node: ts.BinaryExpression): boolean {
  const { SyntaxKind } = view.ts;
  return [SyntaxKind.EqualsToken, SyntaxKind.QuestionQuestionEqualsToken, SyntaxKind.BarBarEqualsToken].includes(node.operatorToken.kind);
}

/** A variable of a module, a static field, a property of `globalThis`. */
function isOfProcess(view: View, node: ts.Expression): boolean {
  const { ts: typescript } = view;
  const access = memberAccess(typescript, node);
  if (access && skipTransparent(typescript, access.object).getText() === 'globalThis') return true;
  const declaration = view.types.symbolOf(access?.nameNode ?? node)?.valueDeclaration;
  if (!declaration) return false;
  if (typescript.isPropertyDeclaration(declaration)) return hasModifier(typescript, declaration, typescript.SyntaxKind.StaticKeyword);
  return typescript.isVariableDeclaration(declaration) && typescript.isVariableStatement(declaration.parent.parent) && typescript.isSourceFile(declaration.parent.parent.parent);
}
