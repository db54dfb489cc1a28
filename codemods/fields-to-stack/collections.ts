import type ts from 'typescript';
import { releasedBy } from '../../analysis/contracts/calls.ts';
import { allDescendants, methodCall, skipTransparent } from '../../analysis/syntax.ts';
import { formOf, type ClassAtHand } from './class-at-hand.ts';

/** A loop that releases everything which a field collects. */
interface ReleasedCollection {
  /** `this.#consumers` */
  readonly name: string;
  readonly loop: ts.ForOfStatement;
  readonly released: { readonly call: ts.CallExpression; readonly object: ts.Expression };
  readonly awaited: boolean;
  readonly isLastFirst: boolean;
  /** The body of the loop is the release and nothing else. */
  readonly isPlain: boolean;
}

/** `for (const one of this.consumers) await one.stop();`, over the field, its copy, or either turned round. */
export function collectionReleasedBy({ view, names }: Pick<ClassAtHand, 'view' | 'names'>, statement: ts.Statement): ReleasedCollection | undefined {
  const { ts: typescript } = view;
  if (!typescript.isForOfStatement(statement) || statement.awaitModifier) return undefined;
  const over = collectionOf(typescript, statement.expression);
  const { initializer } = statement;
  const variable = typescript.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name.getText() : undefined;
  if (!names.includes(over.name) || variable === undefined) return undefined;
  const [only, ...more] = typescript.isBlock(statement.statement) ? statement.statement.statements : [statement.statement];
  const calls = only && more.length === 0 ? [only, ...allDescendants(typescript, only)].flatMap((node) => releasedBy(view, node) ?? []) : [];
  const [released] = calls;
  const form = only && released && calls.length === 1 && skipTransparent(typescript, released.object).getText() === variable ? formOf(view, only, released.call) : undefined;
  return form && released ? { ...over, loop: statement, released, awaited: form.awaited, isPlain: !/\/[/*]/.test(statement.getText()) } : undefined;
}

const turning: ReadonlySet<string> = new Set(['toReversed', 'reverse']);

/** `this.all`, `[...this.all]`, `this.all.slice()`, each of them turned round or not. */
function collectionOf(typescript: ClassAtHand['view']['ts'], expression: ts.Expression): { name: string; isLastFirst: boolean } {
  const inner = skipTransparent(typescript, expression);
  const call = methodCall(typescript, inner);
  if (call && turning.has(call.name)) {
    const { name, isLastFirst } = collectionOf(typescript, call.object);
    return { name, isLastFirst: !isLastFirst };
  }
  if (call?.name === 'slice' && call.call.arguments.length === 0) return collectionOf(typescript, call.object);
  const [spread] = typescript.isArrayLiteralExpression(inner) && inner.elements.length === 1 ? inner.elements : [];
  return spread && typescript.isSpreadElement(spread) ? collectionOf(typescript, spread.expression) : { name: inner.getText(), isLastFirst: false };
}
