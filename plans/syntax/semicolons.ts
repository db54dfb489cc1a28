import { rangeOf, type Node } from './node.ts';
import { walk } from './walk.ts';

const ended: ReadonlySet<string> = new Set(['ExpressionStatement', 'VariableDeclaration', 'ReturnStatement', 'ThrowStatement', 'ImportDeclaration', 'BreakStatement', 'ContinueStatement']);

/** Does the file end its statements with semicolons? Most of them decide; a file without any such statement does. */
export function usesSemicolons(program: Node, text: string): boolean {
  let balance = 0;
  walk(program, (node, ancestors) => {
    if (!ended.has(node.type) || /^For/.test(ancestors.at(-1)?.type ?? '')) return;
    balance += text[rangeOf(node).end - 1] === ';' ? 1 : -1;
  });
  return balance >= 0;
}
