import { childOf, type Node } from './node.ts';

const transparent: ReadonlySet<string> = new Set(['TSNonNullExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSTypeAssertion', 'ParenthesizedExpression', 'ChainExpression']);

/** The expression inside parentheses, assertions and the wrapper of an optional chain. */
export function unwrap(node: Node): Node {
  const inner = transparent.has(node.type) ? childOf(node, 'expression') : undefined;
  return inner ? unwrap(inner) : node;
}

export function isCall(node: Node): boolean {
  return node.type === 'CallExpression' || node.type === 'OptionalCallExpression';
}

export function isMember(node: Node): boolean {
  return node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
}

/** The name of an identifier, or undefined. */
export function identifierName(node: Node | undefined): string | undefined {
  return node?.type === 'Identifier' ? (node['name'] as string) : undefined;
}

/** The name after the dot (`#name` for a private one), or undefined when it is computed. */
export function propertyName(member: Node): string | undefined {
  const property = childOf(member, 'property');
  if (!property || member['computed'] === true) return undefined;
  if (property.type === 'PrivateName') return `#${identifierName(childOf(property, 'id')) ?? ''}`;
  if (property.type === 'PrivateIdentifier') return `#${property['name'] as string}`;
  return identifierName(property);
}

/**
 * A plain path such as `x`, `this.server` or `a.b.c` as text without question marks, assertions and parentheses, so that `x?.y` and `x!.y` compare equal to `x.y`;
 * undefined for anything that is not a plain path.
 */
export function pathOf(node: Node): string | undefined {
  const plain = unwrap(node);
  if (plain.type === 'ThisExpression') return 'this';
  if (plain.type === 'Super') return 'super';
  if (plain.type === 'Identifier') return identifierName(plain);
  const object = isMember(plain) ? childOf(plain, 'object') : undefined;
  const owner = object && pathOf(object);
  const name = object && propertyName(plain);
  return owner && name ? `${owner}.${name}` : undefined;
}
