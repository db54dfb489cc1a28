import { isNode, childOf, type Node } from '../syntax/node.ts';
import { identifierName, pathOf, unwrap } from '../syntax/expression.ts';

const inequalities: ReadonlySet<string> = new Set(['!=', '!==']);

/** The path that the condition checks for null or undefined (`x`, `x != null`, `undefined !== x`, `!!x`), or undefined when it is any other condition. */
export function nullCheckedPath(condition: Node): string | undefined {
  const test = unwrap(condition);
  if (test.type === 'UnaryExpression') return doubleNegated(test);
  if (test.type !== 'BinaryExpression') return pathOf(test);
  const left = test['left'];
  const right = test['right'];
  if (!inequalities.has(test['operator'] as string) || !isNode(left) || !isNode(right)) return undefined;
  if (isNothing(right)) return pathOf(left);
  return isNothing(left) ? pathOf(right) : undefined;
}

function doubleNegated(test: Node): string | undefined {
  const inner = childOf(test, 'argument');
  const innermost = inner?.type === 'UnaryExpression' && inner['operator'] === '!' ? childOf(inner, 'argument') : undefined;
  return test['operator'] === '!' && innermost ? pathOf(innermost) : undefined;
}

/** `null`, `undefined` or `void 0`. */
export function isNothing(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'NullLiteral') return true;
  if (value.type === 'Literal') return value['value'] === null && value['raw'] === 'null';
  return identifierName(value) === 'undefined' || (value.type === 'UnaryExpression' && value['operator'] === 'void');
}
