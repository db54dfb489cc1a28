import type ts from 'typescript';
import { descendants, enclosingFunction, isTransparent, outermost } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Fate, ResolveFacts } from '../../plans/provider-to-unstarted/facts.ts';
import { withComments } from '../constructor-to-start/with-comments.ts';
import { fateOf, fateOfName } from './fate.ts';
import type { MadeIn } from './made-in.ts';
import { withoutAwait, withoutPromise } from './without-await.ts';

/** A question to the container. */
export interface Asked {
  readonly key: string;
  /** `container.resolve('x')`, `container.cradle.x` */
  readonly call: ts.CallExpression | ts.PropertyAccessExpression;
}

export function resolveFacts(view: View, { scope }: MadeIn, { key, call }: Asked, all: readonly Asked[]): ResolveFacts {
  const { ts: typescript } = view;
  const statement = statementOf(view, call);
  const declaration = keptBy(view, call);
  const together = awaitedTogether(view, call);
  const unawaited = together ? [] : withoutAwait(view, outermost(typescript, call));
  return {
    key,
    isStep: enclosingFunction(typescript, call) === scope && isListOf(view, statement.parent, scope) && isFirst(view, call, statement, all),
    list: statement.parent.getStart(),
    statement: { start: statement.getStart(), end: endOf(statement) },
    from: withComments(view, statement).start,
    call: { start: call.getStart(), end: call.end },
    isCaught: typescript.isTryStatement(statement.parent.parent) && statement.parent.parent.catchClause !== undefined,
    unawaited: unawaited && [...unawaited, ...(typescript.isCallExpression(call) ? (call.typeArguments ?? []) : []).flatMap((type) => withoutPromise(view, type))],
    name: declaration?.name.getText(),
    fate: together ? fateOfElement(view, together, call) : fateOf(view, call),
  };
}

function statementOf({ ts: typescript }: View, node: ts.Node): ts.Statement {
  let at = node;
  while (!typescript.isStatement(at) || typescript.isBlock(at)) at = at.parent;
  return at;
}

/** A semicolon that stands in front of the next line belongs to that one. */
function endOf(statement: ts.Statement): number {
  const [ending] = /\s*;?$/.exec(statement.getText())!;
  return /[\r\n]/.test(ending) ? statement.end - ending.length : statement.end;
}

/** The body of the scope, or the block of a try statement that is one of its steps. */
function isListOf({ ts: typescript }: View, list: ts.Node, { body }: MadeIn['scope']): boolean {
  return list === body || (typescript.isTryStatement(list.parent) && list.parent.tryBlock === list && list.parent.parent === body);
}

/** `await Promise.all([container.resolve('x'), …])`, which waits for what is no promise as well. */
function awaitedTogether({ ts: typescript }: View, call: Asked['call']): ts.ArrayLiteralExpression | undefined {
  const list = outermost(typescript, call).parent;
  const together = list.parent;
  const isAwaited = typescript.isArrayLiteralExpression(list) && typescript.isCallExpression(together) && together.expression.getText() === 'Promise.all' && typescript.isAwaitExpression(together.parent);
  return isAwaited ? list : undefined;
}

/** What becomes of one of the values that a pattern takes out of the answers. */
function fateOfElement(view: View, list: ts.ArrayLiteralExpression, call: Asked['call']): Fate {
  const { ts: typescript } = view;
  const declaration = outermost(typescript, list.parent.parent as ts.Expression).parent;
  const pattern = typescript.isVariableDeclaration(declaration) && typescript.isArrayBindingPattern(declaration.name) ? declaration.name : undefined;
  const element = pattern?.elements[list.elements.indexOf(outermost(typescript, call))];
  if (!element || !typescript.isBindingElement(element) || !typescript.isIdentifier(element.name)) return 'unknown';
  return fateOfName(view, element.name, call);
}

/** Nothing else but questions to the container runs in the statement before, and it runs whenever the statement does. */
function isFirst(view: View, call: Asked['call'], statement: ts.Statement, all: readonly Asked[]): boolean {
  const { ts: typescript } = view;
  for (let at: ts.Node = call; at !== statement; at = at.parent) if (!passesOn(view, at.parent, statement)) return false;
  const isQuestion = (node: ts.Node): boolean => all.some((one) => one.call === node || one.call === (typescript.isAwaitExpression(node) ? node.expression : undefined));
  return ![...descendants(typescript, statement)].some((node) => (typescript.isCallExpression(node) || typescript.isNewExpression(node) || typescript.isAwaitExpression(node)) && node.end <= call.getStart() && !isQuestion(node));
}

function passesOn({ ts: typescript }: View, node: ts.Node, statement: ts.Statement): boolean {
  if (node === statement) return typescript.isVariableStatement(node) || typescript.isExpressionStatement(node) || typescript.isReturnStatement(node);
  return (
    isTransparent(typescript, node) || typescript.isAwaitExpression(node) || typescript.isVariableDeclaration(node) || typescript.isVariableDeclarationList(node) || typescript.isCallExpression(node) || typescript.isNewExpression(node) ||
    typescript.isPropertyAccessExpression(node) || typescript.isPropertyAssignment(node) || typescript.isObjectLiteralExpression(node) || typescript.isArrayLiteralExpression(node)
  );
}

/** `const x = await container.resolve('x');` */
function keptBy({ ts: typescript }: View, call: Asked['call']): ts.VariableDeclaration | undefined {
  const wait = outermost(typescript, call).parent;
  const declaration = outermost(typescript, typescript.isAwaitExpression(wait) ? wait : call).parent;
  if (!typescript.isVariableDeclaration(declaration) || !typescript.isIdentifier(declaration.name)) return undefined;
  const { parent } = declaration;
  return typescript.isVariableDeclarationList(parent) && parent.declarations.length === 1 && (parent.flags & typescript.NodeFlags.Const) !== 0 && typescript.isVariableStatement(parent.parent) ? declaration : undefined;
}
