import type ts from 'typescript';
import { directlyBelow } from '../nodes.ts';
import { hasBody, isAsync, memberName } from '../syntax.ts';
import type { View } from '../view.ts';

/**
 * Whether a class says that it is disposable, by an interface of that name which it implements, while its own `dispose()` waits for something: whoever knows
 * the class and drops that promise knows what he drops, whatever the class holds.
 */
export function saysDisposable(view: View, declaration: ts.ClassLikeDeclaration): boolean {
  const { ts: typescript } = view;
  const dispose = declaration.heritageClauses && declaration.members.find((member) => memberName(typescript, member.name) === 'dispose');
  if (!dispose || !hasBody(dispose) || !isAsync(typescript, dispose)) return false;
  return directlyBelow(typescript, dispose.body, 'await').length > 0 && implementsDisposable(view, declaration, new Set());
}

function implementsDisposable(view: View, declaration: ts.ClassLikeDeclaration | ts.InterfaceDeclaration, seen: Set<ts.Node>): boolean {
  if (seen.has(declaration)) return false;
  seen.add(declaration);
  const bases = (declaration.heritageClauses ?? []).flatMap((clause) => clause.types).flatMap((type) => view.types.symbolOf(type.expression)?.declarations ?? []);
  return bases.some((base) => {
    if (!view.ts.isClassLike(base) && !view.ts.isInterfaceDeclaration(base)) return false;
    return isDisposable(view, base) || implementsDisposable(view, base, seen);
  });
}

/** `interface Disposable { dispose(): void }` */
function isDisposable(view: View, declaration: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): boolean {
  if (!/^I?(Async)?Disposable$/.test(declaration.name?.text ?? '')) return false;
  return declaration.members.some((member: ts.ClassElement | ts.TypeElement) => memberName(view.ts, member.name) === 'dispose');
}
