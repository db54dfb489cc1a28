import type ts from 'typescript';
import { calleeBody, startedBy } from '../contracts/calls.ts';
import { hasElementsAtFirst, holdsAtFirst } from '../flow/at-first.ts';
import { memberAccess, methodCall, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { eagerWork } from './eager.ts';
import { isPassedOn, isThenable } from './makes-promise.ts';
import { callbackMethod, isPromise } from './runs-at-once.ts';
import { timerWork } from './timers.ts';

/**
 * Whether a function goes on after it has returned, where it runs for the first time: it surely does, at least for what some caller gives it;
 * that hangs on what nobody knows; or it has ended when it returns.
 */
export type Course = 'goes on' | 'perhaps' | 'ends';

export function courseOf(view: View, body: FunctionWithBody): Course {
  return view.remember('courseOf', body, () => ofBody({ view, begun: (node) => begunBy(view, node) }, body), { bottom: 'ends', unknown: 'goes on' });
}

/** Whether a function that runs for the first time comes to one of its calls: `goes on` where it surely does, for what some caller gives it. */
export function comesTo(view: View, body: FunctionWithBody, call: ts.Node): Course {
  let seen = false;
  const course = ofBody({ view, begun: (node) => (node === call ? ((seen = true), 'goes on') : 'ends') }, body);
  return seen ? course : 'goes on';
}

/** What is looked for on the way through a function. */
interface Walk {
  view: View;
  begun(node: ts.Node): Course;
}

function ofBody(walk: Walk, { body }: FunctionWithBody): Course {
  return walk.view.ts.isBlock(body) ? ofStatements(walk, body.statements, 'ends') : ofNode(walk, body, 'ends');
}

/** What follows is known first: from the last statement to the first. */
function ofStatements(walk: Walk, statements: readonly ts.Statement[], rest: Course): Course {
  return statements.reduceRight((after, statement) => ofStatement(walk, statement, after), rest);
}

function ofStatement(walk: Walk, statement: ts.Statement, rest: Course): Course {
  const { ts: typescript } = walk.view;
  if (typescript.isBlock(statement)) return ofStatements(walk, statement.statements, rest);
  if (typescript.isReturnStatement(statement) || typescript.isThrowStatement(statement)) return statement.expression ? ofNode(walk, statement.expression, 'ends') : 'ends';
  if (typescript.isIfStatement(statement)) return ofChoice(walk, statement.expression, (after) => ofStatement(walk, statement.thenStatement, after), (after) => (statement.elseStatement ? ofStatement(walk, statement.elseStatement, after) : after), rest);
  if (typescript.isTryStatement(statement)) return ofStatements(walk, statement.tryBlock.statements, statement.finallyBlock ? ofStatements(walk, statement.finallyBlock.statements, rest) : rest);
  if (typescript.isForOfStatement(statement)) return ofLoopOver(walk, statement, rest);
  if (typescript.isSwitchStatement(statement)) return ofNode(walk, statement.expression, most(...statement.caseBlock.clauses.map((clause) => ofStatements(walk, clause.statements, rest)), rest));
  if (typescript.isWhileStatement(statement) || typescript.isForStatement(statement) || typescript.isForInStatement(statement) || typescript.isDoStatement(statement)) return most(ofStatement(walk, statement.statement, rest), ofChildren(walk, statement, rest));
  if (typescript.isLabeledStatement(statement)) return ofStatement(walk, statement.statement, rest);
  return ofChildren(walk, statement, rest);
}

function ofLoopOver(walk: Walk, loop: ts.ForOfStatement, rest: Course): Course {
  if (loop.awaitModifier) return walk.begun(loop) === 'ends' ? ofNode(walk, loop.expression, rest) : 'goes on';
  return ofNode(walk, loop.expression, among(hasElementsAtFirst(walk.view, loop.expression), ofStatement(walk, loop.statement, rest), rest));
}

function ofChoice(walk: Walk, condition: ts.Expression, held: (rest: Course) => Course, failed: (rest: Course) => Course, rest: Course): Course {
  return ofNode(walk, condition, among(holdsAtFirst(walk.view, condition), held(rest), failed(rest)));
}

/** Of two ways: the one that is taken, the further one where somebody outside decides, and only what both have in common where nothing is known. */
function among(holds: boolean | 'given' | 'unknown', held: Course, failed: Course): Course {
  if (holds === 'given') return most(held, failed);
  if (holds === 'unknown') return held === failed ? held : 'perhaps';
  return holds ? held : failed;
}

const further: readonly Course[] = ['ends', 'perhaps', 'goes on'];

function most(...courses: readonly Course[]): Course {
  return courses.reduce((one, other) => (further.indexOf(other) > further.indexOf(one) ? other : one));
}

/** An expression: what stands in it is evaluated first, then what it begins by itself. */
function ofNode(walk: Walk, node: ts.Node, rest: Course): Course {
  const { view } = walk;
  const { ts: typescript } = view;
  if (typescript.isFunctionLike(node) || typescript.isClassLike(node)) return rest;
  if (typescript.isConditionalExpression(node)) return ofChoice(walk, node.condition, (after) => ofNode(walk, node.whenTrue, after), (after) => ofNode(walk, node.whenFalse, after), rest);
  if (typescript.isBinaryExpression(node) && isShortCircuit(view, node)) return ofShortCircuit(walk, node, rest);
  const own = walk.begun(node);
  const after = own === 'ends' ? rest : own === 'perhaps' ? most('perhaps', rest) : 'goes on';
  return typescript.isCallExpression(node) ? ofCall(walk, node, after) : ofChildren(walk, node, after);
}

function ofChildren(walk: Walk, node: ts.Node, rest: Course): Course {
  const children: ts.Node[] = [];
  walk.view.ts.forEachChild(node, (child) => void children.push(child));
  return children.reduceRight((after, child) => ofNode(walk, child, after), rest);
}

/** Callbacks of array methods run once for each element. */
function ofCall(walk: Walk, call: ts.CallExpression, rest: Course): Course {
  const { view } = walk;
  const callback = call.arguments[0] && skipTransparent(view.ts, call.arguments[0]);
  const object = memberAccess(view.ts, call.expression)?.object;
  if (!object || !callback || !(view.ts.isArrowFunction(callback) || view.ts.isFunctionExpression(callback)) || callbackMethod(view, call) === undefined) return ofChildren(walk, call, rest);
  const once = most(ofBody(walk, callback as FunctionWithBody), rest);
  return ofNode(walk, object, among(hasElementsAtFirst(view, object), once, rest));
}

function isShortCircuit(view: View, { operatorToken: { kind } }: ts.BinaryExpression): boolean {
  const { AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken } = view.ts.SyntaxKind;
  return kind === AmpersandAmpersandToken || kind === BarBarToken || kind === QuestionQuestionToken;
}

function ofShortCircuit(walk: Walk, { left, right, operatorToken: { kind } }: ts.BinaryExpression, rest: Course): Course {
  const asksRight = ofNode(walk, right, rest);
  const { AmpersandAmpersandToken } = walk.view.ts.SyntaxKind;
  const holds = holdsAtFirst(walk.view, left);
  return ofNode(walk, left, kind === AmpersandAmpersandToken ? among(holds, asksRight, rest) : among(holds, rest, asksRight));
}

/** What a node begins that goes on when the function has returned: a wait, a promise of code outside the program, a resource that is at work. */
function begunBy(view: View, node: ts.Node): Course {
  const { ts: typescript } = view;
  if (typescript.isForOfStatement(node)) return 'goes on';
  if (typescript.isAwaitExpression(node)) return ofAwait(view, skipTransparent(typescript, node.expression));
  if (typescript.isNewExpression(node)) return eagerWork(view, node) ? 'goes on' : 'ends';
  if (!typescript.isCallExpression(node) || isPassedOn(view, node)) return 'ends';
  if (startedBy(view, node) || eagerWork(view, node) || timerWork(view, node)) return 'goes on';
  const body = calleeBody(view, node);
  if (body && !body.asteriskToken) return courseOf(view, body);
  return isThenable(view, node) ? (mayAnswerNothing(view, node) ? 'perhaps' : 'goes on') : 'ends';
}

/** What calls make is judged at the call; a promise that is there already, or settles at an event, is waited for. */
function ofAwait(view: View, value: ts.Expression): Course {
  const { ts: typescript } = view;
  if (typescript.isNewExpression(value)) return isPromise(value) ? 'goes on' : 'ends';
  if (!typescript.isCallExpression(value)) return isThenable(view, value) ? 'goes on' : 'ends';
  const method = isPassedOn(view, value) ? methodCall(typescript, value) : undefined;
  if (!method) return 'ends';
  if (method.object.getText() !== 'Promise') return ofAwait(view, skipTransparent(typescript, method.object));
  return value.arguments[0] ? ofAwaitedList(view, skipTransparent(typescript, value.arguments[0])) : 'ends';
}

/** `Promise.all([this.first, second()])`, `Promise.all(promises)`, `Promise.all(hooks.map(run))` */
function ofAwaitedList(view: View, list: ts.Expression): Course {
  const { ts: typescript } = view;
  if (typescript.isArrayLiteralExpression(list)) return most('ends', ...list.elements.map((element) => ofAwait(view, skipTransparent(typescript, element))));
  if (!typescript.isCallExpression(list)) return among(hasElementsAtFirst(view, list), 'goes on', 'ends');
  const access = callbackMethod(view, list) === undefined ? undefined : memberAccess(typescript, list.expression);
  const isJudgedThere = list.arguments.some((argument) => typescript.isFunctionLike(skipTransparent(typescript, argument)));
  return isJudgedThere || calleeBody(view, list) ? 'ends' : among(access ? hasElementsAtFirst(view, access.object) : true, 'goes on', 'ends');
}

/** `Promise<void> | undefined`: a debounced call answers nothing before its time. */
function mayAnswerNothing(view: View, call: ts.CallExpression): boolean {
  if (call.questionDotToken) return false;
  const type = view.types.typeOf(call);
  return type.isUnion() && type.types.some((part) => (part.flags & view.ts.TypeFlags.Undefined) !== 0);
}
