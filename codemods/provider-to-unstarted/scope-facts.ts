import type ts from 'typescript';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { stackTypeOf } from '../../analysis/ownership/stack.ts';
import { allDescendants, descendants, enclosingFunction, isAsync, isWithin, methodCall, outermost } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { ScopeFacts } from '../../plans/provider-to-unstarted/facts.ts';
import type { Reason } from '../../plans/reasons.ts';
import { withComments } from '../constructor-to-start/with-comments.ts';
import { endsWithDispose } from './ends-with-dispose.ts';
import type { MadeIn } from './made-in.ts';
import { resolveFacts, type Asked } from './resolve-facts.ts';

/** What a scope does with the container that it makes. */
export function scopeFacts(view: View, made: MadeIn): ScopeFacts {
  const { scope, statement, name } = made;
  const asked = questionsOf(view, made);
  const stack = stackOf(view, made);
  return {
    doubt: typeof asked === 'string' ? asked : !isOwner(view, made, stack) ? 'scope-not-owner' : handsOut(view, made) ? 'returns-before-release' : undefined,
    file: statement.getSourceFile().fileName,
    text: statement.getSourceFile().text,
    container: name.text,
    statement: { start: statement.getStart(), end: statement.end },
    from: withComments(view, statement).start,
    stack: stack?.getText(),
    hasScoped: allDescendants(view.ts, scope.body).some((node) => isScoped(view, node)),
    names: namesIn(view, scope),
    resolves: typeof asked === 'string' ? [] : asked.map((one) => resolveFacts(view, made, one, asked)),
  };
}

/** An async function, no generator, that ends the container with itself. */
function isOwner(view: View, made: MadeIn, stack: ts.Identifier | undefined): boolean {
  return isAsync(view.ts, made.scope) && !made.scope.asteriskToken && endsWithDispose(view, made, stack);
}

/** Whether it returns what may still need the container: a promise, or an object that it has not waited for. */
function handsOut({ ts: typescript, types }: View, { scope }: MadeIn): boolean {
  const { Object: object, Any, Unknown, Intersection, TypeParameter } = typescript.TypeFlags;
  return [...descendants(typescript, scope.body)].some((node) => {
    if (!typescript.isReturnStatement(node) || !node.expression || typescript.isAwaitExpression(node.expression)) return false;
    const type = types.typeOf(node.expression);
    return (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & (object | Any | Unknown | Intersection | TypeParameter)) !== 0);
  });
}

/** Every question to the container, or why it may be asked elsewhere. */
function questionsOf(view: View, { scope, name, registering }: MadeIn): readonly Asked[] | Reason {
  const { ts: typescript } = view;
  const asked: Asked[] = [];
  for (const node of referencesIn(view, view.types.symbolOf(name)!, scope)) {
    const value = outermost(typescript, node);
    const named = namedInCradle(view, value.parent);
    if (named) {
      asked.push(named);
      continue;
    }
    const method = methodCall(typescript, value.parent.parent);
    const isCall = method !== undefined && method.object === value;
    if (isCall && registering.includes(method.call) && asked.length === 0) continue;
    if (!isCall || !['resolve', 'dispose'].includes(method.name)) return 'container-handed-on';
    if (method.name === 'dispose') continue;
    const [key] = method.call.arguments;
    if (!key || !typescript.isStringLiteralLike(key)) return 'resolved-by-any-name';
    asked.push({ key: key.text, call: method.call });
  }
  return asked;
}

/** `container.cradle.database` */
function namedInCradle({ ts: typescript }: View, cradle: ts.Node): Asked | undefined {
  const access = cradle.parent;
  if (!typescript.isPropertyAccessExpression(cradle) || cradle.name.text !== 'cradle' || !typescript.isPropertyAccessExpression(access) || access.expression !== cradle) return undefined;
  return { key: access.name.text, call: access };
}

/** `await using stack = new AsyncDisposableStack();` in front of the container. */
function stackOf(view: View, { statement }: MadeIn): ts.Identifier | undefined {
  const { ts: typescript } = view;
  const { statements } = statement.parent;
  return statements.slice(0, statements.indexOf(statement)).filter(typescript.isVariableStatement).flatMap(({ declarationList }) => {
    const [declaration] = declarationList.declarations;
    const isAwaitUsing = (declarationList.flags & typescript.NodeFlags.AwaitUsing) === typescript.NodeFlags.AwaitUsing;
    return isAwaitUsing && declaration && typescript.isIdentifier(declaration.name) && stackTypeOf(view, declaration.name) === 'AsyncDisposableStack' ? [declaration.name] : [];
  }).at(-1);
}

function isScoped({ ts: typescript }: View, node: ts.Node): boolean {
  return typescript.isVariableDeclarationList(node) && (node.flags & typescript.NodeFlags.Using) !== 0;
}

/** The names that the scope declares or takes from around it; those of the functions in it mean nothing outside of them. */
function namesIn(view: View, scope: ts.Node): ReadonlySet<string> {
  const { ts: typescript } = view;
  return new Set(allDescendants(typescript, scope).flatMap((node) => {
    if (!typescript.isIdentifier(node) || isMemberName(view, node)) return [];
    const declaration = (typescript.isShorthandPropertyAssignment(node.parent) ? view.types.shorthandValueOf(node.parent) : view.types.symbolOf(node))?.valueDeclaration;
    const isInner = declaration !== undefined && declaration !== scope && isWithin(declaration, scope) && enclosingFunction(typescript, declaration) !== scope;
    return isInner ? [] : [node.text];
  }));
}

function isMemberName({ ts: typescript }: View, node: ts.Identifier): boolean {
  const { parent } = node;
  return (typescript.isPropertyAccessExpression(parent) && parent.name === node) || (typescript.isPropertyAssignment(parent) && parent.name === node) || (typescript.isBindingElement(parent) && parent.propertyName === node);
}
