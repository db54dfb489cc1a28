import { childOf, childrenOf, isNode, rangeOf, type Node, type Range } from './node.ts';
import { walk } from './walk.ts';

/** An identifier that reads, writes or declares a name (not a property after a dot, not a key). */
export interface NameUse {
  readonly name: string;
  readonly start: number;
}

/** Every name in the tree with its place, in the order of the text. */
export function nameUses(program: Node): NameUse[] {
  const uses: NameUse[] = [];
  walk(program, (node, ancestors) => {
    const isName = node.type === 'Identifier' || node.type === 'JSXIdentifier';
    if (isName && !isPropertyOnly(node, ancestors.at(-1))) uses.push({ name: node['name'] as string, start: rangeOf(node).start });
  });
  return uses.sort((a, b) => a.start - b.start);
}

const keyed: ReadonlySet<string> = new Set(['ObjectProperty', 'ObjectMethod', 'Property', 'ClassMethod', 'ClassProperty', 'MethodDefinition', 'PropertyDefinition', 'ClassAccessorProperty']);

function isPropertyOnly(node: Node, parent: Node | undefined): boolean {
  if (!parent || parent['computed'] === true || parent['shorthand'] === true) return false;
  if (parent.type === 'MemberExpression' || parent.type === 'OptionalMemberExpression') return parent['property'] === node;
  if (parent.type === 'PrivateName') return true;
  return keyed.has(parent.type) && parent['key'] === node && parent['value'] !== node;
}

/** The names that occur within the range and outside the hole. */
export function namesWithin(uses: readonly NameUse[], range: Range, hole?: Range): ReadonlySet<string> {
  const inside = uses.filter(({ start }) => range.start <= start && start < range.end);
  return new Set(inside.filter(({ start }) => !hole || start < hole.start || start >= hole.end).map(({ name }) => name));
}

/** The names that the statements of a block declare in that block's own scope (`var` belongs to the function and is left out). */
export function declaredNames(statements: readonly Node[]): string[] {
  return statements.flatMap((statement) => {
    if (statement.type === 'VariableDeclaration') return statement['kind'] === 'var' ? [] : childrenOf(statement, 'declarations').flatMap((declared) => boundNames(declared['id']));
    return boundNames(statement['id']);
  });
}

/** The names that a pattern binds. */
export function boundNames(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [pattern['name'] as string];
    case 'ObjectPattern':
      return childrenOf(pattern, 'properties').flatMap((property) => boundNames(childOf(property, 'value') ?? childOf(property, 'argument')));
    case 'ArrayPattern':
      return childrenOf(pattern, 'elements').flatMap(boundNames);
    case 'AssignmentPattern':
      return boundNames(pattern['left']);
    case 'RestElement':
      return boundNames(pattern['argument']);
    case 'TSParameterProperty':
      return boundNames(pattern['parameter']);
    default:
      return [];
  }
}

/** The name itself, or with the first number that makes it a new one: `stack`, else `stack2`, `stack3` … */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
  return free;
}
