import type ts from 'typescript';
import { below } from '../nodes.ts';
import { isMadeEmpty } from '../ownership/never-filled.ts';
import { fieldOfThis, memberAccess, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Frame } from './frame.ts';

/**
 * Whether a method does nothing as long as a collection of the instance is empty, and it is empty while the instance is constructed:
 * `async flush() { if (this.#pending.size > 0) { … } }`, called in the constructor of a class with `#pending = new Set()`.
 */
export function hasNothingToDo(view: View, { owner, isInstance }: Frame, { body }: FunctionWithBody): boolean {
  const { ts: typescript } = view;
  const only = typescript.isBlock(body) && body.statements.length === 1 ? body.statements[0] : undefined;
  if (!owner || !isInstance || !only || !typescript.isIfStatement(only) || only.elseStatement) return false;
  const field = sizeAskedFor(view, only.expression);
  return field !== undefined && isMadeEmpty(view, owner, field) && !isFilledByConstructor(view, owner, field);
}

/** The collection of which a condition asks whether it holds anything: `this.#pending.size > 0`, `this.queue.length`. */
function sizeAskedFor(view: View, condition: ts.Expression): string | undefined {
  const { ts: typescript } = view;
  const value = skipTransparent(typescript, condition);
  const size = typescript.isBinaryExpression(value) && value.operatorToken.kind === typescript.SyntaxKind.GreaterThanToken && value.right.getText() === '0' ? value.left : value;
  const access = memberAccess(typescript, size);
  return access && /^(size|length)$/.test(access.name) ? fieldOfThis(typescript, access.object) : undefined;
}

function isFilledByConstructor(view: View, owner: ts.ClassLikeDeclaration, field: string): boolean {
  const constructor = owner.members.find((member) => view.ts.isConstructorDeclaration(member) && member.body !== undefined);
  return constructor !== undefined && below(view.ts, constructor, 'access').some((node) => fieldOfThis(view.ts, node) === field);
}
