import type ts from 'typescript';
import { below } from '../nodes.ts';
import { fieldOfThis, memberName } from '../syntax.ts';
import type { View } from '../view.ts';
import { memberOfClasses } from './field-paths.ts';
import { isAssignment, isNothing } from './receiver.ts';
import { classChain } from './teardown.ts';

/** When something of an instance begins. */
export interface Beginning {
  /** The member that begins it, and those that this one calls. */
  members: ReadonlySet<ts.Node>;
  /** It begins with the instance itself. */
  atConstruction: boolean;
}

/** The member of a class in which a node stands, with what it calls; all that runs at construction counts as one. */
export function beginsAt(view: View, owner: ts.ClassLikeDeclaration, node: ts.Node): Beginning {
  const member = owner.members.find((one) => one.pos <= node.pos && node.end <= one.end);
  const atConstruction = member !== undefined && isConstruction(view, member);
  const first = atConstruction ? owner.members.filter((one) => isConstruction(view, one)) : member ? [member] : [];
  const members = new Set<ts.Node>();
  for (const one of first) collect(view, owner, one, members);
  return { members, atConstruction };
}

/** The members that give a field a value. */
export function assignedAt(view: View, owner: ts.ClassLikeDeclaration, field: string): readonly ts.Node[] {
  return owner.members.filter((member) => isGivenBy(view, member, field));
}

function isGivenBy(view: View, member: ts.ClassElement, field: string): boolean {
  const { ts: typescript } = view;
  if (typescript.isPropertyDeclaration(member) && memberName(typescript, member.name) === field) return member.initializer !== undefined && !isNothing(view, member.initializer);
  if (typescript.isConstructorDeclaration(member) && member.parameters.some((one) => typescript.isParameterPropertyDeclaration(one, member) && memberName(typescript, one.name) === field)) return true;
  return below(typescript, member, 'binary').some((node) => isAssignment(view, node) && fieldOfThis(typescript, node.left) === field && !isNothing(view, node.right));
}

function isConstruction(view: View, member: ts.ClassElement): boolean {
  return view.ts.isConstructorDeclaration(member) || (view.ts.isPropertyDeclaration(member) && member.initializer !== undefined && !view.ts.isFunctionLike(member.initializer));
}

function collect(view: View, owner: ts.ClassLikeDeclaration, member: ts.Node, members: Set<ts.Node>): void {
  if (members.has(member)) return;
  members.add(member);
  for (const node of below(view.ts, member, 'access')) {
    const name = view.ts.isPropertyAccessExpression(node) ? fieldOfThis(view.ts, node) : undefined;
    const called = name === undefined ? undefined : memberOfClasses(view, classChain(view, owner), name);
    if (called && !view.ts.isPropertyDeclaration(called)) collect(view, owner, called, members);
  }
}
