import type { ReleaseStory } from '../../analysis/story.ts';
import { allDescendants, enclosingFunction, isAsync } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { CalledBack } from '../../plans/await-stop/callback-edits.ts';

/** `server.close(() => { … })` as a statement, whose callback comes to its end: one that returns before, or is async, may not tell. */
export function calledBack({ ts: typescript }: View, { node, fate }: ReleaseStory): CalledBack | undefined {
  if (fate.kind !== 'called back' || !typescript.isCallExpression(node) || !typescript.isExpressionStatement(node.parent) || typescript.isOptionalChain(node)) return undefined;
  const callback = node.arguments.at(-1);
  if (!callback || !(typescript.isArrowFunction(callback) || typescript.isFunctionExpression(callback)) || callback.asteriskToken || isAsync(typescript, callback)) return undefined;
  const { body } = callback;
  const leaves = allDescendants(typescript, node).some((one) => typescript.isReturnStatement(one) && enclosingFunction(typescript, one) === callback);
  const clashes = allDescendants(typescript, node).some((one) => typescript.isAwaitExpression(one) || (typescript.isIdentifier(one) && one.text === 'resolve'));
  if (leaves || clashes) return undefined;
  const { text, fileName } = node.getSourceFile();
  const block = typescript.isBlock(body) ? body : undefined;
  return {
    text, call: { start: node.getStart(), end: node.end }, body: { start: body.getStart(), end: body.end }, isBlock: block !== undefined,
    lastEnd: block?.statements.at(-1)?.end, typed: !/\.[cm]?jsx?$/.test(fileName),
  };
}
