import type ts from 'typescript';
import { allDescendants, descendants, fieldOfThis, hasModifier, isThis } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import { constructorOf } from './constructor-of.ts';
import type { Unit } from './moves.ts';

/**
 * Whether what is constructed after a piece of work, and stays, may notice that the work comes later: it uses what the work made or changes what the work
 * was given; and a method of the class that begins work may use anything.
 */
export function dependsOn(view: View, owner: ts.ClassLikeDeclaration, units: readonly Unit[]): boolean {
  const order = inOrder(view, owner);
  return units.some((unit) => {
    const later = order.slice(order.indexOf(unit.node) + 1).filter((node) => !units.some((one) => one.node === node));
    return later.some((node) => meets(view, unit, node));
  });
}

/** Whether what a subclass constructs behind its base class may notice that work of the base comes later; its own work comes later as well. */
export function subclassNotices(view: View, subclass: ts.ClassLikeDeclaration, own: readonly Unit[], ofBase: readonly Unit[]): boolean {
  const staying = inOrder(view, subclass).filter((node) => !isSuperCall(view, node) && !own.some((unit) => unit.node === node));
  return ofBase.some((unit) => staying.some((node) => meets(view, unit, node)));
}

function isSuperCall({ ts: typescript }: View, node: ts.Node): boolean {
  return typescript.isExpressionStatement(node) && typescript.isCallExpression(node.expression) && node.expression.expression.kind === typescript.SyntaxKind.SuperKeyword;
}

/** What is evaluated when an instance is constructed. */
function inOrder(view: View, owner: ts.ClassLikeDeclaration): readonly ts.Node[] {
  const { ts: typescript } = view;
  const fields = owner.members.filter((member) => typescript.isPropertyDeclaration(member) && member.initializer && !hasModifier(typescript, member, typescript.SyntaxKind.StaticKeyword));
  return [...fields, ...(constructorOf(view, owner)?.body.statements ?? [])];
}

function meets(view: View, { node, call, field }: Unit, later: ts.Node): boolean {
  const isOwnCall = fieldOfThis(view.ts, call.expression) !== undefined;
  if (isOwnCall || handsOutThis(view, later)) return true;
  const touched = fieldsIn(view, allDescendants(view.ts, later));
  const given = fieldsIn(view, [...descendants(view.ts, node)]);
  return (field !== undefined && touched.has(field)) || [...fieldsIn(view, assignedIn(view, later))].some((name) => given.has(name));
}

/** `this` for anything but the access to one of its fields: handed on, or one of its methods called. */
function handsOutThis({ ts: typescript }: View, node: ts.Node): boolean {
  return allDescendants(typescript, node).some((one) => {
    if (!isThis(typescript, one)) return false;
    const access = one.parent;
    if (!typescript.isPropertyAccessExpression(access)) return true;
    return typescript.isCallExpression(access.parent) && access.parent.expression === access;
  });
}

function fieldsIn(view: View, nodes: readonly ts.Node[]): ReadonlySet<string> {
  return new Set(nodes.flatMap((node) => (view.ts.isPropertyAccessExpression(node) ? (fieldOfThis(view.ts, node) ?? []) : [])));
}

function assignedIn({ ts: typescript }: View, node: ts.Node): readonly ts.Node[] {
  return allDescendants(typescript, node).filter((one) => typescript.isPropertyAccessExpression(one) && typescript.isBinaryExpression(one.parent) && one.parent.left === one);
}
