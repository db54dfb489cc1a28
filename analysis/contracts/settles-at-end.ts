import type ts from 'typescript';
import { allDescendants, descendants, fieldOfThis, hasBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { returnTypeOfMember } from './of-type.ts';

/**
 * Whether the promise that a start verb returns is settled by the stop verbs: `open()` of a dialog keeps the `resolve` of what it
 * returns in a field, and `close()` calls it. Whoever has awaited it has an answer, and nothing that is open any more.
 */
export function settlesAtItsEnd(view: View, members: ReadonlyMap<string, ts.Symbol>, start: string, stops: readonly string[]): boolean {
  const member = members.get(start);
  const body = member && bodyOf(member);
  if (!body || !isAnswer(view, member)) return false;
  const settlers = fieldsKeepingResolve(view, body);
  return settlers.size > 0 && stops.some((stop) => settles(view, members, stop, settlers, new Set()));
}

function bodyOf(member: ts.Symbol): ts.Node | undefined {
  return member.declarations?.find(hasBody);
}

/** It promises a value: a start that only says when it is ready promises none. */
function isAnswer(view: View, member: ts.Symbol): boolean {
  const { TypeFlags } = view.ts;
  const promised = view.types.awaitedTypeOf(returnTypeOfMember(view, member));
  const parts = promised.isUnion() ? promised.types : [promised];
  return parts.some((part) => !(part.flags & (TypeFlags.Void | TypeFlags.Undefined | TypeFlags.Null | TypeFlags.Never)));
}

/** The fields in which `new Promise((resolve) => …)` keeps its `resolve`, or a function that calls it. */
function fieldsKeepingResolve(view: View, body: ts.Node): ReadonlySet<string> {
  const { ts: typescript } = view;
  const fields = new Set<string>();
  for (const node of descendants(typescript, body)) {
    const executor = typescript.isNewExpression(node) && node.expression.getText() === 'Promise' ? node.arguments?.[0] : undefined;
    const resolve = executor && typescript.isFunctionLike(executor) ? executor.parameters[0]?.name.getText() : undefined;
    if (!executor || resolve === undefined) continue;
    for (const inner of allDescendants(typescript, executor)) {
      const field = typescript.isBinaryExpression(inner) ? fieldOfThis(typescript, inner.left) : undefined;
      if (field !== undefined && mentions(view, (inner as ts.BinaryExpression).right, resolve)) fields.add(field);
    }
  }
  return fields;
}

function mentions(view: View, node: ts.Node, name: string): boolean {
  return [node, ...allDescendants(view.ts, node)].some((one) => view.ts.isIdentifier(one) && one.text === name);
}

/** Whether a method, or one of its own that it calls, calls the function that one of the fields keeps. */
function settles(view: View, members: ReadonlyMap<string, ts.Symbol>, method: string, settlers: ReadonlySet<string>, seen: Set<string>): boolean {
  if (seen.has(method)) return false;
  seen.add(method);
  const body = members.get(method) && bodyOf(members.get(method)!);
  return body !== undefined && [...descendants(view.ts, body)].some((node) => {
    const called = view.ts.isCallExpression(node) ? fieldOfThis(view.ts, node.expression) : undefined;
    return called !== undefined && (settlers.has(called) || settles(view, members, called, settlers, seen));
  });
}
