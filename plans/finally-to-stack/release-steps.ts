import { childOf, childrenOf, rangeOf, type Node, type Range } from '../syntax/node.ts';
import { isCall, unwrap } from '../syntax/expression.ts';
import { whatStatementReleases } from './what-finalizer-does.ts';

/** One statement of a `finally` block that releases what one variable holds. */
export interface ReleaseStep extends Range {
  readonly variable: string;
  /** The call, when the statement is nothing but that call, guarded or not. */
  readonly call: Range | undefined;
  readonly awaited: boolean;
  /** A null check of the variable stands in front of the call. */
  readonly guarded: boolean;
}

/** The releases of a `finally` block one by one; undefined when one of its statements belongs to no single variable. */
export function releaseSteps(block: Node): readonly ReleaseStep[] | undefined {
  const steps = childrenOf(block, 'body').filter(({ type }) => type !== 'EmptyStatement').map(stepsOf);
  return steps.every((step) => step !== undefined) ? steps.flat() : undefined;
}

function stepsOf(statement: Node): readonly ReleaseStep[] | undefined {
  if (statement.type === 'BlockStatement') return releaseSteps(statement);
  if (statement.type === 'TryStatement' && !childOf(statement, 'handler')) return stepsOfParts([childOf(statement, 'block'), childOf(statement, 'finalizer')]);
  const releases = statement.type === 'ForOfStatement' ? undefined : whatStatementReleases(statement);
  const paths = new Set(releases && 'released' in releases ? releases.released : []);
  const [variable] = paths;
  if (!variable || paths.size > 1 || !/^[\w$]+$/.test(variable) || variable === 'this') return undefined;
  return [{ ...rangeOf(statement), variable, ...callOf(statement) }];
}

/** `try { release } finally { release }` isolates two releases, as a stack does. */
function stepsOfParts(parts: readonly (Node | undefined)[]): readonly ReleaseStep[] | undefined {
  const steps = parts.map((part) => part && releaseSteps(part));
  return steps.every((step) => step !== undefined) ? steps.flat() : undefined;
}

function callOf(statement: Node): Pick<ReleaseStep, 'call' | 'awaited' | 'guarded'> {
  const inner = unwrap(withoutGuard(statement) ?? childOf(statement, 'expression') ?? statement);
  const awaited = inner.type === 'AwaitExpression';
  const call = awaited ? unwrap(childOf(inner, 'argument') ?? inner) : inner;
  return { call: isCall(call) && !isHandled(call) ? rangeOf(call) : undefined, awaited, guarded: isGuarded(statement) };
}

function isGuarded(statement: Node): boolean {
  return statement.type === 'IfStatement' || childOf(statement, 'expression')?.type === 'LogicalExpression';
}

/** The expression behind `if (x)` or `x &&`. */
function withoutGuard(statement: Node): Node | undefined {
  const expression = childOf(statement, 'expression');
  if (expression?.type === 'LogicalExpression') return childOf(expression, 'right');
  return statement.type === 'IfStatement' ? soleExpression(childOf(statement, 'consequent')) : undefined;
}

function soleExpression(statement: Node | undefined): Node | undefined {
  if (statement?.type !== 'BlockStatement') return statement && childOf(statement, 'expression');
  const [only, ...rest] = childrenOf(statement, 'body');
  return rest.length === 0 ? only && childOf(only, 'expression') : undefined;
}

/** `release().catch(() => {})`: what is called last is not the release. */
function isHandled(call: Node): boolean {
  const receiver = childOf(childOf(call, 'callee') ?? call, 'object');
  return receiver !== undefined && isCall(unwrap(receiver));
}
