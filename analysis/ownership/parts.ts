import type ts from 'typescript';
import { calleeBody, releasedBy } from '../contracts/calls.ts';
import { releaseVerbPrefixes } from '../contracts/verbs.ts';
import { methodCall, outermost, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { parameterEffect } from './argument-effect.ts';
import { referencesIn } from './references.ts';

/**
 * The calls that release what a resource is made of: `const browser = new Browser(socket)` and `socket.close()` in the `catch`
 * (docs/clauses.md, rule 12). They do what the release of the whole does, where its class takes that argument over.
 */
export function releasesOfParts(view: View, made: ts.CallExpression | ts.NewExpression, scope: FunctionWithBody): readonly ts.CallExpression[] {
  const { ts: typescript } = view;
  const body = typescript.isNewExpression(made) ? calleeBody(view, made) : undefined;
  if (!body) return [];
  return (made.arguments ?? []).flatMap((argument, index) => {
    const part = skipTransparent(typescript, argument);
    const symbol = typescript.isIdentifier(part) ? view.types.symbolOf(part) : undefined;
    if (!symbol || parameterEffect(view, body, index, undefined) !== 'takes over') return [];
    return referencesIn(view, symbol, scope).flatMap((reference) => releaseOf(view, reference) ?? []);
  });
}

function releaseOf(view: View, reference: ts.Identifier): ts.CallExpression | undefined {
  const access = outermost(view.ts, reference).parent;
  const call = view.ts.isPropertyAccessExpression(access) ? outermost(view.ts, access).parent : undefined;
  if (!call || !view.ts.isCallExpression(call)) return undefined;
  const method = methodCall(view.ts, call);
  if (!method || skipTransparent(view.ts, method.object) !== reference) return undefined;
  return releasedBy(view, call) || releaseVerbPrefixes.some((prefix) => method.name.startsWith(prefix)) ? call : undefined;
}
