import type ts from 'typescript';
import { acquiredBy, calleeBody, startedBy } from '../contracts/calls.ts';
import { skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { makesForeignPromise } from './makes-promise.ts';
import { doesSomethingAsync } from './promises.ts';
import { callbackMethod, runAtOnce } from './runs-at-once.ts';

/**
 * Whether a function may begin work while it runs, whoever calls it with whatever: a summary, so that what begins nothing is not followed anew from every
 * call. It may say yes where nothing begins, never the other way round.
 */
export function mayBegin(view: View, body: FunctionWithBody): boolean {
  return view.remember('mayBegin', body, () => doesSomethingAsync(view, body) || runAtOnce(view, body.body, 'call', 'new').some((node) => mayBeginAt(view, node)), { bottom: false, unknown: true });
}

function mayBeginAt(view: View, node: ts.Node): boolean {
  if (acquiredBy(view, node)) return true;
  if (!view.ts.isCallExpression(node)) return false;
  if (runsWhatItIsGiven(view, node)) return true;
  const body = calleeBody(view, node);
  return body ? mayBegin(view, body) : startedBy(view, node) !== undefined || makesForeignPromise(view, node);
}

/** A parameter that is called, or a function that an array method calls by its name. */
function runsWhatItIsGiven(view: View, call: ts.CallExpression): boolean {
  const callee = skipTransparent(view.ts, call.expression);
  if (view.ts.isIdentifier(callee)) return view.types.symbolOf(callee)?.valueDeclaration?.kind === view.ts.SyntaxKind.Parameter;
  return callbackMethod(view, call) !== undefined && call.arguments.length > 0;
}
