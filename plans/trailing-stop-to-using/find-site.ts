import { holdsOwn } from '../finally-to-stack/what-finalizer-does.ts';
import { writesTo } from '../finally-to-stack/acquisition.ts';
import type { Reason } from '../reasons.ts';
import { identifierName, unwrap } from '../syntax/expression.ts';
import { childOf, childrenOf, contains, rangeOf, type Node, type Range } from '../syntax/node.ts';
import { isFunction, walk, walkOwn } from '../syntax/walk.ts';
import type { TrailingResource, TrailingSite } from './site.ts';

/** A block with everything around it, innermost last. */
interface Block {
  readonly node: Node;
  readonly ancestors: readonly Node[];
}

/** A site and its block, or the reason against it. */
export type Found = { readonly site: TrailingSite; readonly block: Block } | { readonly reason: Reason };

/** Looks a resource up in the syntax of its file. */
export function findSite(program: Node, resource: TrailingResource): Found {
  if (resource.reason) return { reason: resource.reason };
  const block = blockOf(program, resource.name);
  if (!block) return { reason: 'release-not-in-block' };
  const statements = childrenOf(block.node, 'body');
  const at = (range: Range): Node | undefined => statements.find((statement) => contains(rangeOf(statement), range));
  const [declaration, begun, release] = [at(resource.name), at(resource.birth), at(resource.release)];
  const declarator = declaration && childrenOf(declaration, 'declarations').find((one) => contains(rangeOf(one), resource.name));
  const variable = declarator && identifierName(childOf(declarator, 'id'));
  if (!declaration || !release || !variable) return { reason: 'release-not-in-block' };
  if (release.type !== 'ExpressionStatement') return { reason: keepsResult.has(release.type) ? 'release-result-used' : 'release-not-in-block' };
  if (!begun || statements.indexOf(begun) > statements.indexOf(release)) return { reason: 'release-not-in-block' };
  const reason = whyNot({ variable, begun, release, statements, resource }, block);
  if (reason) return { reason };
  const { call, awaited } = callOf(release);
  const { start } = rangeOf(declaration);
  return {
    block,
    site: {
      resource, variable, block: rangeOf(block.node), declaration: rangeOf(declaration), begun: rangeOf(begun), release: rangeOf(release), awaited,
      keyword: childrenOf(declaration, 'declarations').length === 1 ? { start, end: start + String(declaration['kind']).length } : undefined,
      plain: rangeOf(call).start === resource.release.start && rangeOf(call).end === resource.release.end,
    },
  };
}

const keepsResult: ReadonlySet<string> = new Set(['VariableDeclaration', 'ReturnStatement', 'ThrowStatement']);

/** The innermost block that holds the name, when the name belongs to it and not to the head of a loop. */
function blockOf(program: Node, name: Range): Block | undefined {
  let found: Block | undefined;
  walk(program, (node, ancestors) => {
    if (!contains(rangeOf(node), name)) return 'skip';
    if (node.type === 'BlockStatement' || node.type === 'Program') found = { node, ancestors: [...ancestors] };
    return undefined;
  });
  return found && childrenOf(found.node, 'body').some((statement) => statement.type === 'VariableDeclaration' && contains(rangeOf(statement), name)) ? found : undefined;
}

function callOf(release: Node): { readonly call: Node; readonly awaited: boolean } {
  const expression = unwrap(childOf(release, 'expression') ?? release);
  const awaited = expression.type === 'AwaitExpression';
  return { call: awaited ? unwrap(childOf(expression, 'argument') ?? expression) : expression, awaited };
}

interface Parts {
  readonly variable: string;
  readonly begun: Node;
  readonly release: Node;
  readonly statements: readonly Node[];
  readonly resource: TrailingResource;
}

function whyNot({ variable, begun, release, statements, resource }: Parts, block: Block): Reason | undefined {
  const { awaited } = callOf(release);
  if (writesTo(block.node, variable).length > 0) return 'reassigned';
  if (resource.type?.thenable === true && !awaited) return 'release-not-awaited';
  if (!isOnlyRelease(release, resource.release)) return 'release-result-used';
  const between = statements.slice(statements.indexOf(begun) + 1, statements.indexOf(release));
  if (between.some(returnsPromise)) return 'returns-before-release';
  return placeReason(block, awaited || holdsOwn(release, isAwait));
}

/** The statement is the release itself, or what waits for it or handles its failure: not `done(x.stop())`, not `x.stop().then(done)`, not `log(1), x.stop()`. */
function isOnlyRelease(statement: Node, release: Range): boolean {
  let node: Node | undefined = childOf(statement, 'expression');
  while (node && !isAt(node, release)) {
    node = wrappers.has(node.type) ? childOf(node, 'argument') ?? childOf(node, 'expression') : caught(node);
  }
  return node !== undefined;
}

const wrappers: ReadonlySet<string> = new Set(['AwaitExpression', 'UnaryExpression', 'ParenthesizedExpression', 'TSNonNullExpression', 'TSAsExpression', 'TSSatisfiesExpression']);

/** The promise that `.catch(…)` is called on. */
function caught(node: Node): Node | undefined {
  const callee = node.type === 'CallExpression' ? childOf(node, 'callee') : undefined;
  const property = callee && childOf(callee, 'property');
  return property && identifierName(property) === 'catch' ? childOf(callee, 'object') : undefined;
}

function isAt(node: Node, { start, end }: Range): boolean {
  const range = rangeOf(node);
  return range.start === start && range.end === end;
}

function isAwait({ type }: Node): boolean {
  return type === 'AwaitExpression';
}

const harmless: ReadonlySet<string> = new Set(['AwaitExpression', 'StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'NullLiteral', 'Literal', 'TemplateLiteral', 'ObjectExpression', 'ArrayExpression', 'BinaryExpression', 'UnaryExpression']);

/** An early `return p` hands out a promise; the scope would release before it settles, where nothing released at all. */
function returnsPromise(statement: Node): boolean {
  let found = false;
  walkOwn(statement, (node) => {
    if (isFunction(node)) return 'skip';
    const value = node.type === 'ReturnStatement' ? childOf(node, 'argument') : undefined;
    found ||= value !== undefined && !harmless.has(unwrap(value).type);
    return undefined;
  });
  return found;
}

function placeReason({ node, ancestors }: Block, needsAwait: boolean): Reason | undefined {
  const owner = ancestors.findLast((one) => isFunction(one) || one.type === 'StaticBlock');
  if (owner?.type === 'StaticBlock') return 'static-block';
  if (owner?.['generator'] === true) return 'in-generator';
  if (owner) return needsAwait && owner['async'] !== true ? 'await-not-allowed' : undefined;
  const isModule = childrenOf(node.type === 'Program' ? node : ancestors.find(({ type }) => type === 'Program') ?? node, 'body').some(({ type }) => /^(?:Import|Export)/.test(type));
  return isModule || !needsAwait ? undefined : 'await-not-allowed';
}
