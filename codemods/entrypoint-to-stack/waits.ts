import type ts from 'typescript';
import type { View } from '../../analysis/view.ts';
import { framesTo, blockIn, stackIn, type Frame, type Scope } from './scope.ts';
import { signalsAwaited } from './signals.ts';

/** An `await` that ends with a signal, or never. */
export interface Wait {
  readonly node: ts.AwaitExpression;
  /** What to wait for in another way. */
  readonly expression: ts.Expression;
  /** Empty when it never ends. */
  readonly signals: readonly string[];
}

/** The waits among the nodes of a scope. */
export function waitsAmong(scope: Scope, own: readonly ts.Node[]): readonly Wait[] {
  const { view } = scope;
  return own.flatMap((node): Wait[] => {
    if (!view.ts.isAwaitExpression(node)) return [];
    const expression = promiseIn(scope, node.expression);
    const signals = expression && signalsAwaited(view, expression);
    return signals && (view.ts.isExpressionStatement(node.parent) || tellsSignal(scope, node)) ? [{ node, expression, signals }] : [];
  });
}

/** Its value is the name of the signal, so that it may be used. */
function tellsSignal({ view }: Scope, node: ts.AwaitExpression): boolean {
  const type = view.types.typeOf(node);
  return (type.isUnion() ? type.types : [type]).every((one) => one.isStringLiteral() && one.value.startsWith('SIG'));
}

/** The expression itself, or the one that a constant of the scope was made by. */
function promiseIn({ view, statements }: Scope, awaited: ts.Expression): ts.Expression | undefined {
  const { ts: typescript } = view;
  if (!typescript.isIdentifier(awaited)) return awaited;
  const declaration = view.types.symbolOf(awaited)?.valueDeclaration;
  const isConstant = declaration && typescript.isVariableDeclaration(declaration) && (declaration.parent.flags & typescript.NodeFlags.Const) !== 0;
  return isConstant && statements.includes(declaration.parent.parent as ts.Statement) ? declaration.initializer : undefined;
}

/** The lists of statements around the place where the releases begin, when nothing waits for a signal there. */
export function framesWithoutWait(scope: Scope, isPartOfEnd: (statement: ts.Statement) => boolean): readonly Frame[] | undefined {
  const frames: Frame[] = [];
  let statements: readonly ts.Statement[] | undefined = scope.statements;
  while (statements) {
    const at: ts.Statement | undefined = statements.findLast((statement) => !isPartOfEnd(statement));
    if (!at) return undefined;
    frames.push({ statements, at });
    statements = opened(scope, at)?.statements;
  }
  return frames;
}

/** The block of a `try` with a `finally`, or one that has a stack. */
function opened(scope: Scope, statement: ts.Statement): ts.Block | undefined {
  const block = blockIn(scope.view, statement);
  if (!block) return undefined;
  const isFinished = scope.view.ts.isTryStatement(statement) && statement.finallyBlock !== undefined;
  return isFinished || stackIn(scope, block.statements) ? block : undefined;
}

/** The frames around a wait; nothing when it is in a branch. */
export function framesAround(scope: Scope, { node }: Wait): readonly Frame[] | undefined {
  return framesTo(scope, node);
}

/** `return;`, `return 0;`, and declarations that run nothing. */
export function doesNothing({ ts: typescript }: View, statement: ts.Statement, isLast: boolean): boolean {
  if (typescript.isReturnStatement(statement)) return isLast && (statement.expression === undefined || typescript.isLiteralExpression(statement.expression) || statement.expression.getText() === 'undefined');
  return typescript.isFunctionDeclaration(statement) || typescript.isInterfaceDeclaration(statement) || typescript.isTypeAliasDeclaration(statement) || typescript.isClassDeclaration(statement) || typescript.isEmptyStatement(statement) || typescript.isExportDeclaration(statement);
}
