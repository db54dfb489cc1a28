import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { callbackMethod } from '../construction/runs-at-once.ts';
import { memberOfClasses } from '../ownership/field-paths.ts';
import { classChain, teardownMembers } from '../ownership/teardown.ts';
import { directlyBelow } from '../nodes.ts';
import { fieldOfThis, hasBody, isAsync, memberAccess, memberName, methodCall, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { askedBy, demandedBy } from './asks.ts';

/** Where a run of the instance's code stands. */
interface Tick {
  /** The last place at which other code could run: an `await`, or the call of `then()` whose callback this is. */
  since: ts.Node | undefined;
  /** What has been asked since then that a stop may have changed. */
  asked: ReadonlySet<string>;
}

/** Nothing: no run comes here. */
type State = Tick | undefined;

/** A node that was asked for and comes to run. */
export interface Reached {
  node: ts.Node;
  since: ts.Node | undefined;
  asked: Set<string>;
}

interface Walk {
  view: View;
  owner: ts.ClassLikeDeclaration;
  wanted: (node: ts.Node) => boolean;
  /** Whether what was asked before a wait still counts after it. */
  remembers: boolean;
  reached: Reached[];
  running: Set<FunctionWithBody>;
  returns: Tick[];
  jumps: Tick[];
  latest: State;
  /** How the async functions end that were called. */
  ends: Map<ts.Node, State>;
}

/** Which of the wanted nodes a function of the instance, and its own functions that it calls, come to; with what they have waited for and asked before. */
export function reachedFrom(view: View, owner: ts.ClassLikeDeclaration, body: FunctionWithBody, wanted: Walk['wanted'], remembers = false): readonly Reached[] {
  const walk: Walk = { view, owner, wanted, remembers, reached: [], running: new Set(), returns: [], jumps: [], latest: undefined, ends: new Map() };
  enter(walk, body, { since: undefined, asked: new Set() });
  return walk.reached;
}

const mostNested = 8;

function enter(walk: Walk, body: FunctionWithBody, tick: Tick): State {
  if (walk.running.has(body) || walk.running.size >= mostNested) return tick;
  const { returns, jumps } = walk;
  walk.returns = [];
  walk.jumps = [];
  walk.running.add(body);
  const end = join(run(walk, body.body, tick), ...walk.returns);
  walk.running.delete(body);
  Object.assign(walk, { returns, jumps });
  return end;
}

/** Of several ways to one place the one that has waited and asked least. */
function join(...states: readonly State[]): State {
  const rank = (tick: Tick): number => tick.asked.size + (tick.since ? 0 : 1000);
  return states.filter((state) => state !== undefined).reduce<State>((worst, state) => (worst && rank(worst) <= rank(state) ? worst : state), undefined);
}

function run(walk: Walk, node: ts.Node | undefined, state: State): State {
  const { ts: typescript } = walk.view;
  if (!node || !state || typescript.isFunctionLike(node) || typescript.isClassLike(node)) return state;
  if (typescript.isIfStatement(node)) return branch(walk, node.expression, node.thenStatement, node.elseStatement, state);
  if (typescript.isConditionalExpression(node)) return branch(walk, node.condition, node.whenTrue, node.whenFalse, state);
  if (typescript.isBinaryExpression(node)) return ofBinary(walk, node, state);
  if (typescript.isSwitchStatement(node)) return ofSwitch(walk, node, state);
  if (typescript.isIterationStatement(node, false)) return ofLoop(walk, node, state);
  if (typescript.isTryStatement(node)) return ofTry(walk, node, state);
  if (typescript.isAwaitExpression(node)) return ofAwait(walk, node, state);
  if (typescript.isCallExpression(node)) return ofCall(walk, node, state);
  const end = visit(walk, node, runChildren(walk, node, state));
  return leaves(walk, node, end) ? undefined : end;
}

function runChildren(walk: Walk, node: ts.Node, state: State): State {
  let end = state;
  walk.view.ts.forEachChild(node, (child) => {
    end = run(walk, child, end);
  });
  return end;
}

function visit(walk: Walk, node: ts.Node, state: State): State {
  if (state && walk.wanted(node)) walk.reached.push({ node, since: state.since, asked: new Set(state.asked) });
  return state;
}

/** Notes with which state a function or a loop is left. */
function leaves(walk: Walk, node: ts.Node, state: State): boolean {
  const { ts: typescript } = walk.view;
  const jumps = typescript.isBreakOrContinueStatement(node);
  if (state && jumps) walk.jumps.push(state);
  if (state && typescript.isReturnStatement(node)) walk.returns.push(state);
  return jumps || typescript.isReturnStatement(node) || typescript.isThrowStatement(node);
}

/** A question right after an arming, before anybody else can run, is as good as one before it. */
function ask(walk: Walk, names: readonly string[], state: State): State {
  if (!state || names.length === 0) return state;
  for (const one of walk.reached) if (one.since === state.since) for (const name of names) one.asked.add(name);
  return { since: state.since, asked: new Set([...state.asked, ...names]) };
}

function test(walk: Walk, condition: ts.Expression | undefined, state: State): State {
  return condition ? ask(walk, askedBy(walk.view, walk.owner, condition), run(walk, condition, state)) : state;
}

function branch(walk: Walk, condition: ts.Expression, whenTrue: ts.Node, whenFalse: ts.Node | undefined, state: State): State {
  const asked = test(walk, condition, state);
  return join(run(walk, whenTrue, asked), run(walk, whenFalse, asked));
}

function ofBinary(walk: Walk, node: ts.BinaryExpression, state: State): State {
  const { SyntaxKind } = walk.view.ts;
  const { kind } = node.operatorToken;
  const asks = kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken;
  const mayStop = asks || [SyntaxKind.QuestionQuestionToken, SyntaxKind.QuestionQuestionEqualsToken, SyntaxKind.BarBarEqualsToken, SyntaxKind.AmpersandAmpersandEqualsToken].includes(kind as never);
  const left = asks ? test(walk, node.left, state) : run(walk, node.left, state);
  const right = run(walk, node.right, left);
  return mayStop ? join(left, right) : right;
}

function ofSwitch(walk: Walk, node: ts.SwitchStatement, state: State): State {
  const asked = test(walk, node.expression, state);
  const { jumps } = walk;
  walk.jumps = [];
  let end: State;
  for (const clause of node.caseBlock.clauses) end = runChildren(walk, clause, join(asked, end));
  const after = join(asked, end, ...walk.jumps);
  walk.jumps = jumps;
  return after;
}

/** Two turns, so that what the first waits for comes before what the second does. */
function ofLoop(walk: Walk, node: ts.IterationStatement, state: State): State {
  const { jumps } = walk;
  walk.jumps = [];
  const { condition, endless } = headOf(walk, node);
  let turn = begin(walk, node, state);
  let after: State;
  for (let count = 0; count < 2; count++) {
    const head = test(walk, condition, nextOf(walk, node, turn));
    after = join(after, endless ? undefined : head);
    turn = join(run(walk, node.statement, head), ...walk.jumps);
    if (walk.view.ts.isForStatement(node)) turn = run(walk, node.incrementor, turn);
  }
  after = join(after, endless ? undefined : turn, ...walk.jumps);
  walk.jumps = jumps;
  return after;
}

function headOf({ view: { ts: typescript } }: Walk, node: ts.IterationStatement): { condition: ts.Expression | undefined; endless: boolean } {
  const condition = typescript.isForStatement(node) ? node.condition : typescript.isWhileStatement(node) || typescript.isDoStatement(node) ? node.expression : undefined;
  const endless = condition ? condition.kind === typescript.SyntaxKind.TrueKeyword : typescript.isForStatement(node);
  return { condition, endless };
}

function begin(walk: Walk, node: ts.IterationStatement, state: State): State {
  const { ts: typescript } = walk.view;
  if (typescript.isForStatement(node)) return run(walk, node.initializer, state);
  return typescript.isForOfStatement(node) || typescript.isForInStatement(node) ? run(walk, node.expression, state) : state;
}

/** `for await` waits before each turn. */
function nextOf(walk: Walk, node: ts.IterationStatement, state: State): State {
  return state && walk.view.ts.isForOfStatement(node) && node.awaitModifier ? waited(walk, node, state) : state;
}

/** What is caught may have been thrown by the last thing that was waited for. */
function ofTry(walk: Walk, node: ts.TryStatement, state: Tick): State {
  const before = walk.latest;
  const tried = run(walk, node.tryBlock, state);
  const thrown = walk.latest === before ? state : walk.latest;
  const end = node.catchClause ? join(tried, run(walk, node.catchClause.block, thrown)) : tried;
  const last = run(walk, node.finallyBlock, end ?? thrown);
  return end && last;
}

function ofAwait(walk: Walk, node: ts.AwaitExpression, state: State): State {
  const { view } = walk;
  const awaited = skipTransparent(view.ts, node.expression);
  const before = run(walk, awaited, state);
  if (!before || !view.types.isThenable(view.types.typeOf(awaited)) || isOwnStop(walk, awaited) || isSettled(walk, awaited)) return before;
  if (!walk.ends.has(awaited)) return waited(walk, node, before);
  const end = walk.ends.get(awaited);
  return end && end.since !== before.since ? waited(walk, node, before, end.asked) : end;
}

/** A start that stops first what an earlier one has begun waits for nothing that somebody else would stop. */
function isOwnStop({ view, owner }: Walk, awaited: ts.Expression): boolean {
  const name = view.ts.isCallExpression(awaited) ? fieldOfThis(view.ts, awaited.expression) : undefined;
  return name !== undefined && teardownMembers(view, owner).some((member) => memberName(view.ts, member.name) === name);
}

/** `await super.start()`, where that is async and waits for nothing. */
function isSettled({ view, ends }: Walk, awaited: ts.Expression): boolean {
  const body = view.ts.isCallExpression(awaited) && !ends.has(awaited) ? calleeBody(view, awaited) : undefined;
  return body !== undefined && isAsync(view.ts, body) && view.ts.isBlock(body.body) && !directlyBelow(view.ts, body.body, 'await', 'return', 'forOf').some((node) => mayWait(view, node));
}

function mayWait(view: View, node: ts.Node): boolean {
  return view.ts.isAwaitExpression(node) || view.ts.isReturnStatement(node) || (view.ts.isForOfStatement(node) && node.awaitModifier !== undefined);
}

function waited(walk: Walk, since: ts.Node, before: Tick, asked: ReadonlySet<string> = new Set()): Tick {
  return (walk.latest = { since, asked: walk.remembers ? new Set([...before.asked, ...asked]) : asked });
}

/** What a wanted call asks in its own body is not asked before it. */
function ofCall(walk: Walk, call: ts.CallExpression, state: State): State {
  const { view, owner } = walk;
  const given = ask(walk, demandedBy(view, owner, call), visit(walk, call, runChildren(walk, call, state)));
  const after = given && ofCallbacks(walk, call, given);
  const body = walk.wanted(call) ? undefined : ownFunction(view, owner, call.expression);
  if (!after || !body || body.asteriskToken) return after;
  const end = enter(walk, body, after);
  if (!isAsync(view.ts, body)) return end;
  walk.ends.set(call, end);
  return after;
}

const chains: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** Callbacks of array methods run at once, those of a promise when it has settled. */
function ofCallbacks(walk: Walk, call: ts.CallExpression, state: Tick): State {
  const { view, owner } = walk;
  const isChain = chains.has(methodCall(view.ts, call)?.name ?? '');
  if (!isChain && callbackMethod(view, call) === undefined) return state;
  const bodies = call.arguments.map((argument) => ownFunction(view, owner, argument)).filter((body) => body !== undefined);
  const ends = bodies.map((body) => enter(walk, body, isChain ? waited(walk, call, state) : state));
  return isChain ? state : join(state, ...ends);
}

/** A function that stands where it is used, or one of the instance's own: `this.poll`, `this.poll.bind(this)`. */
export function ownFunction(view: View, owner: ts.ClassLikeDeclaration, node: ts.Expression): FunctionWithBody | undefined {
  const { ts: typescript } = view;
  const value = skipTransparent(typescript, node);
  if (typescript.isArrowFunction(value) || typescript.isFunctionExpression(value)) return value;
  const bound = methodCall(typescript, value);
  const member = memberAt(view, owner, bound?.name === 'bind' ? bound.object : value);
  return member && functionOf(view, owner, member);
}

/** The member that `this.name`, or `super.name`, means. */
function memberAt(view: View, owner: ts.ClassLikeDeclaration, node: ts.Expression): ts.ClassElement | undefined {
  const access = memberAccess(view.ts, node);
  if (access?.object.kind === view.ts.SyntaxKind.SuperKeyword) return memberOfClasses(view, classChain(view, owner).slice(1), access.name);
  const name = fieldOfThis(view.ts, node);
  return name === undefined ? undefined : memberOfClasses(view, classChain(view, owner), name);
}

/** The function that a member is: a method, or a property that holds one. */
export function functionOf(view: View, owner: ts.ClassLikeDeclaration, member: ts.ClassElement): FunctionWithBody | undefined {
  if (hasBody(member)) return view.ts.isGetAccessor(member) ? undefined : member;
  return view.ts.isPropertyDeclaration(member) && member.initializer && !fieldOfThis(view.ts, member.initializer) ? ownFunction(view, owner, member.initializer) : undefined;
}
