import type ts from 'typescript';
import { releasedBy } from '../../analysis/contracts/calls.ts';
import { allDescendants, fieldOfThis, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { FieldRelease } from '../../plans/fields-to-stack/site.ts';
import type { FileTypes } from '../../plans/finally-to-stack/types.ts';
import type { Reason } from '../../plans/reasons.ts';
import { formOf, rangeOf, type ClassAtHand } from './class-at-hand.ts';
import { collectionReleasedBy } from './collections.ts';

type Releases = ReadonlyMap<string, FieldRelease>;

/** How stop releases each field, one behind the other and each in statements of its own; or why it does not. */
export function releasesOfStop(mine: ClassAtHand, types: FileTypes): Releases | Reason {
  const found = new Map<string, FieldRelease>();
  const { statements } = mine.stop.body;
  let isOver = false;
  let last: string | undefined;
  for (const statement of statements) {
    const collection = collectionReleasedBy(mine, statement);
    const calls = collection ? [] : releasesIn(mine, statement);
    const emptied = last !== undefined && !isOver && emptiedBy(mine, statement) === last ? found.get(last) : undefined;
    if (collection) {
      if (isOver) return 'work-between-releases';
      if (found.has(collection.name)) return 'released-elsewhere';
      const release = releaseOfCollection(collection, types);
      if (typeof release === 'string') return release;
      found.set(collection.name, release);
      last = undefined;
    } else if (calls.length === 0 && emptied && last !== undefined) found.set(last, { ...emptied, end: statement.end, isPlain: false });
    else if (calls.length === 0) isOver ||= found.size > 0;
    else {
      const release = releaseOf(mine, statement, calls, types);
      if (typeof release === 'string') return release;
      if (isOver) return 'work-between-releases';
      const [call] = calls;
      last = call!.name;
      if (found.has(last)) return 'released-elsewhere';
      found.set(last, release);
    }
  }
  return found.size === mine.names.length ? found : 'release-not-in-block';
}

interface ReleaseCall {
  readonly name: string;
  readonly call: ts.CallExpression;
  readonly object: ts.Expression;
}

function releasesIn({ view, names }: ClassAtHand, statement: ts.Statement): ReleaseCall[] {
  return [statement, ...allDescendants(view.ts, statement)].flatMap((node) => {
    const released = releasedBy(view, node);
    const field = released && fieldOfThis(view.ts, released.object);
    return released && field !== undefined && names.includes(`this.${field}`) ? [{ name: `this.${field}`, call: released.call, object: released.object }] : [];
  });
}

function releaseOfCollection({ loop, released, awaited, isLastFirst, isPlain }: NonNullable<ReturnType<typeof collectionReleasedBy>>, types: FileTypes): FieldRelease | Reason {
  const call = rangeOf(released.call);
  const type = types.release(call);
  if (!awaited && (!type || type.thenable)) return 'release-not-awaited';
  return { ...rangeOf(loop), call, object: rangeOf(released.object), awaited, isGuarded: false, isPlain, loop: isLastFirst ? 'last first' : 'first first', type };
}

function releaseOf(mine: ClassAtHand, statement: ts.Statement, [first, ...more]: readonly ReleaseCall[], types: FileTypes): FieldRelease | Reason {
  const { view: { ts: typescript } } = mine;
  if (!first || more.length > 0) return 'release-not-in-block';
  const call = rangeOf(first.call);
  if (typescript.isTryStatement(statement)) return 'stop-error-handled';
  const isGuarded = typescript.isIfStatement(statement);
  if (isGuarded && !isNullCheck(mine, statement, first.name)) return 'guard-not-null-check';
  const inner = isGuarded ? statementsOf(typescript, statement.thenStatement) : [statement];
  const [release, ...resets] = inner;
  const form = release && formOf(mine.view, release, first.call);
  if (!form || resets.some((reset) => emptiedBy(mine, reset) !== first.name)) return form === undefined ? whyNoStatement(typescript, first.call) : 'work-between-releases';
  const type = types.release(call);
  if (!form.awaited && (!type || type.thenable)) return 'release-not-awaited';
  const isPlain = resets.length === 0 && !/\/[/*]/.test(statement.getText().replace(first.call.getText(), ''));
  return { ...rangeOf(statement), call, object: rangeOf(first.object), awaited: form.awaited, isGuarded, isPlain, loop: undefined, type };
}

function whyNoStatement(typescript: View['ts'], { parent }: ts.CallExpression): Reason {
  if (typescript.isVoidExpression(parent)) return 'release-not-awaited';
  return typescript.isPropertyAccessExpression(parent) ? 'stop-error-handled' : 'release-not-in-block';
}

function statementsOf(typescript: View['ts'], statement: ts.Statement): readonly ts.Statement[] {
  return typescript.isBlock(statement) ? statement.statements : [statement];
}

/** `if (this.x)`, `if (this.x !== undefined)` without an `else`. */
function isNullCheck({ view: { ts: typescript } }: ClassAtHand, { expression, elseStatement }: ts.IfStatement, name: string): boolean {
  if (elseStatement) return false;
  const condition = skipTransparent(typescript, expression);
  if (condition.getText() === name) return true;
  if (!typescript.isBinaryExpression(condition) || condition.left.getText() !== name) return false;
  const { kind } = condition.operatorToken;
  return (kind === typescript.SyntaxKind.ExclamationEqualsEqualsToken || kind === typescript.SyntaxKind.ExclamationEqualsToken) && isNothing(condition.right);
}

/** The field that a statement empties: `this.x = undefined;` */
function emptiedBy({ view: { ts: typescript } }: ClassAtHand, statement: ts.Statement): string | undefined {
  if (!typescript.isExpressionStatement(statement) || !typescript.isBinaryExpression(statement.expression)) return undefined;
  const { left, operatorToken, right } = statement.expression;
  return operatorToken.kind === typescript.SyntaxKind.EqualsToken && isNothing(right) ? left.getText() : undefined;
}

function isNothing(value: ts.Expression): boolean {
  return value.getText() === 'undefined' || value.getText() === 'null';
}
