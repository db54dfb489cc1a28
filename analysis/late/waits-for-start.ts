import type ts from 'typescript';
import { releasesOfTeardown } from '../ownership/teardown.ts';
import { below } from '../nodes.ts';
import { allDescendants, fieldOfThis, memberAccess, outermost } from '../syntax.ts';
import type { View } from '../view.ts';

const locks = /mutex|semaphore|exclusive|(?<![a-z])lock|[a-z]Lock/;
const chains: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** Whether a stop waits until a start that is under way has come to its end, so that nothing can begin after it: `await this.#starting`, a lock. */
export function waitsForStart(view: View, owner: ts.ClassLikeDeclaration, handles: ReadonlySet<string | undefined>): boolean {
  const code = [...releasesOfTeardown(view, owner).code];
  if (code.some((member) => locks.test(member.getText()))) return true;
  const awaited = code.flatMap((member) => below(view.ts, member, 'await'));
  return awaited.some((node) => allDescendants(view.ts, node).some((inner) => isPromiseOfStart(view, inner, handles)));
}

/** The promise in a field, other than the one of a loop which the start began. */
function isPromiseOfStart(view: View, node: ts.Node, handles: ReadonlySet<string | undefined>): boolean {
  const field = fieldOfThis(view.ts, node as ts.Expression);
  if (field === undefined || handles.has(field)) return false;
  const { parent } = outermost(view.ts, node as ts.Expression);
  const used = memberAccess(view.ts, parent);
  if (view.ts.isCallExpression(parent) && parent.expression === node) return false;
  const isValue = used === undefined || used.object !== node || chains.has(used.name);
  return view.types.isThenable(view.types.valueTypeOf(isValue ? node : parent));
}
