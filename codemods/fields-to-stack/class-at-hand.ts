import type ts from 'typescript';
import { hasModifier, memberName, skipTransparent, type FunctionWithBody } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Range } from '../../plans/syntax/node.ts';

type Method = ts.MethodDeclaration & FunctionWithBody & { body: ts.Block };

/** A class with the methods that begin and release its fields. */
export interface ClassAtHand {
  readonly view: View;
  readonly owner: ts.ClassLikeDeclaration;
  readonly start: Method;
  readonly stop: Method;
  /** `this.#queue` */
  readonly names: readonly string[];
}

/** Where a field begins in start. */
export interface Beginning {
  /** Behind which it is live. */
  readonly statement: ts.Statement;
  /** The statement of start itself that holds it: another one where it begins in a loop. */
  readonly outer: ts.Statement;
  /** The variable that holds it until the field does; undefined where the field does from the beginning. */
  readonly variable: string | undefined;
}

/** What is given to a field: `this.queue = queue`, `this.queue ??= queue`. */
export function assignmentOf({ ts: typescript }: View, statement: ts.Statement): { field: string; value: ts.Expression } | undefined {
  if (!typescript.isExpressionStatement(statement) || !typescript.isBinaryExpression(statement.expression)) return undefined;
  const { left, operatorToken: { kind }, right } = statement.expression;
  const isAssignment = kind === typescript.SyntaxKind.EqualsToken || kind === typescript.SyntaxKind.QuestionQuestionEqualsToken;
  return isAssignment ? { field: left.getText(), value: right } : undefined;
}

/** `await x.stop()` or `x.stop()`, and nothing else. */
export function formOf({ ts: typescript }: View, statement: ts.Statement, call: ts.CallExpression): { awaited: boolean } | undefined {
  if (!typescript.isExpressionStatement(statement)) return undefined;
  const expression = skipTransparent(typescript, statement.expression);
  if (expression === call) return { awaited: false };
  return typescript.isAwaitExpression(expression) && skipTransparent(typescript, expression.expression) === call ? { awaited: true } : undefined;
}

/** The declaration of a field that nobody outside of the class can assign. */
export function ownField({ ts: typescript }: View, owner: ts.ClassLikeDeclaration, name: string): ts.PropertyDeclaration | undefined {
  const { SyntaxKind } = typescript;
  const field = owner.members.filter(typescript.isPropertyDeclaration).find((member) => `this.${memberName(typescript, member.name)}` === name);
  const isOwn = field && (field.name.kind === SyntaxKind.PrivateIdentifier || hasModifier(typescript, field, SyntaxKind.PrivateKeyword) || hasModifier(typescript, field, SyntaxKind.ReadonlyKeyword));
  return isOwn ? field : undefined;
}

export function rangeOf(node: ts.Node): Range {
  return { start: node.getStart(), end: node.end };
}
