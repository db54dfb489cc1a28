import type ts from 'typescript';
import { releasedBy, type Released } from './contracts/calls.ts';
import { frameworkTeardowns, releaseVerbPrefixes, teardownVerbs } from './contracts/verbs.ts';
import { acquiresSomething } from './contracts/touches.ts';
import { callbackCompletion, completionOf } from './flow/completion.ts';
import { releaseText } from './resources.ts';
import type { CompletionFate, ReleaseStory, Surroundings } from './story.ts';
import { enclosingClass, enclosingFunction, hasModifier, isAsync, isThis, isWithin, memberAccess, memberName, nameOf, outermost, skipTransparent } from './syntax.ts';
import type { View } from './view.ts';

/** Every release call of a file whose end can be waited for, with what becomes of that end. */
export function releasesOf(view: View, file: ts.SourceFile): readonly ReleaseStory[] {
  const found: ReleaseStory[] = [];
  const visit = (node: ts.Node): void => {
    const released = releasedBy(view, node);
    const story = released && storyOf(view, released);
    if (story) found.push(story);
    view.ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function storyOf(view: View, released: Released): ReleaseStory | undefined {
  const { call, object, contract } = released;
  const completion = completionKind(view, released);
  if (!completion) return undefined;
  const fate = completion === 'promise' ? completionOf(view, call) : callbackCompletion(view, call, object, released.release.event);
  const name = nameOf(skipTransparent(view.ts, object));
  return { resource: { name, contract, releaseText: releaseText(contract, name) }, node: call, completion, fate, surroundings: surroundingsOf(view, released, fate) };
}

/** The type of this very call decides; a contract adds what a type cannot tell: that the end comes by callback or event. */
function completionKind(view: View, { call, release }: Released): ReleaseStory['completion'] | undefined {
  const type = view.types.typeOf(call);
  if (view.types.isAny(type)) {
    view.bailOuts.push({ reason: 'any receiver', file: call.getSourceFile().fileName, start: call.getStart() });
    return undefined;
  }
  if (view.types.isThenable(type)) return 'promise';
  if (release.completion === 'callback') return 'callback';
  return release.completion === 'event' && release.promiseForm !== undefined ? 'event' : undefined;
}

function surroundingsOf(view: View, { call, object }: Released, fate: CompletionFate): Surroundings {
  const scope = enclosingFunction(view.ts, call);
  return {
    canAwait: canAwait(view, scope),
    isStatement: isStatement(view, call),
    inFinally: isInFinally(view, call, scope),
    inTeardown: isTeardown(view, scope),
    inSyncDispose: memberName(view.ts, (scope as ts.MethodDeclaration).name) === 'Symbol.dispose',
    before: whatFollows(view, call, object, scope),
    ownEvent: isOwnEvent(view, call, object),
    voidSlot: isVoidSlot(view, scope, fate),
  };
}

function canAwait(view: View, scope: ts.Node): boolean {
  if (view.ts.isSourceFile(scope)) return view.ts.isExternalModule(scope);
  if (isAsync(view.ts, scope)) return true;
  const declared = (scope as ts.FunctionLikeDeclaration).type;
  return declared !== undefined && /^Promise(Like)?</.test(declared.getText());
}

function isStatement(view: View, call: ts.CallExpression): boolean {
  const { parent } = outermost(view.ts, call);
  return view.ts.isExpressionStatement(parent) || (view.ts.isVoidExpression(parent) && view.ts.isExpressionStatement(parent.parent));
}

function isInFinally(view: View, node: ts.Node, scope: ts.Node): boolean {
  for (let at = node; at !== scope && at.parent; at = at.parent) {
    if (view.ts.isTryStatement(at.parent) && at.parent.finallyBlock === at) return true;
  }
  return false;
}

const hooks = new Map(frameworkTeardowns.map((hook) => [hook.method, hook]));

/** A teardown, or a function named after a release verb. */
export function isTeardown(view: View, scope: ts.Node): boolean {
  const name = functionNameOf(view, scope);
  if (name === undefined) return false;
  if (teardownVerbs.has(name) || hooks.has(name) || name.startsWith('Symbol.')) return true;
  return releaseVerbPrefixes.some((prefix) => name.startsWith(prefix) && /^([A-Z_]|$)/.test(name.slice(prefix.length)));
}

function functionNameOf(view: View, scope: ts.Node): string | undefined {
  const own = memberName(view.ts, (scope as ts.FunctionLikeDeclaration).name);
  if (own !== undefined) return own;
  const { parent } = scope;
  return parent && (view.ts.isVariableDeclaration(parent) || view.ts.isPropertyAssignment(parent) || view.ts.isPropertyDeclaration(parent)) ? memberName(view.ts, parent.name) : undefined;
}

/** What the path reaches next: the statements after the release, outwards to the end of the function. */
function whatFollows(view: View, call: ts.CallExpression, object: ts.Expression, scope: ts.Node): Surroundings['before'] {
  const { ts: typescript } = view;
  let nearest = true;
  for (let at: ts.Node = call; at !== scope && at.parent; at = at.parent) {
    const list = statementsAround(view, at);
    if (!list) continue;
    const rest = list.slice(list.indexOf(at as ts.Statement) + 1);
    if (rest.some((statement) => isProcessExit(view, statement))) return 'process exit';
    const [next] = rest;
    if (nearest && next) {
      if (typescript.isThrowStatement(next)) return 'throw';
      if (typescript.isReturnStatement(next)) return 'return';
      if (replaces(view, rest.slice(0, 3), object)) return 'replacement';
    }
    if (next) nearest = false;
    const jump = rest.find((statement) => typescript.isThrowStatement(statement) || typescript.isReturnStatement(statement));
    if (jump) return undefined;
  }
  return undefined;
}

function statementsAround(view: View, node: ts.Node): readonly ts.Statement[] | undefined {
  const { parent } = node;
  if (!view.ts.isStatement(node)) return undefined;
  return view.ts.isBlock(parent) || view.ts.isCaseOrDefaultClause(parent) || view.ts.isSourceFile(parent) ? parent.statements : undefined;
}

function isProcessExit(view: View, statement: ts.Statement): boolean {
  if (!view.ts.isExpressionStatement(statement) || !view.ts.isCallExpression(statement.expression)) return false;
  const access = memberAccess(view.ts, statement.expression.expression);
  return access?.object.getText() === 'process' && (access.name === 'exit' || access.name === 'abort');
}

/** The same variable or field gets a fresh resource right after. */
function replaces(view: View, statements: readonly ts.Statement[], object: ts.Expression): boolean {
  const target = skipTransparent(view.ts, object).getText();
  return statements.some((statement) => {
    if (!view.ts.isExpressionStatement(statement) || !view.ts.isBinaryExpression(statement.expression)) return false;
    const { left, right, operatorToken } = statement.expression;
    return operatorToken.kind === view.ts.SyntaxKind.EqualsToken && left.getText() === target && acquiresSomething(view, right);
  });
}

/** `this.on('error', () => this.stop())`, `client.on('end', () => client.close())`. */
function isOwnEvent(view: View, call: ts.CallExpression, object: ts.Expression): boolean {
  const { ts: typescript } = view;
  for (let scope = enclosingFunction(typescript, call); typescript.isArrowFunction(scope) || typescript.isFunctionExpression(scope); scope = enclosingFunction(typescript, scope)) {
    const value = outermost(typescript, scope);
    const own = skipTransparent(typescript, object);
    if (typescript.isCallExpression(value.parent)) {
      const access = memberAccess(typescript, value.parent.expression);
      if (!access || !['on', 'once', 'addListener', 'addEventListener'].includes(access.name)) continue;
      if (access.object.getText() === own.getText() || (isThis(typescript, own) && access.object.getText() !== 'process')) return true;
    }
    if (typescript.isBinaryExpression(value.parent) && /\.on[a-zA-Z]+$/.test(value.parent.left.getText())) {
      if (isThis(typescript, own) || value.parent.left.getText().startsWith(`${own.getText()}.`)) return true;
    }
  }
  return false;
}

const cleanUpHosts = /^(use\w*Effect|onUnmounted|onBeforeUnmount|onScopeDispose|onDestroy|onCleanup|onMounted|onMount|effect|watchEffect)$/;

/** The host declares the slot void and cannot wait (rules.md, "Mainstream code", rule 5). */
function isVoidSlot(view: View, scope: ts.Node, fate: CompletionFate): boolean {
  const { ts: typescript } = view;
  if (typescript.isMethodDeclaration(scope)) return isVoidHook(view, scope);
  if (!typescript.isArrowFunction(scope) && !typescript.isFunctionExpression(scope)) return false;
  if (fate.kind === 'ignored' && fate.proven) return false;
  const value = outermost(typescript, scope);
  if (typescript.isCallExpression(value.parent)) return cleanUpHosts.test(value.parent.expression.getText());
  const returned = typescript.isReturnStatement(value.parent) || typescript.isArrowFunction(value.parent);
  if (!returned) return false;
  const outer = outermost(typescript, enclosingFunction(typescript, scope) as unknown as ts.Expression);
  return typescript.isCallExpression(outer.parent) && cleanUpHosts.test(outer.parent.expression.getText());
}

function isVoidHook(view: View, method: ts.MethodDeclaration): boolean {
  const name = memberName(view.ts, method.name) ?? '';
  const hook = hooks.get(name);
  if (hook) return !hook.awaited;
  const owner = enclosingClass(view.ts, method);
  if (!owner || name.startsWith('Symbol.') || !teardownVerbs.has(name)) return false;
  return (owner.heritageClauses ?? []).some((clause) => clause.types.some((type) => declaresVoid(view, type, name, owner)));
}

/** A base or interface outside the class declares the teardown to return nothing. */
function declaresVoid(view: View, base: ts.ExpressionWithTypeArguments, name: string, owner: ts.ClassLikeDeclaration): boolean {
  const member = view.types.memberOf(view.types.typeOf(base), name);
  const declaration = member?.declarations?.[0];
  if (!member || !declaration || isWithin(declaration, owner)) return false;
  if (hasModifier(view.ts, declaration, view.ts.SyntaxKind.AsyncKeyword)) return false;
  const [signature] = view.types.typeOfMember(member, base).getCallSignatures();
  return signature !== undefined && (view.types.returnTypeOf(signature).flags & view.ts.TypeFlags.Void) !== 0;
}
