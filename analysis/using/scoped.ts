import type ts from 'typescript';
import type { Contract } from '../contracts/contract.ts';
import { contractOfValue } from '../contracts/of-type.ts';
import { isStack } from '../ownership/stack.ts';
import { isUsing } from '../ownership/uses.ts';
import { callsThatMay } from '../named-calls.ts';
import { chosenBelow } from '../nodes.ts';
import { enclosingFunction, methodCall, nameOf, outermostAwaited, skipAwait, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

/** A value that a scope disposes: declared by `using`, or handed to the `use()` of a stack. */
export interface Scoped {
  /** The declaration, or the call of `use()`. */
  at: ts.VariableDeclaration | ts.CallExpression;
  name: string;
  /** What is disposed. */
  value: ts.Expression;
  /** The variable that holds it. */
  symbol: ts.Symbol | undefined;
  /** The function around it. */
  scope: ts.Node;
  /** Whether the scope waits for an async disposal. */
  waits: boolean;
  /** What is listed of its type. */
  contract: Contract | undefined;
}

const scopedOnes = callsThatMay((_view, name) => name === 'use', 'variable');

export function scopedValuesOf(view: View, file: ts.SourceFile): readonly Scoped[] {
  return view.remember('scopedValuesOf', file, () => chosenBelow(view.ts, file, scopedOnes(view, file)).flatMap((node) => declared(view, node) ?? registered(view, node) ?? []));
}

function declared(view: View, node: ts.Node): Scoped | undefined {
  const { ts: typescript } = view;
  if (!typescript.isVariableDeclaration(node) || !typescript.isVariableDeclarationList(node.parent) || !isUsing(view, node) || !node.initializer || !typescript.isIdentifier(node.name)) return undefined;
  const waits = (node.parent.flags & typescript.NodeFlags.AwaitUsing) === typescript.NodeFlags.AwaitUsing;
  return { at: node, name: node.name.text, value: node.initializer, symbol: view.types.symbolOf(node.name), scope: enclosingFunction(typescript, node), waits, contract: listed(view, node.name) };
}

function registered(view: View, node: ts.Node): Scoped | undefined {
  const { ts: typescript } = view;
  const method = methodCall(typescript, node);
  const value = method?.call.arguments[0];
  if (!method || !value || method.name !== 'use' || !isStack(view, method.object)) return undefined;
  const holder = holderOf(view, method.call) ?? skipTransparent(typescript, value);
  const symbol = typescript.isIdentifier(holder) ? view.types.symbolOf(holder) : undefined;
  const waits = view.types.symbolOfType(view.types.valueTypeOf(method.object))?.name === 'AsyncDisposableStack';
  return { at: method.call, name: nameOf(holder), value, symbol, scope: enclosingFunction(typescript, node), waits, contract: listed(view, value) };
}

/** The name in `const out = stack.use(createWriteStream(path))`. */
function holderOf(view: View, call: ts.CallExpression): ts.Expression | undefined {
  const { parent } = outermostAwaited(view.ts, call);
  return view.ts.isVariableDeclaration(parent) && view.ts.isIdentifier(parent.name) ? parent.name : undefined;
}

/** The contract of the catalogue or the settings; classes of the program are judged where they are written. */
function listed(view: View, node: ts.Expression): Contract | undefined {
  const known = contractOfValue(view, node);
  return known?.source === 'catalogue' ? known.contract : undefined;
}

/** The value that a variable was declared with. */
export function initializerOf(view: View, value: ts.Expression): { declaration: ts.VariableDeclaration; made: ts.Expression } | undefined {
  const name = skipAwait(view.ts, value);
  const declaration = view.ts.isIdentifier(name) ? view.types.symbolOf(name)?.valueDeclaration : undefined;
  if (!declaration || !view.ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  return { declaration, made: skipAwait(view.ts, declaration.initializer) };
}
