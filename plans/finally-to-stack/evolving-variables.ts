import { childOf, childrenOf, rangeOf, type Node } from '../syntax/node.ts';
import { identifierName } from '../syntax/expression.ts';
import type { NameUse } from '../syntax/names.ts';
import { walk } from '../syntax/walk.ts';
import { isNothing } from './null-check.ts';

/**
 * The declared names of variables whose type TypeScript works out from their assignments: no annotation, and no initial value, `null`, `undefined` or `[]`.
 * In a callback such a variable is implicitly any.
 */
export function evolvingVariables(program: Node): NameUse[] {
  const names: NameUse[] = [];
  walk(program, (node, ancestors) => {
    const declared = node.type === 'VariableDeclarator' ? childOf(node, 'id') : undefined;
    const name = identifierName(declared);
    const inLoopHead = /^For(?:Of|In)Statement$/.test(ancestors.at(-2)?.type ?? '');
    if (declared && name && !inLoopHead && !declared['typeAnnotation'] && evolves(node)) names.push({ name, start: rangeOf(declared).start });
  });
  return names;
}

function evolves(declarator: Node): boolean {
  const initial = childOf(declarator, 'init');
  return !initial || isNothing(initial) || (initial.type === 'ArrayExpression' && childrenOf(initial, 'elements').length === 0);
}
