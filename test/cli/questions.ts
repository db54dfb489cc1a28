import type ts from 'typescript';
import type { Finding } from '../../rules/finding.ts';
import type { Question } from '../../rules/question.ts';

/** A question without types: an interval whose handle is dropped. `report: 'likely'` also reports dropped timeouts. */
export const droppedInterval: Question = {
  name: 'dropped-interval',
  description: 'disallow intervals whose handle is dropped',
  recommended: true,
  hasSuggestions: false,
  messages: { dropped: "the handle of '{{ name }}' is dropped" },
  defaultOptions: { report: 'certain' },
  trigger: /setInterval|setTimeout/,
  ask: ({ view: { ts }, sourceFile }, { report }) =>
    callsOf(ts, sourceFile).flatMap((call): Finding[] => {
      if (!ts.isExpressionStatement(call.parent) || !ts.isIdentifier(call.expression)) return [];
      const { text } = call.expression;
      const isCertain = text === 'setInterval';
      if (!isCertain && !(text === 'setTimeout' && report === 'likely')) return [];
      const end = sourceFile.statements.at(-1)!.getLastToken()!;
      return [{
        messageId: 'dropped',
        data: { name: text },
        start: call.getStart(),
        end: call.expression.end,
        grade: isCertain ? 'certain' : 'likely',
        path: [
          { start: call.getStart(), end: call.end, note: 'armed here' },
          { start: end.getStart(), end: end.end, note: 'still armed' },
        ],
        owner: 'nobody',
        release: 'clearInterval(handle)',
        migration: 'finally-to-stack',
      }];
    }),
};

/** A question that needs types, on in `strict` only: a `stop()` whose promise is dropped. */
export const droppedStop: Question = {
  name: 'dropped-stop',
  description: 'disallow stops whose promise is dropped',
  recommended: false,
  hasSuggestions: false,
  messages: { dropped: "nobody waits for '{{ call }}'" },
  defaultOptions: { report: 'certain' },
  trigger: /\.(stop|close)\(/,
  ask: ({ view, sourceFile }) =>
    callsOf(view.ts, sourceFile).flatMap((call): Finding[] => {
      if (!view.ts.isExpressionStatement(call.parent) || !view.ts.isPropertyAccessExpression(call.expression)) return [];
      const receiver = call.expression.expression;
      if (view.types.isAny(view.types.typeOf(receiver))) view.bailOuts.push({ reason: 'any receiver', file: sourceFile.fileName, start: receiver.getStart() });
      if (!view.types.isThenable(view.types.typeOf(call))) return [];
      return [{ messageId: 'dropped', data: { call: call.getText() }, start: call.getStart(), end: call.end, grade: 'certain', path: [] }];
    }),
};

export const broken: Question = {
  name: 'broken',
  description: 'throw',
  recommended: true,
  hasSuggestions: false,
  messages: {},
  defaultOptions: { report: 'certain' },
  trigger: /./,
  ask: () => {
    throw new Error('no idea');
  },
};

function callsOf(typescript: typeof ts, sourceFile: ts.SourceFile): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (typescript.isCallExpression(node)) calls.push(node);
    typescript.forEachChild(node, visit);
  };
  visit(sourceFile);
  return calls;
}
