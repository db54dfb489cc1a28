import type ts from 'typescript';
import { below } from '../nodes.ts';
import { fieldOfThis, hasModifier, memberAccess, memberName, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/** What is asked of a collection that puts nothing into it. */
const reads: ReadonlySet<string> = new Set(['get', 'has', 'delete', 'clear', 'values', 'keys', 'entries', 'forEach', 'map', 'filter', 'find', 'some', 'every', 'includes', 'at', 'pop', 'shift', 'size', 'length']);

/**
 * Whether a field of a class is a collection that begins empty, that only the classes of a chain can reach, and that none of them fills:
 * what a teardown does with each of its members is then done to nothing.
 */
export function isNeverFilled(view: View, classes: readonly ts.ClassLikeDeclaration[], field: string): boolean {
  const owner = classes.find((one) => isMadeEmpty(view, one, field));
  return owner !== undefined && isOutOfReach(view, owner, field) && !classes.some((one) => fills(view, one, field));
}

/** `#pending = new Set()`, `readonly items: Item[] = []` */
export function isMadeEmpty(view: View, owner: ts.ClassLikeDeclaration, field: string): boolean {
  const { ts: typescript } = view;
  const member = memberNamed(view, owner, field);
  const value = member && typescript.isPropertyDeclaration(member) && member.initializer ? skipTransparent(typescript, member.initializer) : undefined;
  if (!value) return false;
  if (typescript.isArrayLiteralExpression(value)) return value.elements.length === 0;
  return typescript.isNewExpression(value) && (value.arguments ?? []).length === 0 && /^(Set|Map)$/.test(value.expression.getText());
}

function memberNamed({ ts: typescript }: View, owner: ts.ClassLikeDeclaration, field: string): ts.ClassElement | undefined {
  return owner.members.find((one) => memberName(typescript, one.name) === field);
}

function isOutOfReach(view: View, owner: ts.ClassLikeDeclaration, field: string): boolean {
  const { SyntaxKind } = view.ts;
  const member = memberNamed(view, owner, field)!;
  return field.startsWith('#') || hasModifier(view.ts, member, SyntaxKind.PrivateKeyword) || hasModifier(view.ts, member, SyntaxKind.ProtectedKeyword);
}

function fills(view: View, owner: ts.ClassLikeDeclaration, field: string): boolean {
  return below(view.ts, owner, 'access').some((node) => fieldOfThis(view.ts, node as ts.Expression) === field && !isRead(view, node));
}

/** `this.items.get(id)`, `this.items.size`, `for (const item of this.items)` */
function isRead(view: View, node: ts.Node): boolean {
  const { parent } = node;
  if (view.ts.isForOfStatement(parent)) return parent.expression === node;
  const access = memberAccess(view.ts, parent);
  return access !== undefined && access.object === node && reads.has(access.name);
}
