import type ts from 'typescript';
import { hasBody, type FunctionWithBody } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { SiteEdit } from '../../plans/edit.ts';
import type { Container } from './container-of.ts';
import { withoutPromise } from './without-await.ts';

/** The promise goes out of every type that the program has written for a key: the result of its provider, and the type of the container wherever it is named. */
export function unwrappedTypes(view: View, container: Container, key: string, maker: FunctionWithBody): readonly SiteEdit[] {
  return [...withoutPromise(view, maker.type), ...membersFor(view, container, key).flatMap(({ type }) => withoutPromise(view, type))];
}

/** Where the program has written what type a key has. */
export function membersFor(view: View, container: Container, key: string): readonly ts.PropertySignature[] {
  const declared = new Set(typesOf(view, container).flatMap((type) => view.types.memberOf(view.types.typeOf(type), key)?.declarations ?? []));
  return [...declared].filter((declaration): declaration is ts.PropertySignature => view.ts.isPropertySignature(declaration) && !declaration.getSourceFile().isDeclarationFile);
}

/** The argument of `createContainer`, what its providers say they are given, and the container that a function says it returns. */
function typesOf(view: View, { made, registered, value }: Container): readonly ts.TypeNode[] {
  return view.remember('typesOfContainer', made, () => {
    const parameters = [...registered.values()].flatMap(({ call }) => call.arguments.flatMap((argument) => (hasBody(argument) ? (argument.parameters[0]?.type ?? []) : [])));
    return [...(made.typeArguments ?? []), ...parameters, ...returned(view, value)];
  });
}

function returned({ ts: typescript }: View, value: ts.Expression): readonly ts.TypeNode[] {
  let at: ts.Node = value;
  while (!typescript.isFunctionLike(at) && !typescript.isSourceFile(at)) at = at.parent;
  return typescript.isFunctionLike(at) && at.type && typescript.isTypeReferenceNode(at.type) ? (at.type.typeArguments ?? []) : [];
}
