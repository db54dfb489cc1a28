import type ts from 'typescript';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { closureGivenToStack } from '../../analysis/ownership/stack.ts';
import { enclosingFunction, methodCall, outermost, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { MadeIn } from './made-in.ts';

/**
 * Whether a scope ends its container when it ends itself, and nowhere else: `await container.dispose();` is its last step, or that of the finally block which ends
 * it; or its stack does, which took the container over before anybody asked it.
 */
export function endsWithDispose(view: View, made: MadeIn, stack: ts.Identifier | undefined): boolean {
  const [only, ...others] = disposalsOf(view, made);
  if (!only || others.length > 0) return false;
  return isLastStep(view, made, only) || (stack !== undefined && isDeferredTo(view, made, stack, only));
}

function disposalsOf(view: View, { scope, name }: MadeIn): readonly ts.CallExpression[] {
  return referencesIn(view, view.types.symbolOf(name)!, scope).flatMap((node) => {
    const method = methodCall(view.ts, outermost(view.ts, node).parent.parent);
    return method?.name === 'dispose' ? [method.call] : [];
  });
}

function isLastStep({ ts: typescript }: View, { scope: { body } }: MadeIn, disposal: ts.CallExpression): boolean {
  const end = body.statements.at(-1);
  const last = end && typescript.isTryStatement(end) ? end.finallyBlock?.statements.at(-1) : end;
  return last !== undefined && typescript.isExpressionStatement(last) && typescript.isAwaitExpression(last.expression) && skipTransparent(typescript, last.expression.expression) === disposal;
}

/** `stack.defer(() => container.dispose());`, the statement behind what makes and registers. */
function isDeferredTo(view: View, { scope, statement, registering }: MadeIn, stack: ts.Identifier, disposal: ts.CallExpression): boolean {
  const { ts: typescript } = view;
  const closure = enclosingFunction(typescript, disposal);
  if (closureGivenToStack(view, closure) !== stack.text || !typescript.isArrowFunction(closure) || skipTransparent(typescript, closure.body as ts.Expression) !== disposal) return false;
  const { statements } = scope.body;
  const isRegistering = (one: ts.Statement): boolean => registering.some((call) => call.pos >= one.pos && call.end <= one.end);
  const next = statements.slice(statements.indexOf(statement) + 1).find((one) => !isRegistering(one));
  return next !== undefined && typescript.isExpressionStatement(next) && next.expression === outermost(typescript, closure).parent;
}
