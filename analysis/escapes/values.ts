import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { contractOfValue, memberNames } from '../contracts/of-type.ts';
import { parameterEffect } from '../ownership/argument-effect.ts';
import { referencesIn } from '../ownership/references.ts';
import { isStack } from '../ownership/stack.ts';
import { actOf } from '../released/acts.ts';
import { chainOf } from '../released/chain.ts';
import { isQuiet } from '../released/quiet-calls.ts';
import { fieldOfThis, memberAccess, nameOf, outermost, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { certain, likely, type Way } from './way.ts';
import { keptIn } from './keeps.ts';
import { isDeclaredOutside, lifetimeOf } from './outlives.ts';
import type { Owned } from './owned.ts';
import { wayOfPromise } from './promise-way.ts';

const deepest = 4;

/** How a value leaves the scope that owns it, or takes what is owned along; nothing when it stays. */
export function wayOfValue(view: View, expression: ts.Expression, owned: Owned, depth = 0): Way | undefined {
  const { ts: typescript } = view;
  const value = outermost(typescript, expression);
  const { parent } = value;
  if (depth > deepest) return undefined;
  const next = (outer: ts.Expression) => wayOfValue(view, outer, owned, depth + 1);
  if (typescript.isReturnStatement(parent)) return certain('returned', value);
  if (typescript.isAwaitExpression(parent)) return next(parent);
  const holder = holderOf(view, value);
  if (holder) return next(holder);
  if (typescript.isBinaryExpression(parent)) return wayOfOperand(view, value, parent, owned, next);
  if (typescript.isCallExpression(parent) || typescript.isNewExpression(parent)) return parent.expression === value ? undefined : wayOfArgument(view, value, parent, owned, next);
  if (typescript.isVariableDeclaration(parent) && typescript.isIdentifier(parent.name)) return depth === 0 ? undefined : wayOfVariable(view, parent.name, owned, depth);
  return typescript.isPropertyAccessExpression(parent) || typescript.isElementAccessExpression(parent) ? wayOfMember(view, value, owned, next) : undefined;
}

/** The literal or branch that has the value in it. */
export function holderOf(view: View, value: ts.Expression): ts.Expression | undefined {
  const { ts: typescript } = view;
  const { parent } = value;
  if (typescript.isShorthandPropertyAssignment(parent) || (typescript.isPropertyAssignment(parent) && parent.initializer === value)) return parent.parent;
  if (typescript.isArrayLiteralExpression(parent) || typescript.isSpreadElement(parent)) return parent as ts.Expression;
  return typescript.isConditionalExpression(parent) && parent.condition !== value ? parent : undefined;
}

function wayOfOperand(view: View, value: ts.Expression, binary: ts.BinaryExpression, owned: Owned, next: (outer: ts.Expression) => Way | undefined): Way | undefined {
  const { SyntaxKind } = view.ts;
  const operator = binary.operatorToken.kind;
  if (operator === SyntaxKind.EqualsToken) return binary.right === value && isKeptBeyond(view, binary.left, owned) ? certain('stored', binary, nameOf(binary.left)) : undefined;
  const passes = [SyntaxKind.QuestionQuestionToken, SyntaxKind.BarBarToken, SyntaxKind.CommaToken, SyntaxKind.AmpersandAmpersandToken].includes(operator as never);
  return passes && (binary.right === value || operator === SyntaxKind.QuestionQuestionToken || operator === SyntaxKind.BarBarToken) ? next(binary) : undefined;
}

/** Whether what is assigned lives longer than the scope. */
export function isKeptBeyond(view: View, target: ts.Expression, owned: Owned): boolean {
  const left = skipTransparent(view.ts, target);
  if (view.ts.isIdentifier(left)) return isDeclaredOutside(view, left, owned);
  return memberAccess(view.ts, left) !== undefined && lifetimeOf(view, left, owned) === 'outlives';
}

const collectors: ReadonlySet<string> = new Set(['push', 'unshift', 'add', 'set', 'append']);

function wayOfArgument(view: View, value: ts.Expression, call: ts.CallExpression | ts.NewExpression, owned: Owned, next: (outer: ts.Expression) => Way | undefined): Way | undefined {
  const access = memberAccess(view.ts, skipTransparent(view.ts, call.expression));
  if (access && isStack(view, access.object)) return lifetimeOf(view, access.object, owned) === 'outlives' ? certain('stored', call, nameOf(access.object)) : undefined;
  const body = calleeBody(view, call);
  if (access && !body && collectors.has(access.name)) return wayOfCollection(view, access.object, call, owned, next);
  if (!body) return view.ts.isNewExpression(call) ? likely(next(call)) : wayOfWork(view, call, owned);
  const index = ((call.arguments ?? []) as readonly ts.Node[]).indexOf(value);
  const kept = keptIn(view, body, index);
  if (kept === 'outside') return certain('stored', call, nameOf(call.expression));
  if (kept === 'instance') return view.ts.isNewExpression(call) ? next(call) : wayOfReceiver(view, access?.object, call, owned);
  if (view.ts.isNewExpression(call)) return undefined;
  return wayOfWork(view, call, owned) ?? (parameterEffect(view, body, index, undefined) === 'returns' ? next(call) : undefined);
}

/** A method that keeps its argument in the instance it is called on. */
function wayOfReceiver(view: View, receiver: ts.Expression | undefined, call: ts.CallExpression, owned: Owned): Way | undefined {
  return receiver && lifetimeOf(view, receiver, owned) === 'outlives' ? certain('stored', call, nameOf(receiver)) : undefined;
}

function wayOfCollection(view: View, collection: ts.Expression, call: ts.CallExpression | ts.NewExpression, owned: Owned, next: (outer: ts.Expression) => Way | undefined): Way | undefined {
  if (lifetimeOf(view, collection, owned) === 'outlives') return certain('stored', call, nameOf(collection));
  const symbol = view.ts.isIdentifier(collection) ? view.types.symbolOf(collection) : undefined;
  return symbol && referencesIn(view, symbol, owned.block).filter((reference) => reference !== collection).map(next).find((way) => way?.kind === 'returned' || way?.kind === 'stored');
}

/** A call that works with the value: whether somebody in the scope waits for it. */
export function wayOfWork(view: View, call: ts.CallExpression | ts.NewExpression, owned: Owned): Way | undefined {
  if (!view.types.isThenable(view.types.typeOf(call)) || onlyWaits(lastName(call))) return undefined;
  const way = wayOfPromise(view, call, owned);
  if (!way) return undefined;
  if (way.kind === 'returned') return certain('promise', way.at, nameOf(call));
  if (way.kind === 'kept') return certain('floating', call, nameOf(call));
  return certain('floating', way.at, nameOf(call));
}

/** `once(db, 'end')`, `db.closed()`: a wait for the end itself. */
function onlyWaits(name: string): boolean {
  return isQuiet(name, true) && !['then', 'catch', 'finally'].includes(name);
}

function lastName(call: ts.CallExpression | ts.NewExpression): string {
  return /#?[\w$]+$/.exec(call.expression.getText())?.[0] ?? '';
}

/** `x.query()`, `x.rows.load()`: what is asked of the value, or of something that it hands out. */
function wayOfMember(view: View, value: ts.Expression, owned: Owned, next: (outer: ts.Expression) => Way | undefined): Way | undefined {
  const contract = contractOfValue(view, value)?.contract;
  const deed = actOf(view, value, 0);
  if (deed?.kind === 'release' || deed?.kind === 'start') return undefined;
  const first = callOf(view, value);
  if (first && contract?.fluent?.includes(memberAccess(view.ts, first.expression)?.name ?? '')) return next(first);
  const work = chainOf(view, value);
  if (work === value || !view.ts.isCallExpression(work)) return undefined;
  return view.ts.isReturnStatement(outermost(view.ts, work).parent) && isReadLater(view, work) ? likely(certain('returned', work)) : wayOfWork(view, work, owned);
}

/** A stream or an iterator asks for its values when somebody reads it. */
function isReadLater(view: View, work: ts.Expression): boolean {
  const members = memberNames(view, view.types.valueTypeOf(work));
  return !view.types.isThenable(view.types.typeOf(work)) && (members.has('Symbol.asyncIterator') || members.has('next'));
}

function callOf(view: View, value: ts.Expression): ts.CallExpression | undefined {
  const callee = outermost(view.ts, value.parent as ts.Expression);
  return view.ts.isCallExpression(callee.parent) && callee.parent.expression === callee ? callee.parent : undefined;
}

/** A variable of the scope that holds something which holds the value. */
function wayOfVariable(view: View, name: ts.Identifier, owned: Owned, depth: number): Way | undefined {
  const symbol = view.types.symbolOf(name);
  if (!symbol || isDeclaredOutside(view, name, owned)) return undefined;
  return referencesIn(view, symbol, owned.block).map((reference) => wayOfHolder(view, reference, owned, depth)).find((way) => way !== undefined);
}

/** A holder leaves as a whole, or not at all: what its own methods do is not followed. */
function wayOfHolder(view: View, reference: ts.Identifier, owned: Owned, depth: number): Way | undefined {
  if (memberAccess(view.ts, reference.parent)?.object === reference || fieldOfThis(view.ts, reference) !== undefined) return undefined;
  return wayOfValue(view, reference, owned, depth + 1);
}
