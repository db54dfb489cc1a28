import { childOf, childrenOf, type Node } from '../syntax/node.ts';
import { identifierName } from '../syntax/expression.ts';
import { walk } from '../syntax/walk.ts';
import { isNothing } from './null-check.ts';

/**
 * The names of variables whose type TypeScript works out from their assignments: no annotation, and no initial value, `null`, `undefined` or `[]`.
 * In a callback such a variable is implicitly any.
 */
export function evolvingVariables(program: Node): string[] {
  const names: string[] = [];
  walk(program, (node, ancestors) => {
    const name = node.type === 'VariableDeclarator' ? identifierName(childOf(node, 'id')) : undefined;
    const inLoopHead = /^For(?:Of|In)Statement$/.test(ancestors.at(-2)?.type ?? '');
    if (name && !inLoopHead && !childOf(node, 'id')?.['typeAnnotation'] && evolves(node)) names.push(name);
  });
  return names;
}

function evolves(declarator: Node): boolean {
  const initial = childOf(declarator, 'init');
  return !initial || isNothing(initial) || (initial.type === 'ArrayExpression' && childrenOf(initial, 'elements').length === 0);
}
