import type ts from 'typescript';
import { memberAccess, outermost } from '../syntax.ts';
import type { View } from '../view.ts';

type StackType = 'DisposableStack' | 'AsyncDisposableStack';

const stackTypes: ReadonlySet<string> = new Set<StackType>(['DisposableStack', 'AsyncDisposableStack']);

/** Which of the two stacks an expression is. */
export function stackTypeOf(view: View, node: ts.Expression): StackType | undefined {
  const name = view.types.symbolOfType(view.types.valueTypeOf(node))?.name ?? '';
  return stackTypes.has(name) ? (name as StackType) : undefined;
}

/** Whether an expression is a `DisposableStack` or an `AsyncDisposableStack`. */
export function isStack(view: View, node: ts.Expression): boolean {
  return stackTypeOf(view, node) !== undefined;
}

/** Whether a `new` makes one: the class, or the host's declaration of it, tells. */
export function makesStack(view: View, node: ts.NewExpression): boolean {
  const symbol = view.types.symbolOf(node.expression);
  const declaration = symbol?.valueDeclaration;
  if (!symbol || !declaration || symbol.flags & view.ts.SymbolFlags.Class) return symbol ? stackTypes.has(symbol.name) : isStack(view, node);
  const [signature] = view.types.typeOfMember(symbol, declaration).getConstructSignatures();
  return signature !== undefined && stackTypes.has(view.types.symbolOfType(view.types.returnTypeOf(signature))?.name ?? '');
}

/** The stack, as the program calls it, that a function is handed to by `defer` or `adopt`. */
export function closureGivenToStack(view: View, closure: ts.Node): string | undefined {
  const { ts: typescript } = view;
  if (!typescript.isArrowFunction(closure) && !typescript.isFunctionExpression(closure)) return undefined;
  const call = outermost(typescript, closure).parent;
  if (!typescript.isCallExpression(call)) return undefined;
  const access = memberAccess(typescript, call.expression);
  return access && (access.name === 'defer' || access.name === 'adopt') && isStack(view, access.object) ? access.object.getText() : undefined;
}
