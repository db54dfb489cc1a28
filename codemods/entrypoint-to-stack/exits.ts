import type ts from 'typescript';
import { endsProcess } from '../../analysis/flow/process-exit.ts';
import type { EntryExit } from '../../plans/entrypoint-to-stack/site.ts';
import type { Reason } from '../../plans/reasons.ts';
import { rangeOf, type Frame, type Scope } from './scope.ts';

/** The exits of the process in the own code of an entry point that would skip what its stack holds. */
export function exitsOf(scope: Scope, own: readonly ts.Node[], frames: readonly Frame[], from: number, end: ts.Node | undefined): readonly EntryExit[] | Reason {
  const { ts: typescript } = scope.view;
  const exits: EntryExit[] = [];
  for (const node of own) {
    if (node.pos < from || !typescript.isCallExpression(node) || node.parent === end || !endsProcess(scope.view, node)) continue;
    const statement = node.parent;
    if (!typescript.isExpressionStatement(statement) || node.arguments.length > 1 || !/^process\s*\.\s*exit\b/.test(node.getText())) return 'exit-not-a-statement';
    const leaves = !isAtTheEnd(scope, statement, frames);
    if (leaves && typescript.isSourceFile(scope.node)) return 'exit-not-a-statement';
    exits.push({ ...rangeOf(statement), code: node.arguments[0]?.getText(), leaves, isBare: !typescript.isBlock(statement.parent) && !typescript.isSourceFile(statement.parent) });
  }
  return exits;
}

/** The last statement of a `catch` around the wait, so that nothing but releases follows. */
function isAtTheEnd({ view: { ts: typescript } }: Scope, statement: ts.Statement, frames: readonly Frame[]): boolean {
  const block = statement.parent;
  if (!typescript.isBlock(block) || block.statements.at(-1) !== statement || !typescript.isCatchClause(block.parent)) return false;
  return frames.some(({ at, statements }) => at === block.parent.parent && statements.at(-1) === at);
}
