import type ts from 'typescript';
import { descendants, fieldOfThis, hasBody, isThis, memberAccess, memberName, methodCall, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Contract } from './contract.ts';
import { pairsOf } from './infer.ts';
import { memberNames } from './of-type.ts';

/**
 * Whether instances of a class of the program hold nothing: its start does nothing, and its releases only set fields that no loop asks for
 * (docs/clauses.md, rule 8). Such a class fulfils an interface, and no run leaks when it is not released.
 */
export function holdsNothing(view: View, type: ts.Type, contract: Contract): boolean {
  if (contract.type.from !== 'file') return false;
  return view.remember('holdsNothing', type, () => computeHoldsNothing(view, type, contract), { bottom: false, unknown: false });
}

function computeHoldsNothing(view: View, type: ts.Type, contract: Contract): boolean {
  const members = memberNames(view, type);
  const starts = pairsOf(view).filter(({ start }) => members.has(start)).map(({ start }) => bodyOfMember(members, start));
  const releases = contract.release.flatMap((release) => ('method' in release && !release.method.startsWith('Symbol.') ? [bodyOfMember(members, release.method)] : []));
  if (starts.length === 0 || releases.length === 0) return false;
  const code = [...members.values()].flatMap((member) => member.declarations ?? []);
  return starts.every((body) => body && isEmptyHanded(view, body)) && releases.every((body) => body && onlySetsFields(view, body, code)) && !code.some((one) => loopsOnField(view, one));
}

function bodyOfMember(members: ReadonlyMap<string, ts.Symbol>, name: string): FunctionWithBody | undefined {
  return members.get(name)?.declarations?.find(hasBody);
}

/** `async connect() {}`, `return Promise.resolve()`, `return {}` */
function isEmptyHanded(view: View, { body }: FunctionWithBody): boolean {
  const { ts: typescript } = view;
  if (!typescript.isBlock(body)) return isNothing(view, body);
  return body.statements.length > 0 && body.statements.every((statement) => typescript.isReturnStatement(statement) && (!statement.expression || isNothing(view, statement.expression)));
}

function isNothing(view: View, value: ts.Expression): boolean {
  const node = skipTransparent(view.ts, value);
  if (view.ts.isObjectLiteralExpression(node)) return node.properties.length === 0;
  return isResolved(view, node) || node.getText() === 'undefined';
}

function isResolved(view: View, node: ts.Node): boolean {
  return view.ts.isCallExpression(node) && node.arguments.length === 0 && node.expression.getText() === 'Promise.resolve';
}

/** Nothing is called but `Promise.resolve()`, and what a field would hold to which nothing is ever assigned. */
function onlySetsFields(view: View, { body }: FunctionWithBody, code: readonly ts.Declaration[]): boolean {
  const { ts: typescript } = view;
  const nodes = [...descendants(typescript, body)];
  if (nodes.some((node) => typescript.isAwaitExpression(node) || typescript.isNewExpression(node))) return false;
  return nodes.filter(typescript.isCallExpression).every((call) => {
    const object = methodCall(typescript, call)?.object;
    const field = object && fieldOfThis(typescript, object);
    return isResolved(view, call) || (field !== undefined && !code.some((one) => assigns(view, one, field)));
  });
}

function assigns(view: View, declaration: ts.Declaration, field: string): boolean {
  const { ts: typescript } = view;
  if (typescript.isPropertyDeclaration(declaration) && declaration.initializer && memberName(typescript, declaration.name) === field) return true;
  if (typescript.isParameter(declaration) && declaration.name.getText() === field) return true;
  const owner = typescript.isClassLike(declaration.parent) ? declaration.parent : undefined;
  return [...descendants(typescript, owner ?? declaration, () => true)].some((node) => typescript.isBinaryExpression(node) && node.operatorToken.kind === typescript.SyntaxKind.EqualsToken && fieldOfThis(typescript, node.left) === field);
}

/** `while (!this.stopped)`: a flag may be what ends the work. */
function loopsOnField(view: View, declaration: ts.Declaration): boolean {
  const { ts: typescript } = view;
  return [...descendants(typescript, declaration, () => true)].some((node) => {
    if (!typescript.isWhileStatement(node) && !typescript.isDoStatement(node) && !typescript.isForStatement(node)) return false;
    const condition = typescript.isForStatement(node) ? node.condition : node.expression;
    return !condition || condition.kind === typescript.SyntaxKind.TrueKeyword || [condition, ...descendants(typescript, condition)].some((one) => {
      const access = memberAccess(typescript, one);
      return access !== undefined && isThis(typescript, access.object);
    });
  });
}
