import { isNode, type Node } from './node.ts';

const notChildren: ReadonlySet<string> = new Set(['parent', 'loc', 'range', 'tokens', 'comments', 'errors', 'extra', 'leadingComments', 'trailingComments', 'innerComments']);

/** What a visitor answers: `skip` leaves the children out. */
export type Visit = (node: Node, ancestors: readonly Node[]) => 'skip' | void;

/** Visits the node and everything below it, outermost first, in the order of the text. `ancestors` ends with the parent. */
export function walk(root: Node, visit: Visit): void {
  descend(root, [], visit);
}

function descend(node: Node, ancestors: Node[], visit: Visit): void {
  if (visit(node, ancestors) === 'skip') return;
  ancestors.push(node);
  for (const key of Object.keys(node)) {
    if (notChildren.has(key)) continue;
    const value = node[key];
    if (Array.isArray(value)) {
      for (const child of value) if (isNode(child)) descend(child, ancestors, visit);
    } else if (isNode(value)) descend(value, ancestors, visit);
  }
  ancestors.pop();
}

const functions: ReadonlySet<string> = new Set([
  'FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ObjectMethod', 'ClassMethod', 'ClassPrivateMethod', 'TSDeclareFunction',
]);

export function isFunction(node: Node): boolean {
  return functions.has(node.type);
}

/** Visits a piece of a function's own code: what nested functions and classes do when they run is not part of it. */
export function walkOwn(root: Node, visit: Visit): void {
  walk(root, (node, ancestors) => {
    if (ancestors.length > 0 && (isFunction(node) || node.type === 'StaticBlock')) return 'skip';
    return visit(node, ancestors);
  });
}
