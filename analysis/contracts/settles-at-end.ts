import type ts from 'typescript';
import { below, directlyBelow } from '../nodes.ts';
import { fieldOfThis, hasBody, methodCall, skipAwait, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { returnTypeOfMember } from './of-type.ts';

/**
 * Whether the promise that a start verb returns is settled by the stop verbs: `open()` of a dialog keeps the `resolve` of what it
 * returns in a field, and `close()` calls it. Whoever has awaited it has an answer, and nothing that is open any more.
 */
export function settlesAtItsEnd(view: View, members: ReadonlyMap<string, ts.Symbol>, start: string, stops: readonly string[]): boolean {
  const member = members.get(start);
  const body = member && bodyBehind(view, member);
  if (!body || !isAnswer(view, member)) return false;
  const settlers = new Set([...fieldsKeepingResolve(view, body), ...fieldsKeepingDelegate(view, body)]);
  return settlers.size > 0 && stops.some((stop) => settles(view, members, stop, settlers, new Set()));
}

function bodyOf(member: ts.Symbol): ts.Node | undefined {
  return member.declarations?.find(hasBody);
}

/** The body of a start; that of the inherited one, where an override only passes its answer on: `return super.open()`. */
function bodyBehind(view: View, member: ts.Symbol): ts.Node | undefined {
  const { ts: typescript } = view;
  const own = member.declarations?.find(hasBody);
  const [only, more] = own && typescript.isBlock(own.body) ? own.body.statements : [];
  const answer = only && !more && typescript.isReturnStatement(only) && only.expression ? methodCall(typescript, skipAwait(typescript, only.expression)) : undefined;
  const inherited = answer?.object.kind === typescript.SyntaxKind.SuperKeyword ? view.types.symbolOf(answer.nameNode) : undefined;
  return inherited ? bodyBehind(view, inherited) : own;
}

/** It promises a value: a start that only says when it is ready promises none. */
function isAnswer(view: View, member: ts.Symbol): boolean {
  const { TypeFlags } = view.ts;
  const promised = view.types.awaitedTypeOf(returnTypeOfMember(view, member));
  const parts = promised.isUnion() ? promised.types : [promised];
  return parts.some((part) => !(part.flags & (TypeFlags.Void | TypeFlags.Undefined | TypeFlags.Null | TypeFlags.Never)));
}

/** The fields in which `new Promise((resolve) => …)` keeps its `resolve`, or a function that calls it. */
function fieldsKeepingResolve(view: View, body: ts.Node): readonly string[] {
  return directlyBelow(view.ts, body, 'new').flatMap((node) => {
    const executor = node.expression.getText() === 'Promise' ? node.arguments?.[0] : undefined;
    const resolve = executor && view.ts.isFunctionLike(executor) ? executor.parameters[0]?.name.getText() : undefined;
    if (!executor || resolve === undefined) return [];
    return assignmentsBelow(view, executor).filter(({ value }) => new RegExp(`\\b${resolve}\\b`).test(value.getText())).map(({ field }) => field);
  });
}

/** `this.answer = new Deferred()`, of which `this.answer.promise` is asked. */
function fieldsKeepingDelegate(view: View, body: ts.Node): readonly string[] {
  const text = body.getText();
  return assignmentsBelow(view, body).filter(({ field, value }) => view.ts.isNewExpression(value) && text.includes(`this.${field}.promise`)).map(({ field }) => field);
}

interface Assignment {
  field: string;
  value: ts.Expression;
}

function assignmentsBelow(view: View, node: ts.Node): readonly Assignment[] {
  return below(view.ts, node, 'binary').flatMap((one) => {
    const field = one.operatorToken.kind === view.ts.SyntaxKind.EqualsToken ? fieldOfThis(view.ts, one.left) : undefined;
    return field === undefined ? [] : [{ field, value: skipTransparent(view.ts, one.right) }];
  });
}

/** Whether a method, or one of its own that it calls, calls the function that one of the fields keeps, or settles the delegate in it. */
function settles(view: View, members: ReadonlyMap<string, ts.Symbol>, method: string, settlers: ReadonlySet<string>, seen: Set<string>): boolean {
  if (seen.has(method)) return false;
  seen.add(method);
  const body = members.get(method) && bodyOf(members.get(method)!);
  return body !== undefined && directlyBelow(view.ts, body, 'call').some((call) => {
    const called = fieldOfThis(view.ts, call.expression);
    if (called !== undefined) return settlers.has(called) || settles(view, members, called, settlers, seen);
    const delegate = methodCall(view.ts, call);
    return delegate !== undefined && /^(resolve|reject)$/.test(delegate.name) && settlers.has(fieldMeant(view, delegate.object) ?? '');
  });
}

/** `this.answer`, or a local name for it. */
function fieldMeant(view: View, value: ts.Expression): string | undefined {
  const field = fieldOfThis(view.ts, value);
  if (field !== undefined || !view.ts.isIdentifier(value)) return field;
  const declaration = view.types.symbolOf(value)?.valueDeclaration;
  return declaration && view.ts.isVariableDeclaration(declaration) && declaration.initializer ? fieldOfThis(view.ts, declaration.initializer) : undefined;
}
