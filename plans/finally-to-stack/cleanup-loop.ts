import { childOf, childrenOf, type Node } from '../syntax/node.ts';
import { identifierName, isCall, isMember, propertyName, unwrap } from '../syntax/expression.ts';

/** A loop that runs the functions of a list, last one first, and forgets what they return. */
export interface CleanupLoop {
  readonly list: string;
  readonly awaits: boolean;
}

/** Recognises the usual ways to write such a loop; a loop in the order of the list, or with anything else in it, is none. */
export function cleanupLoop(statement: Node): CleanupLoop | undefined {
  const body = soleStatement(childOf(statement, 'body'));
  const expression = body?.type === 'ExpressionStatement' ? childOf(body, 'expression') : undefined;
  const awaits = expression?.type === 'AwaitExpression';
  const call = awaits ? childOf(expression, 'argument') : expression;
  const callee = call && isCall(call) && childrenOf(call, 'arguments').length === 0 ? childOf(call, 'callee') : undefined;
  const list = callee && listOf(statement, unwrap(callee));
  return list ? { list, awaits } : undefined;
}

function soleStatement(body: Node | undefined): Node | undefined {
  if (body?.type !== 'BlockStatement') return body;
  const statements = childrenOf(body, 'body');
  return statements.length === 1 ? statements[0] : undefined;
}

function listOf(loop: Node, callee: Node): string | undefined {
  switch (loop.type) {
    case 'ForOfStatement':
      return loop['await'] === true ? undefined : reversedList(loop, callee);
    case 'WhileStatement':
      return poppedList(loop, callee);
    case 'ForStatement':
      return countedList(loop, callee);
    default:
      return undefined;
  }
}

/** `for (const cleanup of list.reverse()) cleanup()`, also over a copy. */
function reversedList(loop: Node, callee: Node): string | undefined {
  const left = childOf(loop, 'left');
  const declared = left ? childrenOf(left, 'declarations')[0] : undefined;
  const variable = declared && identifierName(childOf(declared, 'id'));
  const right = childOf(loop, 'right');
  if (!variable || identifierName(callee) !== variable || !right) return undefined;
  const reversed = methodCallOn(right, ['reverse', 'toReversed']);
  return reversed && (identifierName(reversed) ?? copied(reversed));
}

function copied(node: Node): string | undefined {
  const [only, ...rest] = node.type === 'ArrayExpression' ? childrenOf(node, 'elements') : [];
  if (only?.type === 'SpreadElement' && rest.length === 0) return identifierName(childOf(only, 'argument'));
  const sliced = methodCallOn(node, ['slice']);
  return sliced && identifierName(sliced);
}

/** `while (list.length > 0) list.pop()()` */
function poppedList(loop: Node, callee: Node): string | undefined {
  const popped = methodCallOn(callee, ['pop']);
  const list = popped && identifierName(popped);
  const test = childOf(loop, 'test');
  const length = test?.type === 'BinaryExpression' && test['operator'] === '>' && isNumber(childOf(test, 'right'), 0) ? childOf(test, 'left') : test;
  return list && length && isLengthOf(length, list) ? list : undefined;
}

/** `for (let i = list.length - 1; i >= 0; i--) list[i]()` */
function countedList(loop: Node, callee: Node): string | undefined {
  const list = isMember(callee) && callee['computed'] === true ? identifierName(childOf(callee, 'object')) : undefined;
  const index = list && identifierName(childOf(callee, 'property'));
  const init = childOf(loop, 'init');
  const declared = init && childrenOf(init, 'declarations')[0];
  const first = declared && childOf(declared, 'init');
  const test = childOf(loop, 'test');
  const update = childOf(loop, 'update');
  const countsDown =
    declared !== undefined && identifierName(childOf(declared, 'id')) === index &&
    first?.type === 'BinaryExpression' && first['operator'] === '-' && isLengthOf(childOf(first, 'left'), list) && isNumber(childOf(first, 'right'), 1) &&
    test?.type === 'BinaryExpression' && test['operator'] === '>=' && identifierName(childOf(test, 'left')) === index && isNumber(childOf(test, 'right'), 0) &&
    update?.type === 'UpdateExpression' && update['operator'] === '--' && identifierName(childOf(update, 'argument')) === index;
  return countsDown ? list : undefined;
}

function methodCallOn(node: Node, methods: readonly string[]): Node | undefined {
  const call = unwrap(node);
  const callee = isCall(call) && childrenOf(call, 'arguments').length === 0 ? childOf(call, 'callee') : undefined;
  return callee && isMember(callee) && methods.includes(propertyName(callee) ?? '') ? childOf(callee, 'object') : undefined;
}

function isLengthOf(node: Node | undefined, list: string | undefined): boolean {
  return node !== undefined && isMember(node) && propertyName(node) === 'length' && identifierName(childOf(node, 'object')) === list;
}

function isNumber(node: Node | undefined, value: number): boolean {
  return node !== undefined && node['value'] === value;
}
