import type ts from 'typescript';
import type { View } from '../../analysis/view.ts';
import type { SiteEdit } from '../../plans/edit.ts';

/** What takes the await of a value away, and the parentheses that it needed; nothing where the value is not awaited. */
export function withoutAwait({ ts: typescript }: View, value: ts.Expression): readonly SiteEdit[] | undefined {
  const wait = value.parent;
  if (!typescript.isAwaitExpression(wait)) return undefined;
  const file = value.getSourceFile().fileName;
  const around = typescript.isParenthesizedExpression(wait.parent) ? wait.parent : undefined;
  if (!around) return [{ file, start: wait.getStart(), end: value.getStart(), text: '' }];
  return [{ file, start: around.getStart(), end: value.getStart(), text: '' }, { file, start: value.end, end: around.end, text: '' }];
}

/** What makes `Promise<T>` a `T`; nothing for any other type. */
export function withoutPromise({ ts: typescript }: View, type: ts.TypeNode | undefined): readonly SiteEdit[] {
  if (!type || !typescript.isTypeReferenceNode(type) || type.typeName.getText() !== 'Promise' || type.typeArguments?.length !== 1) return [];
  const [inner] = type.typeArguments;
  const file = type.getSourceFile().fileName;
  return [{ file, start: type.getStart(), end: inner!.getStart(), text: '' }, { file, start: inner!.end, end: type.end, text: '' }];
}
