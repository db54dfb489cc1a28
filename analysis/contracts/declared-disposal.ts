import type ts from 'typescript';
import type { View } from '../view.ts';

/**
 * Whether a type may have a member `[Symbol.dispose]` or `[Symbol.asyncDispose]`: asked before its members are put together, which takes long for
 * types of many. Of classes and interfaces the declarations tell, by the syntax of their members' names; of any other type nothing is said.
 */
export function mayBeDisposable(view: View, type: ts.Type): boolean {
  return view.remember('mayBeDisposable', type, () => compute(view, type));
}

function compute(view: View, type: ts.Type): boolean {
  const { TypeFlags, ObjectFlags } = view.ts;
  if (type.isUnion()) return type.types.every((part) => mayBeDisposable(view, part));
  if (type.isIntersection()) return type.types.some((part) => mayBeDisposable(view, part));
  if (type.flags & TypeFlags.TypeParameter) return isPresent(type.getConstraint(), (constraint) => mayBeDisposable(view, constraint));
  if (!(type.flags & TypeFlags.Object)) return true;
  const { target } = type as ts.TypeReference;
  if ((type as ts.ObjectType).objectFlags & ObjectFlags.Reference && target !== type) return mayBeDisposable(view, target);
  if (!type.isClassOrInterface()) return true;
  return !(type.symbol.declarations ?? []).every((declaration) => hasClearNames(view, declaration)) || view.types.baseTypesOf(type).some((base) => mayBeDisposable(view, base));
}

function isPresent<Value>(value: Value | undefined, test: (value: Value) => boolean): boolean {
  return value !== undefined && test(value);
}

/** No member has a name that may be one of the two symbols. JavaScript declares members by assignments, which say less. */
function hasClearNames(view: View, declaration: ts.Declaration): boolean {
  const { ts: typescript } = view;
  if (!typescript.isClassLike(declaration) && !typescript.isInterfaceDeclaration(declaration)) return declaration.getSourceFile().isDeclarationFile;
  if (declaration.flags & typescript.NodeFlags.JavaScriptFile) return false;
  return declaration.members.every(({ name }) => !name || !typescript.isComputedPropertyName(name) || isOther(view, name.expression));
}

/** `[Symbol.iterator]`, `['name']`, `[captureRejectionSymbol]` */
function isOther(view: View, expression: ts.Expression): boolean {
  const { ts: typescript } = view;
  if (typescript.isStringLiteralLike(expression) || typescript.isNumericLiteral(expression)) return true;
  if (typescript.isPropertyAccessExpression(expression) && typescript.isIdentifier(expression.expression) && expression.expression.text === 'Symbol') return !disposeSymbols.has(expression.name.text);
  const type = view.types.typeOf(expression);
  return !view.types.isAny(type) && !disposeSymbols.has(view.types.symbolOfType(type)?.name ?? '');
}

const disposeSymbols: ReadonlySet<string> = new Set(['dispose', 'asyncDispose']);
