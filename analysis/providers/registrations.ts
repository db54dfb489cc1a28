import type ts from 'typescript';
import { calleeEntry } from '../contracts/calls.ts';
import { factoryCalls, factoryProperties, factoryWrappers, tokenClasses } from '../contracts/provider-data.ts';
import { nameKey, originsOf } from '../origin.ts';
import { perView } from '../per-view.ts';
import { hasBody, memberAccess, memberName, methodCall, outermost, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { tokenOf, type Token } from './tokens.ts';

/** One entry of a container: what it makes, and under which token. */
export interface Registration {
  /** The call, or the property `useFactory`. */
  node: ts.CallExpression | ts.ObjectLiteralElementLike;
  /** The function or method that registers: `useFactory`, `asFunction`. */
  by: string;
  /** The function that makes the value; a class, where the container constructs it. */
  makes: FunctionWithBody | ts.Expression;
  token: Token | undefined;
}

export function registrationAt(view: View, node: ts.Node): Registration | undefined {
  const { ts: typescript } = view;
  if (typescript.isPropertyAssignment(node) || typescript.isMethodDeclaration(node)) return ofProperty(view, node);
  return typescript.isCallExpression(node) ? ofCall(view, node) : undefined;
}

/** `{ provide: TOKEN, useFactory: … }`, `new InjectionToken('name', { factory: … })` */
function ofProperty(view: View, node: ts.PropertyAssignment | ts.MethodDeclaration): Registration | undefined {
  const { ts: typescript } = view;
  const by = memberName(typescript, node.name) ?? '';
  const literal = node.parent;
  if (!typescript.isObjectLiteralExpression(literal) || !(factoryProperties.has(by) || (by === 'factory' && isOfToken(view, literal)))) return undefined;
  const makes = typescript.isMethodDeclaration(node) ? (hasBody(node) ? node : undefined) : functionOf(view, node.initializer);
  return makes && { node, by, makes, token: tokenOfLiteral(view, literal) };
}

function isOfToken({ ts: typescript }: View, { parent }: ts.ObjectLiteralExpression): boolean {
  return typescript.isNewExpression(parent) && tokenClasses.has(parent.expression.getText());
}

/** `provide: TOKEN` beside it, `container.register(TOKEN, { useFactory })`, or the name of the token that is made. */
function tokenOfLiteral(view: View, literal: ts.ObjectLiteralExpression): Token | undefined {
  const { ts: typescript } = view;
  const provide = literal.properties.find((property): property is ts.PropertyAssignment => typescript.isPropertyAssignment(property) && memberName(typescript, property.name) === 'provide');
  if (provide) return tokenOf(view, provide.initializer);
  const { parent } = literal;
  if (typescript.isNewExpression(parent)) return typescript.isVariableDeclaration(parent.parent) ? view.types.symbolOf(parent.parent.name) : undefined;
  const [first] = typescript.isCallExpression(parent) ? parent.arguments : [];
  return first && first !== literal ? tokenOf(view, first) : undefined;
}

/** `asFunction(f)`, `bind(TOKEN).toDynamicValue(f)`, `provideFactory('name', f)`, or a call that the settings name. */
function ofCall(view: View, call: ts.CallExpression): Registration | undefined {
  const by = memberAccess(view.ts, call.expression)?.name ?? call.expression.getText();
  const isClass = by === 'asClass' || by === 'provideClass';
  if (!isContainerCall(view, call, by) && !calleeEntry(view, call, configured(view))) return undefined;
  const makes = isClass ? call.arguments.at(by === 'asClass' ? 0 : 1) : firstOf(call.arguments, (argument) => functionOf(view, argument));
  return makes && { node: call, by, makes, token: tokenOfCall(view, call) };
}

function isContainerCall(view: View, call: ts.CallExpression, by: string): boolean {
  const from = Object.hasOwn(factoryCalls, by) ? factoryCalls[by] : undefined;
  const symbol = from && view.types.symbolOf(memberAccess(view.ts, call.expression)?.nameNode ?? call.expression);
  return symbol !== undefined && originsOf(view, symbol).some((origin) => origin.from === 'package' && from!.test(origin.package));
}

const configured = perView((view): ReadonlyMap<string, true> => new Map((view.settings.providers ?? []).map((name) => [nameKey(name), true as const])));

/** The name of the property that holds it, the argument of `bind()`, or the first argument. */
function tokenOfCall(view: View, call: ts.CallExpression): Token | undefined {
  const { ts: typescript } = view;
  const bound = methodCall(typescript, call);
  const bind = bound && skipTransparent(typescript, bound.object);
  if (bind && typescript.isCallExpression(bind)) return bind.arguments[0] && tokenOf(view, bind.arguments[0]);
  const { parent } = endOfChain(view, call);
  if (typescript.isPropertyAssignment(parent)) return memberName(typescript, parent.name);
  const [first] = call.arguments;
  return first && !functionOf(view, first) ? tokenOf(view, first) : undefined;
}

/** The expression at the end of a chain: `asFunction(f).singleton().disposer(g)`. */
function endOfChain(view: View, call: ts.CallExpression): ts.Expression {
  const value = outermost(view.ts, call);
  const access = value.parent;
  return view.ts.isPropertyAccessExpression(access) && view.ts.isCallExpression(access.parent) ? endOfChain(view, access.parent) : value;
}

/** A function that is written in a place, named there, or wrapped by what only decides how often it is called. */
function functionOf(view: View, node: ts.Expression): FunctionWithBody | undefined {
  const value = skipTransparent(view.ts, node);
  if (view.ts.isArrowFunction(value) || view.ts.isFunctionExpression(value)) return value;
  if (view.ts.isCallExpression(value)) return factoryWrappers.has(value.expression.getText()) ? firstOf(value.arguments, (argument) => functionOf(view, argument)) : undefined;
  if (!view.ts.isIdentifier(value)) return undefined;
  const declaration = view.types.symbolOf(value)?.valueDeclaration;
  if (declaration && view.ts.isFunctionDeclaration(declaration) && hasBody(declaration)) return declaration;
  const initializer = declaration && view.ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return initializer && (view.ts.isArrowFunction(initializer) || view.ts.isFunctionExpression(initializer)) ? initializer : undefined;
}

function firstOf<Found>(nodes: readonly ts.Expression[], find: (node: ts.Expression) => Found | undefined): Found | undefined {
  return nodes.map(find).find((found) => found !== undefined);
}
