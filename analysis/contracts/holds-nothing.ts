import type ts from 'typescript';
import { below, directlyBelow } from '../nodes.ts';
import { fieldOfThis, hasBody, isThis, memberAccess, memberName, methodCall, skipTransparent, type FunctionWithBody } from '../syntax.ts';
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
  const code = [...members.values()].flatMap((member) => member.declarations ?? []).filter((one) => !one.getSourceFile().isDeclarationFile);
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
  if (directlyBelow(typescript, body, 'await').length > 0 || directlyBelow(typescript, body, 'new').length > 0) return false;
  const owners = new Set(code.map((one) => (typescript.isClassLike(one.parent) ? one.parent : one)));
  return directlyBelow(typescript, body, 'call').every((call) => {
    const object = methodCall(typescript, call)?.object;
    const field = object && fieldOfThis(typescript, object);
    return isResolved(view, call) || (field !== undefined && !code.some((one) => declaresWithValue(view, one, field)) && ![...owners].some((owner) => assigns(view, owner, field)));
  });
}

function declaresWithValue(view: View, declaration: ts.Declaration, field: string): boolean {
  const { ts: typescript } = view;
  if (typescript.isPropertyDeclaration(declaration)) return declaration.initializer !== undefined && memberName(typescript, declaration.name) === field;
  return typescript.isParameter(declaration) && declaration.name.getText() === field;
}

function assigns(view: View, owner: ts.Declaration, field: string): boolean {
  return below(view.ts, owner, 'binary').some((node) => node.operatorToken.kind === view.ts.SyntaxKind.EqualsToken && fieldOfThis(view.ts, node.left) === field);
}

/** `while (!this.stopped)`: a flag may be what ends the work. */
function loopsOnField(view: View, declaration: ts.Declaration): boolean {
  const { ts: typescript } = view;
  return below(typescript, declaration, 'while', 'do', 'for').some((node) => {
    const condition = typescript.isForStatement(node) ? node.condition : node.expression;
    return !condition || condition.kind === typescript.SyntaxKind.TrueKeyword || [condition, ...directlyBelow(typescript, condition, 'access')].some((one) => {
      const access = memberAccess(typescript, one);
      return access !== undefined && isThis(typescript, access.object);
    });
  });
}
