import type ts from 'typescript';
import { below } from '../nodes.ts';
import { enclosingFunction, memberAccess, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

const parsers: Readonly<Record<string, (...texts: string[]) => unknown>> = { RegExp: (...texts) => new RegExp(...(texts as [string])), URL: (...texts) => new URL(...(texts as [string])) };

/** `new RegExp('/lab(/.*)?')`, `new URL('https://example.org')`: what is parsed stands in the source, and can be parsed. */
export function parsesAConstant(view: View, node: ts.NewExpression): boolean {
  const texts = (node.arguments ?? []).flatMap((argument) => (view.ts.isStringLiteralLike(argument) ? [argument.text] : []));
  if (texts.length === 0 || texts.length !== node.arguments?.length) return false;
  try {
    parsers[node.expression.getText()]?.(...texts);
    return true;
  } catch {
    return false;
  }
}

/** The `throw` in the `default` of a `switch` whose cases are all values of the type. */
export function isDefaultOfAll(view: View, statement: ts.ThrowStatement): boolean {
  const { ts: typescript } = view;
  const clause = typescript.isBlock(statement.parent) ? statement.parent.parent : statement.parent;
  if (!typescript.isDefaultClause(clause)) return false;
  const asked = view.types.typeOf(clause.parent.parent.expression);
  const cases = new Set(clause.parent.clauses.flatMap((one) => (typescript.isCaseClause(one) ? [view.types.print(view.types.typeOf(one.expression))] : [])));
  const values = asked.isUnion() ? asked.types : [asked];
  return values.every((value) => (value.flags & typescript.TypeFlags.Unit) !== 0 && cases.has(view.types.print(value)));
}

/** The executor of `new Promise((resolve) => …)`, which takes no `reject`. */
export function executorThatResolves(view: View, value: ts.Expression): FunctionWithBody | undefined {
  const { ts: typescript } = view;
  const made = skipTransparent(typescript, value);
  if (!typescript.isNewExpression(made) || made.expression.getText() !== 'Promise') return undefined;
  const [executor] = made.arguments ?? [];
  const isFunction = executor !== undefined && (typescript.isArrowFunction(executor) || typescript.isFunctionExpression(executor));
  return isFunction && executor.parameters.length === 1 ? (executor as FunctionWithBody) : undefined;
}

/** `await opened.promise`, where `const opened = new Deferred()` stays in the function, which only ever calls its `resolve`. */
export function isOnlyResolved(view: View, value: ts.Expression): boolean {
  const { ts: typescript } = view;
  const access = memberAccess(typescript, value);
  const holder = access && skipTransparent(typescript, access.object);
  if (!holder || !typescript.isIdentifier(holder)) return false;
  const symbol = view.types.symbolOf(holder);
  const made = symbol?.valueDeclaration;
  if (!made || !typescript.isVariableDeclaration(made) || !made.initializer || !isMadeHere(view, made.initializer)) return false;
  const uses = below(typescript, enclosingFunction(typescript, made), 'identifier').filter((one) => one !== made.name && one.text === holder.text && view.types.symbolOf(one) === symbol);
  const members = uses.map((one) => memberAccess(typescript, one.parent)).map((one) => one?.name);
  return members.includes('resolve') && members.every((name) => name === 'resolve' || name === access.name);
}

/** `new Deferred()`, which nobody else has; `Promise.withResolvers()` */
function isMadeHere(view: View, initializer: ts.Expression): boolean {
  const made = skipTransparent(view.ts, initializer);
  if (view.ts.isNewExpression(made)) return (made.arguments ?? []).length === 0;
  return view.ts.isCallExpression(made) && made.arguments.length === 0 && made.expression.getText() === 'Promise.withResolvers';
}
