import type ts from 'typescript';
import { endsProcess } from '../../analysis/flow/process-exit.ts';
import type { EntryExit } from '../../plans/entrypoint-to-stack/site.ts';
import type { Reason } from '../../plans/reasons.ts';
import type { End } from './releases.ts';
import { rangeOf, type Frame, type Scope } from './scope.ts';
import { doesNothing } from './waits.ts';

/** The exits of the process in the own code of an entry point that would skip what its stack holds. */
export function exitsOf(scope: Scope, own: readonly ts.Node[], frames: readonly Frame[], from: number, end: End): readonly EntryExit[] | Reason {
  const { ts: typescript } = scope.view;
  const exits: EntryExit[] = [];
  for (const node of own) {
    if (node.pos < from || !typescript.isCallExpression(node) || node.parent === end.exit || !endsProcess(scope.view, node)) continue;
    const statement = node.parent;
    if (!typescript.isExpressionStatement(statement) || node.arguments.length > 1 || !/^process\s*\.\s*exit\b/.test(node.getText())) return 'exit-not-a-statement';
    const leaves = !isAtTheEnd(scope, statement, frames, end);
    if (leaves && typescript.isSourceFile(scope.node)) return 'exit-not-a-statement';
    exits.push({ ...rangeOf(statement), code: node.arguments[0]?.getText(), leaves, isBare: !typescript.isBlock(statement.parent) && !typescript.isSourceFile(statement.parent) });
  }
  return exits;
}

/** The last statement of a `catch` around the wait, so that nothing but releases follows. */
function isAtTheEnd({ view }: Scope, statement: ts.Statement, frames: readonly Frame[], { releases }: End): boolean {
  const { ts: typescript } = view;
  const block = statement.parent;
  if (!typescript.isBlock(block) || block.statements.at(-1) !== statement || !typescript.isCatchClause(block.parent)) return false;
  const index = frames.findIndex(({ at }) => at === block.parent.parent);
  const isGone = (one: ts.Statement): boolean => doesNothing(view, one, true) || releases.some(({ node }) => node === one);
  return index !== -1 && frames.slice(0, index + 1).every(({ statements, at }) => statements.slice(statements.indexOf(at) + 1).every(isGone));
}
