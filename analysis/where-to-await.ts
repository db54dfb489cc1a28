import type { ReleaseStory } from './story.ts';
import type { TypeScript } from './view.ts';

/** The piece of text that an `await` takes the place of: `void` and the blank behind it, a call that tells its end by a callback, or nothing in front of a call. */
export interface AwaitPlace {
  start: number;
  end: number;
  /** What is awaited in the place of the call; without it, what stands behind the place. */
  promiseForm: string | undefined;
}

/** Where a release that nobody waits for can be awaited; nothing when it is no statement, or part of one, whose value nobody uses. */
export function whereToAwait(typescript: TypeScript, release: ReleaseStory): AwaitPlace | undefined {
  return release.completion === 'promise' ? besideCall(typescript, release) : insteadOfCall(typescript, release);
}

function besideCall(typescript: TypeScript, { fate, node }: ReleaseStory): AwaitPlace | undefined {
  if (fate.kind === 'void' && typescript.isVoidExpression(fate.at)) return { start: fate.at.getStart(), end: fate.at.expression.getStart(), promiseForm: undefined };
  if (fate.kind !== 'dropped' || fate.how !== 'statement') return undefined;
  const branch = typescript.isBinaryExpression(node.parent) || typescript.isConditionalExpression(node.parent);
  const at = typescript.isCallExpression(fate.at) ? fate.at.getStart() : branch ? node.getStart() : undefined;
  return at === undefined ? undefined : { start: at, end: at, promiseForm: undefined };
}

function insteadOfCall(typescript: TypeScript, { fate, node, promiseForm }: ReleaseStory): AwaitPlace | undefined {
  if (fate.kind !== 'dropped' || promiseForm === undefined || !typescript.isExpressionStatement(node.parent) || typescript.isOptionalChain(node)) return undefined;
  return { start: node.getStart(), end: node.end, promiseForm };
}
