import { childOf, childrenOf, type Node } from '../syntax/node.ts';
import { isFunction, walkOwn } from '../syntax/walk.ts';
import type { Reason } from '../reasons.ts';
import { all, holdsRelease, underGuard, whatExpressionReleases, type Releases } from './what-expression-releases.ts';

/** A `finally` block read as a whole. */
export interface FinalizerFacts {
  /** There is a release in it, so it is a site at all. */
  readonly releases: boolean;
  /** It awaits, so the stack has to be an asynchronous one. */
  readonly awaits: boolean;
  /** Why it is not a list of releases and nothing else. */
  readonly reason: Reason | undefined;
}

/** Reads the block of a `finally`. */
export function whatFinalizerDoes(block: Node): FinalizerFacts {
  const releases = holdsRelease(block);
  const facts = releases ? whatStatementReleases(block) : undefined;
  const reason = facts && 'reason' in facts ? facts.reason : undefined;
  return { releases, awaits: releases && holdsOwn(block, isAwait), reason: releases ? jumps(block) ?? reason : undefined };
}

function jumps(block: Node): Reason | undefined {
  if (holdsOwn(block, (node) => node.type === 'YieldExpression')) return 'yield-in-finally';
  return holdsOwn(block, (node) => jumpTypes.has(node.type)) ? 'jump-in-finally' : undefined;
}

const jumpTypes: ReadonlySet<string> = new Set(['ReturnStatement', 'ThrowStatement', 'BreakStatement', 'ContinueStatement']);

function isAwait(node: Node): boolean {
  return node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node['await'] === true) || (node.type === 'VariableDeclaration' && node['kind'] === 'await using');
}

/** Does the function's own code below the node hold such a node? Nested functions do not count. */
export function holdsOwn(root: Node, test: (node: Node) => boolean): boolean {
  let found = false;
  walkOwn(root, (node) => {
    found ||= !(isFunction(node) && node === root) && test(node);
    return found ? 'skip' : undefined;
  });
  return found;
}

/** Reads one statement of a `finally` block: the paths it releases, or why it is more than a release. */
export function whatStatementReleases(statement: Node): Releases {
  switch (statement.type) {
    case 'EmptyStatement':
      return { released: [] };
    case 'ExpressionStatement':
      return expression(statement, 'expression');
    case 'BlockStatement':
      return all(childrenOf(statement, 'body').map(whatStatementReleases));
    case 'IfStatement':
      return ifStatement(statement);
    case 'ForOfStatement':
      return forOf(statement);
    case 'TryStatement':
      return tryStatement(statement);
    case 'VariableDeclaration':
      return whatExpressionReleases(statement);
    default:
      return { reason: 'finally-does-more' };
  }
}

function expression(statement: Node, field: string): Releases {
  const node = childOf(statement, field);
  return node ? whatExpressionReleases(node) : { reason: 'finally-does-more' };
}

function ifStatement(statement: Node): Releases {
  const test = childOf(statement, 'test');
  const then = childOf(statement, 'consequent');
  if (!test || !then) return { reason: 'finally-does-more' };
  if (childOf(statement, 'alternate')) return { reason: 'guard-not-null-check' };
  return underGuard(test, whatStatementReleases(then));
}

/** A loop over resources; what it releases is not a plain path, so no guard around it is a null check. */
function forOf(statement: Node): Releases {
  const body = childOf(statement, 'body');
  const declared = childOf(statement, 'left')?.type === 'VariableDeclaration';
  const release = body && declared && statement['await'] !== true ? whatStatementReleases(body) : undefined;
  if (!release) return { reason: 'finally-does-more' };
  return 'reason' in release ? release : { released: [] };
}

/** Nested `try { release } finally { release }`; a `catch` may only ignore the error. */
function tryStatement(statement: Node): Releases {
  const block = childOf(statement, 'block');
  const caught = childOf(statement, 'handler');
  const caughtBody = caught && childOf(caught, 'body');
  const last = childOf(statement, 'finalizer');
  if (!block) return { reason: 'finally-does-more' };
  if (caughtBody && childrenOf(caughtBody, 'body').length > 0) return { reason: 'stop-error-handled' };
  return all([block, ...(last ? [last] : [])].map(whatStatementReleases));
}
