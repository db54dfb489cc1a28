import { childOf, childrenOf, rangeOf, type Node, type Range } from '../syntax/node.ts';
import { identifierName } from '../syntax/expression.ts';
import type { NameUse } from '../syntax/names.ts';
import { walk } from '../syntax/walk.ts';
import { isNothing } from './null-check.ts';

/** The declared name of a variable, and the code that sees it. */
export interface EvolvingVariable extends NameUse {
  readonly scope: Range;
}

/**
 * Variables whose type TypeScript works out from their assignments: no annotation, and no initial value, `null`, `undefined` or `[]`.
 * In a callback such a variable is implicitly any.
 */
export function evolvingVariables(program: Node): EvolvingVariable[] {
  const variables: EvolvingVariable[] = [];
  walk(program, (node, ancestors) => {
    const declared = node.type === 'VariableDeclarator' ? childOf(node, 'id') : undefined;
    const name = identifierName(declared);
    const inLoopHead = /^For(?:Of|In)Statement$/.test(ancestors.at(-2)?.type ?? '');
    if (declared && name && !inLoopHead && !declared['typeAnnotation'] && evolves(node)) variables.push({ name, start: rangeOf(declared).start, scope: rangeOf(ancestors.findLast(({ type }) => scopes.has(type)) ?? program) });
  });
  return variables;
}

const scopes: ReadonlySet<string> = new Set(['BlockStatement', 'StaticBlock', 'SwitchStatement', 'ForStatement', 'Program']);

function evolves(declarator: Node): boolean {
  const initial = childOf(declarator, 'init');
  return !initial || isNothing(initial) || (initial.type === 'ArrayExpression' && childrenOf(initial, 'elements').length === 0);
}
