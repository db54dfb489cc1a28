import type ts from 'typescript';
import { sinksOf } from '../contracts/calls.ts';
import { frameworkTeardowns, teardownVerbs } from '../contracts/verbs.ts';
import { originOfDeclaration } from '../origin.ts';
import type { CompletionFate } from '../story.ts';
import { enclosingClass, enclosingFunction, hasModifier, isWithin, memberName, outermost } from '../syntax.ts';
import type { View } from '../view.ts';

/** Functions of view libraries whose callback, or the function that it returns, nobody awaits. */
const cleanUpHosts = /^(use\w*Effect|onUnmounted|onBeforeUnmount|onScopeDispose|onDestroy|onCleanup|onMounted|onMount|effect|watchEffect)$/;

/** What these call back runs while the process exits, which waits for nothing. */
const exitHosts: ReadonlySet<string> = new Set(['exitHook', 'onExit', 'onProcessExit', 'addExitHook']);

const hooks = new Map(frameworkTeardowns.map((hook) => [hook.method, hook]));

/** Whether a function fills a slot that its host declares void and cannot wait for (docs/clauses.md, rule 5). */
export function isVoidSlot(view: View, scope: ts.Node, fate: CompletionFate): boolean {
  const { ts: typescript } = view;
  if (typescript.isMethodDeclaration(scope)) return isVoidHook(view, scope);
  if (!typescript.isArrowFunction(scope) && !typescript.isFunctionExpression(scope)) return false;
  if (fate.kind === 'ignored' && fate.proven) return false;
  const { parent } = outermost(typescript, scope);
  if (typescript.isCallExpression(parent)) return isCleanUpHost(view, parent);
  if (!typescript.isReturnStatement(parent) && !typescript.isArrowFunction(parent)) return false;
  const maker = enclosingFunction(typescript, scope);
  if (!typescript.isArrowFunction(maker) && !typescript.isFunctionExpression(maker)) return false;
  const host = outermost(typescript, maker).parent;
  return typescript.isCallExpression(host) && isCleanUpHost(view, host);
}

/** `useEffect(…)`, or a method such as `destroyRef.onDestroy(…)` whose contract says that it calls back at the end. */
function isCleanUpHost(view: View, call: ts.CallExpression): boolean {
  const callee = call.expression;
  if (view.ts.isIdentifier(callee)) return cleanUpHosts.test(callee.text) || exitHosts.has(callee.text);
  return view.ts.isPropertyAccessExpression(callee) && cleanUpHosts.test(callee.name.text) && sinksOf(view, call).length > 0;
}

function isVoidHook(view: View, method: ts.MethodDeclaration): boolean {
  const name = memberName(view.ts, method.name) ?? '';
  const hook = hooks.get(name);
  if (hook) return !hook.awaited;
  const owner = enclosingClass(view.ts, method);
  if (!owner || name.startsWith('Symbol.') || !teardownVerbs.has(name)) return false;
  return (owner.heritageClauses ?? []).some((clause) => clause.types.some((type) => declaresVoid(view, type, name, owner)));
}

/** A base or interface outside the class declares the teardown to return nothing; a package may say `any` for it. */
function declaresVoid(view: View, base: ts.ExpressionWithTypeArguments, name: string, owner: ts.ClassLikeDeclaration): boolean {
  const { TypeFlags } = view.ts;
  const member = view.types.memberOf(view.types.typeOf(base), name);
  const declaration = member?.declarations?.[0];
  if (!member || !declaration || isWithin(declaration, owner)) return false;
  if (hasModifier(view.ts, declaration, view.ts.SyntaxKind.AsyncKeyword)) return false;
  const [signature] = view.types.typeOfMember(member, base).getCallSignatures();
  const nothing = originOfDeclaration(view, declaration).from === 'file' ? TypeFlags.Void : TypeFlags.Void | TypeFlags.Any | TypeFlags.Unknown;
  return signature !== undefined && (view.types.returnTypeOf(signature).flags & nothing) !== 0;
}
