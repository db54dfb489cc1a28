import type ts from 'typescript';
import { below } from '../nodes.ts';
import { allDescendants, fieldOfThis, hasBody, isWithin, memberName } from '../syntax.ts';
import type { View } from '../view.ts';
import { fieldsEndedAt } from './field-ends.ts';
import { type FieldNames, noteLocals } from './field-paths.ts';
import { classChain } from './teardown.ts';

/** A release of a field: always; under a condition that decides who owns it; or by somebody whom it is handed to. */
export interface ReleaseSite {
  node: ts.Node;
  how: 'always' | 'sometimes' | 'handed on';
}

/** Every place in the code of a class, and of what it extends in the program, that ends one of its fields. */
export function releaseSitesOf(view: View, owner: ts.ClassLikeDeclaration, field: string): readonly ReleaseSite[] {
  const classes = classChain(view, owner);
  return classes.flatMap((one) => one.members.flatMap((member) => sitesIn(view, owner, member, { classes, locals: new Map() }, field)));
}

function sitesIn(view: View, owner: ts.ClassLikeDeclaration, member: ts.ClassElement, names: FieldNames, field: string): readonly ReleaseSite[] {
  const sites: ReleaseSite[] = [];
  for (const node of below(view.ts, member, 'call', 'new', 'variable', 'binary', 'return')) {
    noteLocals(view, node, names);
    const end = fieldsEndedAt(view, node, names);
    if (!end?.paths.includes(field)) continue;
    sites.push({ node, how: end.how === 'handed on' ? 'handed on' : asksForOwner(view, owner, member, node, field) ? 'sometimes' : 'always' });
  }
  return sites;
}

/** A condition around a release, or one that leaves before it, which asks more than whether the field is set or the instance is in some state. */
function asksForOwner(view: View, owner: ts.ClassLikeDeclaration, member: ts.ClassElement, release: ts.Node, field: string): boolean {
  return below(view.ts, member, 'if', 'while', 'conditional', 'binary').some((node) => {
    const condition = conditionOver(view, node, release);
    return condition !== undefined && asked(view, condition).some((name) => name !== field && !isState(view, owner, name));
  });
}

/** The condition of a branch that holds the release, or that leaves the function before it. */
function conditionOver(view: View, node: ts.Node, release: ts.Node): ts.Expression | undefined {
  const { ts: typescript } = view;
  if (typescript.isIfStatement(node)) return (isWithin(release, node) && !isWithin(release, node.expression)) || (node.end <= release.pos && leaves(view, node.thenStatement)) ? node.expression : undefined;
  if (typescript.isConditionalExpression(node)) return isWithin(release, node.whenTrue) || isWithin(release, node.whenFalse) ? node.condition : undefined;
  return typescript.isBinaryExpression(node) && isWithin(release, node.right) && node.operatorToken.kind === typescript.SyntaxKind.AmpersandAmpersandToken ? node.left : undefined;
}

function leaves(view: View, statement: ts.Statement): boolean {
  return view.ts.isReturnStatement(statement) || view.ts.isThrowStatement(statement) || below(view.ts, statement, 'return').length > 0 || below(view.ts, statement, 'throw').length > 0;
}

/** The fields, and the names that are no fields, which a condition asks. */
function asked(view: View, condition: ts.Expression): readonly string[] {
  return [condition, ...allDescendants(view.ts, condition)].flatMap((node) => {
    const field = fieldOfThis(view.ts, node as ts.Expression);
    if (field !== undefined) return [field];
    const isName = view.ts.isIdentifier(node) && node.text !== 'undefined' && !(view.ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
    return isName ? [`${node.text} of the function`] : [];
  });
}

/** A field that other code than the constructor sets: whether the instance was started, or closed already. */
function isState(view: View, owner: ts.ClassLikeDeclaration, field: string): boolean {
  return owner.members.some((member) => hasBody(member) && !view.ts.isConstructorDeclaration(member) && (memberName(view.ts, member.name) === field || sets(view, member, field)));
}

function sets(view: View, member: ts.Node, field: string): boolean {
  return below(view.ts, member, 'binary').some((node) => node.operatorToken.kind === view.ts.SyntaxKind.EqualsToken && fieldOfThis(view.ts, node.left) === field);
}
