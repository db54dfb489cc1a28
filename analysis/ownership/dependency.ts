import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { asksNothingAfterwards, isDoneWithArgument } from './asks-nothing.ts';
import { below, declaresVariable } from '../nodes.ts';
import type { Step } from '../story.ts';
import { enclosingFunction, fieldOfThis, isTransparent, methodCall, nameOf } from '../syntax.ts';
import type { View } from '../view.ts';

const mostNested = 3;

/** What is looked for: every use of a resource, or only one that means something once it has been released. */
interface Sought {
  name: string;
  afterRelease: boolean;
}

/**
 * Why a resource depends on another one inside a function or a class: it was built from it, or given it, itself or through a callback
 * that uses it. Both are named as the code calls them.
 */
export function dependencyOf(view: View, unit: ts.Node, dependent: string, on: string): Step | undefined {
  return useBy(view, unit, dependent, { name: on, afterRelease: false });
}

/** Why a resource may still need another one that has been released: what it was built from or given asks something of it. */
export function lastingDependencyOf(view: View, unit: ts.Node, dependent: string, on: string): Step | undefined {
  return useBy(view, unit, dependent, { name: on, afterRelease: true });
}

function useBy(view: View, unit: ts.Node, dependent: string, on: Sought): Step | undefined {
  for (const node of below(view.ts, unit, 'variable', 'field', 'binary', 'call')) {
    const given = argumentsFor(view, node, dependent, on);
    if (given?.parts.some((part) => mentions(view, part, on, 0, new Set()))) {
      return { start: node.getStart(), end: node.end, note: `'${dependent}' is ${given.how} '${on.name}'` };
    }
  }
  return undefined;
}

/** What a node gives to the dependent: the arguments of its construction, or of a call of one of its methods. */
function argumentsFor(view: View, node: ts.Node, dependent: string, on: Sought): { parts: readonly ts.Node[]; how: string } | undefined {
  const { ts: typescript } = view;
  if (typescript.isVariableDeclaration(node) && node.initializer && node.name.getText() === dependent) return { parts: [node.initializer], how: 'built from' };
  if (typescript.isPropertyDeclaration(node) && node.initializer && `this.${node.name.getText()}` === dependent) return { parts: [node.initializer], how: 'built from' };
  if (typescript.isBinaryExpression(node) && node.left.getText() === dependent && node.operatorToken.kind === typescript.SyntaxKind.EqualsToken) return { parts: [node.right], how: 'built from' };
  const method = methodCall(typescript, node);
  if (!method || textOf(view, method.object) !== dependent) return undefined;
  return { parts: method.call.arguments.filter((argument, index) => !on.afterRelease || textOf(view, argument) !== on.name || !isDoneWithArgument(view, method.call, index)), how: 'given' };
}

function textOf(view: View, node: ts.Expression): string {
  let inner = node;
  while (isTransparent(view.ts, inner)) inner = (inner as ts.ParenthesizedExpression).expression;
  return nameOf(inner);
}

/** Whether evaluating or calling a node touches the resource: by name, through a local constant, or through an own method. */
function mentions(view: View, node: ts.Node, on: Sought, depth: number, seen: Set<ts.Node>): boolean {
  if (depth > mostNested || seen.has(node)) return false;
  seen.add(node);
  if (mayBeCalled(node, on.name) && view.ts.isExpression(node) && !isPropertyName(view, node) && nameOf(node) === on.name) return !on.afterRelease || !asksNothingAfterwards(view, node);
  if (view.ts.isIdentifier(node) && throughConstant(view, node, on, depth, seen)) return true;
  if (fieldOfThis(view.ts, node as ts.Expression) !== undefined && throughMethod(view, node as ts.PropertyAccessExpression, on, depth, seen)) return true;
  return view.ts.forEachChild(node, (child) => mentions(view, child, on, depth, seen) || undefined) ?? false;
}

/** A cheap test before the text of a node is brought on one line: it ends as the name does. */
function mayBeCalled(node: ts.Node, name: string): boolean {
  const last = name.at(-1);
  return last === '…' || node.getSourceFile().text[node.end - 1] === last;
}

function isPropertyName(view: View, node: ts.Node): boolean {
  const { parent } = node;
  return (view.ts.isPropertyAccessExpression(parent) || view.ts.isPropertyAssignment(parent)) && parent.name === node;
}

function throughConstant(view: View, node: ts.Identifier, on: Sought, depth: number, seen: Set<ts.Node>): boolean {
  if (isPropertyName(view, node) || !declaresVariable(view.ts, node.getSourceFile(), node.text)) return false;
  const declaration = view.types.symbolOf(node)?.valueDeclaration;
  if (!declaration || !view.ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  if (enclosingFunction(view.ts, declaration).getSourceFile() !== node.getSourceFile()) return false;
  return mentions(view, declaration.initializer, on, depth + 1, seen);
}

function throughMethod(view: View, access: ts.PropertyAccessExpression, on: Sought, depth: number, seen: Set<ts.Node>): boolean {
  if (!view.ts.isPropertyAccessExpression(access)) return false;
  const body = isCallOf(view, access) ? calleeBody(view, access.parent) : methodBody(view, access);
  return body !== undefined && mentions(view, body, on, depth + 1, seen);
}

/** `this.handle()`, and not `register(this.handle)`. */
function isCallOf(view: View, access: ts.PropertyAccessExpression): access is ts.PropertyAccessExpression & { parent: ts.CallExpression } {
  return view.ts.isCallExpression(access.parent) && access.parent.expression === access;
}

function methodBody(view: View, access: ts.PropertyAccessExpression): ts.Node | undefined {
  const declaration = view.types.symbolOf(access.name)?.valueDeclaration;
  return declaration && view.ts.isMethodDeclaration(declaration) ? declaration.body : undefined;
}
