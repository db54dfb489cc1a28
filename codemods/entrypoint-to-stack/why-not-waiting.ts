import type ts from 'typescript';
import { isEntryModule } from '../../analysis/ownership/entry-point.ts';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { skipTransparent } from '../../analysis/syntax.ts';
import type { Reason } from '../../plans/reasons.ts';
import type { Scope } from './scope.ts';
import { doesNothing } from './waits.ts';

/** Why a function whose listeners do everything cannot wait for the signal itself: something runs behind its call, or waits for it at the top level of its module. */
export function whyNotWaiting(scope: Scope): Reason | undefined {
  const { view, node, stories: { sourceFile } } = scope;
  const { ts: typescript } = view;
  if ('fileName' in node) return 'may-end-by-itself';
  const last = sourceFile.statements.findLast((statement) => !doesNothing(view, statement, false));
  const expression = last && typescript.isExpressionStatement(last) ? last.expression : undefined;
  const awaited = expression && typescript.isAwaitExpression(expression) ? expression.expression : undefined;
  const call = callOf(scope, awaited ?? expression);
  if (!call || !isEntryModule(view, sourceFile) || !isOnlyCall(scope, call)) return 'callers-go-on';
  return awaited ? 'may-end-by-itself' : undefined;
}

/** `main()`, `void main()`, `main().catch(…)` */
function callOf({ view: { ts: typescript } }: Scope, expression: ts.Expression | undefined): ts.CallExpression | undefined {
  const inner = expression && (typescript.isVoidExpression(expression) ? expression.expression : expression);
  if (!inner || !typescript.isCallExpression(inner)) return undefined;
  const access = typescript.isPropertyAccessExpression(inner.expression) ? inner.expression : undefined;
  if (!access) return inner;
  return access.name.text === 'catch' && typescript.isCallExpression(access.expression) ? access.expression : undefined;
}

/** The call is of this very function, which nobody else sees. */
function isOnlyCall({ view, node, stories: { sourceFile } }: Scope, call: ts.CallExpression): boolean {
  const { ts: typescript } = view;
  const callee = skipTransparent(typescript, call.expression);
  if (callee === node) return true;
  const symbol = typescript.isIdentifier(callee) ? view.types.symbolOf(callee) : undefined;
  const { valueDeclaration: declared } = symbol ?? {};
  const isIt = declared === node || (declared !== undefined && typescript.isVariableDeclaration(declared) && declared.initializer === node);
  return isIt && symbol !== undefined && referencesIn(view, symbol, sourceFile).every((reference) => reference === callee);
}
