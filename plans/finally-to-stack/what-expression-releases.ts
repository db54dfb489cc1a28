import { childOf, childrenOf, type Node } from '../syntax/node.ts';
import { identifierName, isCall, isMember, pathOf, propertyName, unwrap } from '../syntax/expression.ts';
import { isFunction, walk } from '../syntax/walk.ts';
import type { Reason } from '../reasons.ts';
import { nullCheckedPath } from './null-check.ts';
import { disposeSymbols, isReleaseName } from './release-verbs.ts';

/** Either the paths that an expression or statement releases, or why it is more than a release. */
export type Releases = { readonly released: readonly string[] } | { readonly reason: Reason };

const more: Releases = { reason: 'finally-does-more' };
const combinators: ReadonlySet<string> = new Set(['all', 'allSettled']);

/** Reads an expression statement of a `finally` block: the paths it releases (empty for a release without a plain receiver), or the reason against it. */
export function whatExpressionReleases(expression: Node): Releases {
  const node = unwrap(expression);
  switch (node.type) {
    case 'AwaitExpression':
    case 'UnaryExpression':
      return node.type === 'UnaryExpression' && node['operator'] !== 'void' ? more : inner(node, 'argument');
    case 'LogicalExpression':
      return guarded(node);
    case 'ConditionalExpression':
      return holdsRelease(node) ? { reason: 'guard-not-null-check' } : more;
    case 'SequenceExpression':
      return all(childrenOf(node, 'expressions').map(whatExpressionReleases));
    case 'AssignmentExpression':
    case 'VariableDeclaration':
      return holdsRelease(node) ? { reason: 'release-result-used' } : more;
    case 'NewExpression':
      return promiseOfCallback(node);
    case 'CallExpression':
    case 'OptionalCallExpression':
      return call(node);
    default:
      return more;
  }
}

/** Several steps release together what each of them releases; the first reason wins. */
export function all(steps: readonly Releases[]): Releases {
  const refused = steps.find((step) => 'reason' in step);
  return refused ?? { released: steps.flatMap((step) => ('released' in step ? step.released : [])) };
}

/** A release under a condition is one only when the condition is a null check of what is released. */
export function underGuard(condition: Node, release: Releases): Releases {
  if ('reason' in release) return release;
  const checked = nullCheckedPath(condition);
  const fits = checked !== undefined && release.released.length > 0 && release.released.every((path) => path === checked || path.startsWith(`${checked}.`));
  return fits ? release : { reason: 'guard-not-null-check' };
}

/** Is there a call below the node that looks like a release? */
export function holdsRelease(node: Node): boolean {
  let found = false;
  walk(node, (child) => {
    found ||= isCall(child) && 'released' in call(child);
    return found ? 'skip' : undefined;
  });
  return found;
}

function inner(node: Node, field: string): Releases {
  const child = childOf(node, field);
  return child ? whatExpressionReleases(child) : more;
}

function guarded(node: Node): Releases {
  const condition = childOf(node, 'left');
  const release = inner(node, 'right');
  if (!condition || 'reason' in release) return release;
  return node['operator'] === '&&' ? underGuard(condition, release) : { reason: 'guard-not-null-check' };
}

function call(node: Node): Releases {
  const callee = childOf(node, 'callee');
  if (!callee) return more;
  const target = unwrap(callee);
  const args = childrenOf(node, 'arguments');
  if (!isMember(target)) return bareCall(identifierName(target), args);
  const receiver = childOf(target, 'object');
  if (!receiver) return more;
  const name = propertyName(target);
  if (name === 'catch') return withIgnoredError(receiver, args);
  if (combinators.has(name ?? '') && identifierName(receiver) === 'Promise') return everyElement(args);
  if (name === 'forEach') return eachOf(receiver, args);
  if (!isDisposeSymbol(target) && !isReleaseName(name?.replace(/^#/, '') ?? '')) return more;
  return args.some(isFunction) ? more : { released: pathsOf(receiver) };
}

function bareCall(name: string | undefined, args: readonly Node[]): Releases {
  if (!name || !isReleaseName(name) || args.some(isFunction)) return more;
  return { released: args.length > 0 ? args.flatMap(pathsOf) : [name] };
}

function pathsOf(node: Node): string[] {
  const path = pathOf(node);
  return path ? [path] : [];
}

function isDisposeSymbol(member: Node): boolean {
  const property = childOf(member, 'property');
  if (member['computed'] !== true || !property || !isMember(property)) return false;
  const owner = childOf(property, 'object');
  return identifierName(owner) === 'Symbol' && disposeSymbols.has(propertyName(property) ?? '');
}

function withIgnoredError(promise: Node, handlers: readonly Node[]): Releases {
  const release = whatExpressionReleases(promise);
  if ('reason' in release) return release;
  return handlers.length === 1 && handlers.every(doesNothing) ? release : { reason: 'stop-error-handled' };
}

/** A function that is empty or answers undefined. */
function doesNothing(handler: Node): boolean {
  const body = isFunction(handler) ? childOf(handler, 'body') : undefined;
  if (!body) return false;
  return body.type === 'BlockStatement' ? childrenOf(body, 'body').length === 0 : identifierName(body) === 'undefined';
}

function everyElement(args: readonly Node[]): Releases {
  const [list] = args;
  if (args.length !== 1 || !list) return more;
  if (list.type === 'ArrayExpression') return all(childrenOf(list, 'elements').map(whatExpressionReleases));
  const callee = isCall(list) ? childOf(list, 'callee') : undefined;
  const receiver = callee && isMember(callee) && propertyName(callee) === 'map' ? childOf(callee, 'object') : undefined;
  return receiver ? eachOf(receiver, childrenOf(list, 'arguments')) : more;
}

function eachOf(receiver: Node, args: readonly Node[]): Releases {
  const [callback] = args;
  const body = args.length === 1 && callback && isFunction(callback) ? soleExpression(callback) : undefined;
  const release = body ? whatExpressionReleases(body) : more;
  return 'reason' in release ? release : { released: pathsOf(receiver) };
}

function soleExpression(callback: Node): Node | undefined {
  const body = childOf(callback, 'body');
  if (!body || body.type !== 'BlockStatement') return body;
  const [statement, ...rest] = childrenOf(body, 'body');
  if (!statement || rest.length > 0) return undefined;
  return childOf(statement, statement.type === 'ReturnStatement' ? 'argument' : 'expression');
}

/** `new Promise((resolve) => server.close(resolve))`: the promise form of a release with a callback. */
function promiseOfCallback(node: Node): Releases {
  const [executor, ...rest] = childrenOf(node, 'arguments');
  if (identifierName(childOf(node, 'callee')) !== 'Promise' || rest.length > 0 || !executor || !isFunction(executor)) return more;
  const body = soleExpression(executor);
  const callee = body && isCall(body) ? childOf(body, 'callee') : undefined;
  if (!callee || !isMember(callee) || !isReleaseName(propertyName(callee) ?? '')) return more;
  const receiver = childOf(callee, 'object');
  return receiver ? { released: pathsOf(receiver) } : more;
}
