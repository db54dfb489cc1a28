import type ts from 'typescript';
import { calleeBody } from '../../analysis/contracts/calls.ts';
import { releaseText } from '../../analysis/index.ts';
import { obligationsOf } from '../../analysis/ownership/class-obligations.ts';
import type { ClassObligation } from '../../analysis/class-story.ts';
import { descendants, type FunctionWithBody } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Unreleased } from '../../plans/fields-to-stack/site.ts';
import { mayNotEnd } from '../constructor-to-start/may-not-end.ts';
import { beginningOf } from './beginnings.ts';
import { ownField, rangeOf, type ClassAtHand } from './class-at-hand.ts';

/** What the start of a class provably begins and nothing ends, as far as a stack can end it: fields that nobody releases, and work with an end that nobody waits for. */
export function unreleasedIn(mine: ClassAtHand, first: ts.Statement | undefined): readonly Unreleased[] {
  const left = obligationsOf(mine.view, mine.owner).filter(({ released, endedElsewhere }) => !released && !endedElsewhere);
  return left.flatMap((one) => (one.kind === 'field' && one.grade === 'certain' ? fieldOf(mine, one) : one.kind === 'background task' ? taskOf(mine, one) : undefined) ?? []).filter(({ begun }) => first !== undefined && begun.start >= first.getStart());
}

function fieldOf(mine: ClassAtHand, { name, at, contract, lazy }: ClassObligation): Unreleased | undefined {
  const { view, owner } = mine;
  const [beginning, field] = [beginningOf(mine, name, at), ownField(view, owner, name)];
  if (typeof beginning === 'string' || !contract || lazy || !field) return undefined;
  const written = releaseText(contract, beginning.variable ?? name);
  const call = written.replace(/^await /, '');
  if (!/^[\w.$#]+\([\w.$#]*\)$/.test(call)) return undefined;
  const isSure = beginning.variable !== undefined || !mayBeEmpty(view.ts, view.types.typeOf(field.name));
  return { kind: 'field', begun: rangeOf(beginning.statement), call: isSure ? call : call.replace(`${name}.`, `${name}?.`), type: { thenable: call !== written, givesNothing: givesNothing(view, at, call) } };
}

/** All that the work does is in a `try` whose `catch` does no more than say what happened: the stop waits for it and never fails because of it. */
function handlesAll({ ts: typescript }: View, { body }: FunctionWithBody): boolean {
  const [only, ...more] = typescript.isBlock(body) ? body.statements : [];
  if (!only || more.length > 0 || !typescript.isTryStatement(only) || !only.catchClause || only.finallyBlock) return false;
  const { statements } = only.catchClause.block;
  const calls = statements.filter((statement) => typescript.isExpressionStatement(statement) && typescript.isCallExpression(statement.expression));
  return calls.length === statements.length && statements.length < 2 && ![...descendants(typescript, only.catchClause)].some((node) => typescript.isAwaitExpression(node) || typescript.isThrowStatement(node));
}

/** `void this.work();` or `this.work();` as a statement of the start itself. */
function taskOf({ view, start }: ClassAtHand, { at }: ClassObligation): Unreleased | undefined {
  const { ts: typescript } = view;
  const statement = start.body.statements.find((one) => one.pos <= at.pos && at.end <= one.end);
  const call = statement && typescript.isExpressionStatement(statement) ? (typescript.isVoidExpression(statement.expression) ? statement.expression.expression : statement.expression) : undefined;
  const body = call && typescript.isCallExpression(call) && call === at ? calleeBody(view, call) : undefined;
  if (!statement || !call || !body || mayNotEnd(view, body) || !handlesAll(view, body) || /\/[/*]/.test(statement.getText().slice(0, call.getStart() - statement.getStart()))) return undefined;
  return { kind: 'task', begun: rangeOf(statement), call: rangeOf(call), givesNothing: isNothing(view, view.types.awaitedTypeOf(view.types.typeOf(call))) };
}

function mayBeEmpty({ TypeFlags }: View['ts'], type: ts.Type): boolean {
  return (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & (TypeFlags.Undefined | TypeFlags.Null | TypeFlags.Any | TypeFlags.Unknown)) !== 0);
}

/** Whether the method that the text calls gives nothing, as far as the receiver at hand says. */
function givesNothing(view: View, at: ts.Expression, call: string): boolean {
  const { ts: typescript } = view;
  const method = /\.(\w+)\(\)$/.exec(call)?.[1];
  const receiver = typescript.isCallExpression(at) && typescript.isPropertyAccessExpression(at.expression) ? view.types.valueTypeOf(at.expression.expression) : view.types.awaitedTypeOf(view.types.valueTypeOf(at));
  const member = method === undefined ? undefined : view.types.memberOf(receiver, method);
  const [signature] = member ? view.types.typeOfMember(member, at).getCallSignatures() : [];
  return signature !== undefined && isNothing(view, view.types.awaitedTypeOf(view.types.returnTypeOf(signature)));
}

function isNothing({ ts: { TypeFlags } }: View, type: ts.Type): boolean {
  return (type.isUnion() ? type.types : [type]).every(({ flags }) => (flags & (TypeFlags.Void | TypeFlags.Undefined)) !== 0);
}
