import type ts from 'typescript';
import { hasBody, memberName, methodCall, outermost, skipAwait } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { DisposerFacts } from '../../plans/provider-to-unstarted/facts.ts';
import type { Registered } from './registered.ts';
import { releaseBy } from './release-facts.ts';

/** `.disposer(async (x) => (await x).close())` */
export function disposerOf(view: View, { call, chain, property }: Registered): DisposerFacts | undefined {
  const disposers = chain.filter(({ expression }) => methodNameOf(view, expression) === 'disposer');
  const [options] = call.arguments.slice(1);
  const asOption = options && view.ts.isObjectLiteralExpression(options) && options.properties.some(({ name }) => memberName(view.ts, name) === 'dispose');
  const [only, ...more] = disposers;
  if (asOption || more.length > 0) return { release: undefined, leaves: [] };
  if (!only) return undefined;
  const { text } = only.getSourceFile();
  const start = methodCall(view.ts, only)!.object.end;
  const release = /\/\/|\/\*/.test(text.slice(start, only.end)) ? undefined : releaseOf(view, only);
  return { release, leaves: [{ file: property.getSourceFile().fileName, start, end: only.end, text: '' }, ...onOneLine(view, call, chain)] };
}

/** Nobody breaks a line for the one call that is left. */
function onOneLine(view: View, call: ts.CallExpression, chain: Registered['chain']): DisposerFacts['leaves'] {
  const [first] = chain;
  const { text, fileName } = call.getSourceFile();
  const gap = first ? /^\s*/.exec(text.slice(call.end, first.end))![0] : '';
  return chain.length === 2 && gap.includes('\n') && methodNameOf(view, first!.expression) !== 'disposer' ? [{ file: fileName, start: call.end, end: call.end + gap.length, text: '' }] : [];
}

function methodNameOf(view: View, callee: ts.Expression): string | undefined {
  return view.ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
}

/** A function that is one call of a method of what it is given, and that waits for it or gives the promise back. */
function releaseOf(view: View, { arguments: [disposer] }: ts.CallExpression): DisposerFacts['release'] {
  const { ts: typescript } = view;
  if (!disposer || !hasBody(disposer)) return undefined;
  const [parameter] = disposer.parameters;
  const expression = typescript.isBlock(disposer.body) ? onlyStep(view, disposer.body) : disposer.body;
  const method = expression && methodCall(typescript, skipAwait(typescript, expression));
  if (!parameter || !method || method.call.arguments.length > 0 || method.call.questionDotToken || !typescript.isPropertyAccessExpression(method.call.expression) || method.call.expression.questionDotToken) return undefined;
  const value = skipAwait(typescript, method.object);
  return typescript.isIdentifier(value) && typescript.isIdentifier(parameter.name) && value.text === parameter.name.text ? releaseBy(view, outermost(typescript, method.object), method.name) : undefined;
}

/** A step whose promise is not dropped. */
function onlyStep({ ts: typescript, types }: View, { statements }: ts.Block): ts.Expression | undefined {
  const [only, ...more] = statements;
  if (!only || more.length > 0) return undefined;
  if (typescript.isReturnStatement(only)) return only.expression;
  if (!typescript.isExpressionStatement(only)) return undefined;
  return typescript.isAwaitExpression(only.expression) || !types.isThenable(types.typeOf(only.expression)) ? only.expression : undefined;
}
