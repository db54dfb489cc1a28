import type ts from 'typescript';
import { memberAccess, skipTransparent } from './syntax.ts';
import type { TypeScript, View } from './view.ts';

/** Whether a type, as it is written, is of values that are no objects: nothing that could be released or waited for. */
function isPlain(typescript: TypeScript, type: ts.TypeNode): boolean {
  const { SyntaxKind } = typescript;
  if (typescript.isUnionTypeNode(type)) return type.types.every((part) => isPlain(typescript, part));
  return [SyntaxKind.StringKeyword, SyntaxKind.NumberKeyword, SyntaxKind.BooleanKeyword, SyntaxKind.BigIntKeyword, SyntaxKind.VoidKeyword, SyntaxKind.UndefinedKeyword, SyntaxKind.NeverKeyword, SyntaxKind.LiteralType, SyntaxKind.TypePredicate].includes(type.kind);
}

/** A plain value, or a promise of one. */
export function isPlainInTheEnd(typescript: TypeScript, type: ts.TypeNode): boolean {
  const awaited = typescript.isTypeReferenceNode(type) && type.typeName.getText() === 'Promise' && type.typeArguments?.length === 1 ? type.typeArguments[0]! : type;
  return isPlain(typescript, awaited);
}

/** Whether, by what every declaration of its callee says, a call returns no promise: then no overload is chosen, and no argument checked. `this` is what the call is made on. */
export function returnsNoPromise(view: View, call: ts.Expression): boolean {
  const { ts: typescript } = view;
  if (!typescript.isCallExpression(call)) return false;
  const callee = skipTransparent(typescript, call.expression);
  const access = memberAccess(typescript, callee);
  if (!access && !typescript.isIdentifier(callee)) return false;
  const declarations = view.types.symbolOf(access?.nameNode ?? callee)?.declarations ?? [];
  return declarations.length > 0 && declarations.every((declaration) => {
    const type = typescript.isFunctionLike(declaration) ? declaration.type : undefined;
    if (!type) return false;
    if (typescript.isThisTypeNode(type)) return access !== undefined && !view.types.isThenable(view.types.valueTypeOf(access.object));
    return isPlain(typescript, type) || typescript.isArrayTypeNode(type) || typescript.isTupleTypeNode(type);
  });
}
