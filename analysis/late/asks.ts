import type ts from 'typescript';
import { frameworkStarts, verbPairs } from '../contracts/verbs.ts';
import { memberOfClasses } from '../ownership/field-paths.ts';
import { classChain, releasesOfTeardown } from '../ownership/teardown.ts';
import { below, declaresVariable } from '../nodes.ts';
import { allDescendants, enclosingFunction, fieldOfThis, hasBody, memberName, methodCall } from '../syntax.ts';
import type { View } from '../view.ts';

/** Words by which code speaks of an end that came meanwhile. They only ever silence a finding. */
const endWords = /abort|signal|cancel|stop|clos|dispos|destroy|disconnect|shut|terminat|ending|ended|alive|unmount|teardown/i;
const demanding = /^throwIf|assert|invariant|ensure/i;
const deepest = 3;

/** What a condition asks that a stop may have changed: fields of the instance, and names of an end. Nothing when it asks something else. */
export function askedBy(view: View, owner: ts.ClassLikeDeclaration, condition: ts.Node, depth = 0): readonly string[] {
  return [condition, ...allDescendants(view.ts, condition)].flatMap((node) => {
    if (!view.ts.isIdentifier(node) && !view.ts.isPrivateIdentifier(node)) return askedField(view, owner, node, depth);
    return endWords.test(node.text) ? [node.text] : askedVariable(view, owner, node, depth);
  });
}

/** `signal.throwIfAborted()`, `assert(!this.stopped)` */
export function demandedBy(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression): readonly string[] {
  const name = methodCall(view.ts, call)?.name ?? call.expression.getText();
  return demanding.test(name) ? askedBy(view, owner, call) : [];
}

function askedField(view: View, owner: ts.ClassLikeDeclaration, node: ts.Node, depth: number): readonly string[] {
  const field = fieldOfThis(view.ts, node as ts.Expression);
  if (field === undefined) return [];
  const member = memberOfClasses(view, classChain(view, owner), field);
  if (hasBody(member)) return depth < deepest ? askedBy(view, owner, member.body, depth + 1) : [];
  return changingFields(view, owner).has(field) ? [field] : [];
}

/** `const current = token === this.#token; if (!current) return;` */
function askedVariable(view: View, owner: ts.ClassLikeDeclaration, name: ts.Identifier | ts.PrivateIdentifier, depth: number): readonly string[] {
  const declaration = depth < deepest && declaresVariable(view.ts, name.getSourceFile(), name.text) ? view.types.symbolOf(name)?.valueDeclaration : undefined;
  if (!declaration || !view.ts.isVariableDeclaration(declaration) || !declaration.initializer || view.ts.isSourceFile(enclosingFunction(view.ts, declaration))) return [];
  return askedBy(view, owner, declaration.initializer, depth + 1);
}

/** Fields that a teardown speaks of, and those that other code than a start or the constructor assigns. */
function changingFields(view: View, owner: ts.ClassLikeDeclaration): ReadonlySet<string> {
  return view.remember('changingFields', owner, () => {
    const inTeardown = [...releasesOfTeardown(view, owner).code].flatMap((member) => below(view.ts, member, 'access').map((node) => fieldOfThis(view.ts, node)));
    const elsewhere = owner.members.flatMap((member) => allDescendants(view.ts, member).map((node) => changedMeanwhile(view, member, node)));
    return new Set([...inTeardown, ...elsewhere].filter((field) => field !== undefined));
  });
}

const starts: ReadonlySet<string> = new Set([...verbPairs.map((pair) => pair.start), ...frameworkStarts.map((hook) => hook.method)]);

/** Code that can run while a start waits: another method, or a callback. */
function isMeanwhile(view: View, member: ts.ClassElement, node: ts.Node): boolean {
  const begins = view.ts.isConstructorDeclaration(member) || starts.has(memberName(view.ts, member.name) ?? '');
  return !begins || enclosingFunction(view.ts, node) !== member;
}

function changedMeanwhile(view: View, member: ts.ClassElement, node: ts.Node): string | undefined {
  const field = changedField(view, node);
  return field !== undefined && isMeanwhile(view, member, node) ? field : undefined;
}

function changedField(view: View, node: ts.Node): string | undefined {
  const { ts: typescript } = view;
  if (typescript.isPrefixUnaryExpression(node) || typescript.isPostfixUnaryExpression(node)) return isCounting(view, node) ? fieldOfThis(typescript, node.operand) : undefined;
  return typescript.isBinaryExpression(node) && node.operatorToken.kind === typescript.SyntaxKind.EqualsToken ? fieldOfThis(typescript, node.left) : undefined;
}

function isCounting(view: View, { operator }: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): boolean {
  return operator === view.ts.SyntaxKind.PlusPlusToken || operator === view.ts.SyntaxKind.MinusMinusToken;
}
