import type ts from 'typescript';
import { directlyBelow } from '../nodes.ts';
import { enclosingFunction, memberAccess, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

const waiting = /^(join|wait(For\w*|Until\w*)?|until\w*|when\w*|(on)?(closed|ended|exited|finished|stopped|done))$/;

/**
 * Whether the function of a release waits for the same object in another way after it: `worker.close(); await worker.join();`, `return this.server.closed;`
 * (docs/clauses.md, rule 5).
 */
export function isWaitedForOtherwise(view: View, release: ts.CallExpression, object: ts.Expression): boolean {
  const name = object.getText();
  return directlyBelow(view.ts, enclosingFunction(view.ts, release), 'await', 'return').some((node) => {
    const value = node.pos > release.pos && node.expression ? skipTransparent(view.ts, node.expression) : undefined;
    const access = value && memberAccess(view.ts, view.ts.isCallExpression(value) ? value.expression : value);
    return access !== undefined && access.object.getText() === name && waiting.test(access.name);
  });
}
