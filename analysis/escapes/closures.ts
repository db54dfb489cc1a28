import type ts from 'typescript';
import { callbackMethod } from '../construction/runs-at-once.ts';
import { calleeBody } from '../contracts/calls.ts';
import { closureWithin, referencesIn } from '../ownership/references.ts';
import { isStack } from '../ownership/stack.ts';
import { below } from '../nodes.ts';
import { isWithin, memberAccess, memberName, methodCall, nameOf, outermost, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { keptIn } from './keeps.ts';
import { lifetimeOf } from './outlives.ts';
import type { Owned } from './owned.ts';
import { holderOf, isKeptBeyond, wayOfWork } from './values.ts';
import { certain, likely, type Way } from './way.ts';

const deepest = 4;

/** How a nested function that uses an owned value leaves the scope, or works on behind it; nothing when it stays. */
export function wayOfClosure(view: View, closure: ts.Node, owned: Owned, depth = 0): Way | undefined {
  const { ts: typescript } = view;
  if (depth > deepest) return undefined;
  if (typescript.isFunctionDeclaration(closure)) return closure.name && wayOfNamed(view, closure.name, closure, owned, depth);
  if (typescript.isMethodDeclaration(closure) && typescript.isObjectLiteralExpression(closure.parent)) return wayOfFunction(view, closure.parent, closure, owned, depth + 1);
  return typescript.isArrowFunction(closure) || typescript.isFunctionExpression(closure) ? wayOfFunction(view, closure, closure, owned, depth) : undefined;
}

/** How a function, or something that holds it, leaves the scope. */
function wayOfFunction(view: View, expression: ts.Expression, closure: ts.Node, owned: Owned, depth: number): Way | undefined {
  const { ts: typescript } = view;
  const value = outermost(typescript, expression);
  const { parent } = value;
  if (depth > deepest) return undefined;
  if (typescript.isReturnStatement(parent)) return certain('captured', value, 'the function returned here');
  const holder = holderOf(view, value);
  if (holder) return wayOfFunction(view, holder, closure, owned, depth + 1);
  if (typescript.isBinaryExpression(parent)) return parent.right === value && parent.operatorToken.kind === typescript.SyntaxKind.EqualsToken && isKeptBeyond(view, parent.left, owned) ? certain('captured', parent, `what '${nameOf(parent.left)}' keeps`) : undefined;
  if (typescript.isVariableDeclaration(parent) && typescript.isIdentifier(parent.name)) return wayOfNamed(view, parent.name, closure, owned, depth);
  if (typescript.isNewExpression(parent)) return wayInConstructor(view, value, closure, parent, owned, depth);
  if (!typescript.isCallExpression(parent)) return undefined;
  return parent.expression === value ? wayOfWork(view, parent, owned) : wayInCall(view, value, closure, parent, owned, depth);
}

/** A function with a name: called in the scope, or handed on. */
function wayOfNamed(view: View, name: ts.Identifier, closure: ts.Node, owned: Owned, depth: number): Way | undefined {
  const symbol = view.types.symbolOf(name);
  if (!symbol) return undefined;
  for (const reference of referencesIn(view, symbol, owned.scope)) {
    if (isWithin(reference, closure)) continue;
    const inner = closureWithin(view, reference, owned.scope);
    const way = inner ? wayOfClosure(view, inner, owned, depth + 1) : wayOfFunction(view, reference, closure, owned, depth + 1);
    if (way) return way;
  }
  return undefined;
}

function wayInConstructor(view: View, value: ts.Expression, closure: ts.Node, made: ts.NewExpression, owned: Owned, depth: number): Way | undefined {
  if (made.expression.getText() === 'Promise') return wayOfWork(view, made, owned);
  const body = calleeBody(view, made);
  if (!body) return likely(wayOfFunction(view, made, closure, owned, depth + 1));
  return keptIn(view, body, ((made.arguments ?? []) as readonly ts.Node[]).indexOf(value)) === 'instance' ? wayOfFunction(view, made, closure, owned, depth + 1) : undefined;
}

const timers: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'nextTick']);
const listens: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'prependListener', 'addEventListener', 'subscribe']);

function wayInCall(view: View, value: ts.Expression, closure: ts.Node, call: ts.CallExpression, owned: Owned, depth: number): Way | undefined {
  const callee = skipTransparent(view.ts, call.expression);
  const access = memberAccess(view.ts, callee);
  const name = access?.name ?? callee.getText();
  if (timers.has(name) && (!access || /^(process|window|globalThis|global)$/.test(access.object.getText()))) return isEnded(view, call, owned) ? undefined : certain('captured', call, `'${name}()', which runs it later`);
  const method = callbackMethod(view, call);
  if (method !== undefined) return wayInArrayMethod(view, closure, call, method, owned);
  if (access && isStack(view, access.object)) return lifetimeOf(view, access.object, owned) === 'outlives' ? certain('captured', call, `'${nameOf(access.object)}'`) : undefined;
  if (access && listens.has(name)) return wayOfListener(view, call, access.object, owned);
  const body = calleeBody(view, call);
  const kept = body && keptIn(view, body, call.arguments.indexOf(value));
  if (kept === 'outside') return certain('captured', call, `'${nameOf(callee)}', which keeps it`);
  if (kept === 'instance') return access && lifetimeOf(view, access.object, owned) === 'outlives' ? certain('captured', call, `'${nameOf(access.object)}', which keeps it`) : undefined;
  if (view.types.isThenable(view.types.typeOf(call))) return wayOfWork(view, call, owned);
  if (body) return undefined;
  const way = wayOfFunction(view, call, closure, owned, depth + 1);
  if (way) return likely(way);
  return access && lifetimeOf(view, access.object, owned) === 'outlives' && isUnknownHost(view, access.object) ? likely(certain('captured', call, `'${nameOf(callee)}', which may keep it`)) : undefined;
}

/** A receiver that is no value of the language itself, whose methods call their callbacks at once. */
function isUnknownHost(view: View, object: ts.Expression): boolean {
  const symbol = view.types.symbolOfType(view.types.valueTypeOf(object));
  const file = symbol?.declarations?.[0]?.getSourceFile();
  return file !== undefined && !view.program.isSourceFileDefaultLibrary(file);
}

/** `forEach(async …)` drops the promises, `map` hands them out. */
function wayInArrayMethod(view: View, closure: ts.Node, call: ts.CallExpression, method: string, owned: Owned): Way | undefined {
  if (!returnsPromise(view, closure)) return undefined;
  if (method === 'forEach') return certain('floating', call, nameOf(call.expression));
  return method === 'map' ? wayOfPromises(view, call, owned) : undefined;
}

function returnsPromise(view: View, closure: ts.Node): boolean {
  const [signature] = view.types.typeOf(closure).getCallSignatures();
  return signature !== undefined && view.types.isThenable(view.types.returnTypeOf(signature));
}

/** An array of promises is waited for by the `Promise.all` around it. */
function wayOfPromises(view: View, call: ts.CallExpression, owned: Owned): Way | undefined {
  const all = outermost(view.ts, call).parent;
  if (view.ts.isExpressionStatement(all)) return certain('floating', call, nameOf(call.expression));
  return view.ts.isCallExpression(all) && /^Promise\./.test(all.expression.getText()) ? wayOfWork(view, all, owned) : undefined;
}

/** A timer whose handle is cleared in the function, or handed to something that will. */
function isEnded(view: View, call: ts.CallExpression, owned: Owned): boolean {
  const { ts: typescript } = view;
  const { parent } = outermost(typescript, call);
  if (typescript.isExpressionStatement(parent) || typescript.isVoidExpression(parent)) return false;
  if (!typescript.isVariableDeclaration(parent)) return true;
  const symbol = view.types.symbolOf(parent.name);
  return symbol === undefined || referencesIn(view, symbol, owned.scope).some((reference) => typescript.isCallExpression(outermost(typescript, reference).parent)) || isUsingList(view, parent);
}

function isUsingList(view: View, declaration: ts.VariableDeclaration): boolean {
  return (declaration.parent.flags & view.ts.NodeFlags.BlockScoped & view.ts.NodeFlags.Using) === view.ts.NodeFlags.Using;
}

/** A listener on something that lives on: it may be called when the value has been released. */
function wayOfListener(view: View, call: ts.CallExpression, emitter: ts.Expression, owned: Owned): Way | undefined {
  const lifetime = lifetimeOf(view, emitter, owned);
  if (lifetime === 'within' || lifetime === 'itself' || isRemoved(view, call, emitter, owned)) return undefined;
  return certain('captured', call, `a listener of '${nameOf(emitter)}', which lives longer`);
}

/** Taken off again in the function, by a signal, or through the handle that the call returns. */
function isRemoved(view: View, call: ts.CallExpression, emitter: ts.Expression, { scope }: Owned): boolean {
  const { ts: typescript } = view;
  if (!typescript.isExpressionStatement(outermost(typescript, call).parent)) return true;
  const hasSignal = call.arguments.some((argument) => typescript.isObjectLiteralExpression(argument) && argument.properties.some((property) => memberName(typescript, property.name) === 'signal'));
  return hasSignal || below(typescript, scope, 'call').some((node) => {
    const method = methodCall(typescript, node);
    return method !== undefined && /^(off|remove\w*Listeners?|unsubscribe)$/.test(method.name) && method.object.getText() === emitter.getText();
  });
}
