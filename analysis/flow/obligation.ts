import type ts from 'typescript';
import { weaker, type Grade } from '../grade.ts';
import { isTransparent, memberAccess, oneLine, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { ExitKind, LeakingExit, ProcessExit, Step } from '../story.ts';
import type { View } from '../view.ts';
import { type Domain, type Exits, interpret } from './interpret.ts';
import { mayThrow } from './may-throw.ts';
import { endsProcess } from './process-exit.ts';
import { initialState, type State, type Trail, type Value, withKnown, withTrail } from './state.ts';

/** What evaluating one node does to one obligation. */
export type Effect =
  | { kind: 'acquire'; live: boolean; text: string }
  | { kind: 'start'; text: string }
  | { kind: 'release' }
  | { kind: 'transfer'; to: string };

/** One obligation inside one function: which nodes change it, which variables hold it. */
export interface Obligation {
  name: string;
  scope: FunctionWithBody;
  effects: ReadonlyMap<ts.Node, readonly Effect[]>;
  /** The variables that hold the resource, by name. */
  holders: ReadonlySet<string>;
  /** The parameter that it came in by: the function has it from the beginning. */
  parameter?: ts.Identifier;
  /** What earlier turns of a loop acquired is kept beside what the next turn acquires. */
  accumulates?: true;
  /** It may be live when the function is entered: an earlier run acquired it. */
  liveAtEntry?: true;
}

export interface Fate {
  leaks: readonly LeakingExit[];
  /** Where the process ends while it is live. */
  processExits: readonly ProcessExit[];
  /** Where it is acquired again while it is live. */
  overwrites: readonly Overwriting[];
  /** Whether some path releases it. */
  released: boolean;
  /** False when the bounds of the analysis were hit. */
  complete: boolean;
}

/** An acquisition that takes the place of a live one. */
export interface Overwriting {
  at: ts.Node;
  grade: Grade;
  path: readonly Step[];
}

/** Follows one obligation through every exit of its function. */
export function fateOf(view: View, obligation: Obligation): Fate {
  const lost: State[] = [];
  const exits = interpret(view, obligation.scope, domainOf(view, obligation, lost), atEntry(obligation));
  if (!exits) {
    view.bailOuts.push({ reason: 'state limit', file: obligation.scope.getSourceFile().fileName, start: obligation.scope.getStart() });
    return { leaks: [], processExits: [], overwrites: [], released: true, complete: false };
  }
  return { leaks: leaksOf(view, obligation, exits, lost), processExits: processExitsOf(exits), overwrites: overwritesOf(lost), released: someReleased(obligation), complete: true };
}

function atEntry({ parameter, name, liveAtEntry }: Obligation): State {
  if (liveAtEntry) return { ...initialState, status: 'live' };
  return parameter ? withTrail({ ...initialState, status: 'live' }, parameter, `'${name}' is handed over`) : initialState;
}

/** Of several ways to the same place the best proof. */
function overwritesOf(lost: readonly State[]): Overwriting[] {
  const found = new Map<ts.Node, Overwriting>();
  for (const { trail, grade } of [...lost].sort(byProof)) if (trail && !found.has(trail.node)) found.set(trail.node, { at: trail.node, grade, path: stepsOf(trail) });
  return [...found.values()];
}

function processExitsOf(exits: Exits): ProcessExit[] {
  return [...exits.process].flatMap(([at, states]) => {
    const shortest = [...states].filter((state) => state.status === 'live').sort(byProof)[0];
    return shortest ? [{ at: at as ts.Expression, grade: shortest.grade, path: [...stepsOf(shortest.trail), stepAt(at, 'the process ends')] }] : [];
  });
}

function someReleased(obligation: Obligation): boolean {
  return [...obligation.effects.values()].some((effects) => effects.some((effect) => effect.kind === 'release'));
}

function domainOf(view: View, obligation: Obligation, lost: State[]): Domain {
  const conditions = conditionsAskedTwice(view, obligation);
  const change = (before: State, node: ts.Node, effect: Effect): State => {
    if (effect.kind === 'acquire' && before.status === 'live') {
      if (obligation.accumulates) return before;
      lost.push(withTrail(before, node, 'acquired again while the first is live'));
    }
    return apply(before, node, effect);
  };
  return {
    evaluated: (node, state) => assign(view, obligation, node, (obligation.effects.get(node) ?? []).reduce((before, effect) => change(before, node, effect), state)),
    thrown: (node, state) => throwAt(view, obligation, node, state),
    assume: (condition, answer, state) => assume(view, obligation, conditions, condition, answer, answer ? state : unlessItStarted(view, obligation, condition, state)),
    endsProcess: (node) => endsProcess(view, node),
  };
}

/** `if (await host.start()) { … }`: a start that answers false has started nothing. */
function unlessItStarted(view: View, { effects }: Obligation, condition: ts.Expression, state: State): State {
  const isStart = effects.get(skipTransparent(view.ts, condition))?.some((effect) => effect.kind === 'start') ?? false;
  return isStart && state.status === 'live' ? { ...state, status: 'idle' } : state;
}

function apply(state: State, node: ts.Node, effect: Effect): State {
  switch (effect.kind) {
    case 'acquire':
      return withTrail({ ...state, status: effect.live ? 'live' : 'idle', released: false }, node, effect.text);
    case 'start':
      return state.status === 'idle' ? withTrail({ ...state, status: 'live' }, node, effect.text) : state;
    case 'release':
      return state.status === 'none' ? state : { ...state, status: 'done', released: true };
    case 'transfer':
      return state.status === 'none' ? state : { ...state, status: 'done' };
  }
}

function throwAt(view: View, obligation: Obligation, node: ts.Node, state: State): { state: State; grade: 'certain' | 'likely' } | undefined {
  if (state.status !== 'live' && state.status !== 'idle') return state.status === 'none' ? undefinedOr(view, node, state) : undefined;
  const effects = obligation.effects.get(node) ?? [];
  if (effects.some((effect) => effect.kind === 'release' || effect.kind === 'transfer')) return undefined;
  if (waitsForOwnStart(view, obligation, node)) return undefined;
  const grade = mayThrow(view, node);
  if (!grade) return undefined;
  const thrown = state.status === 'live' ? withTrail(state, node, wayOut(view, node)) : state;
  return { state: { ...thrown, grade: weaker(state.grade, grade) }, grade };
}

function wayOut(view: View, node: ts.Node): string {
  if (view.ts.isThrowStatement(node)) return 'throws';
  if (view.ts.isForOfStatement(node)) return `${shortText(node.expression)} may reject`;
  return `${shortText(node)} may ${view.ts.isCallExpression(node) || view.ts.isNewExpression(node) ? 'throw' : 'reject'}`;
}

/** Before the acquisition a throw matters only to the handlers it can reach. */
function undefinedOr(view: View, node: ts.Node, state: State): { state: State; grade: 'certain' | 'likely' } | undefined {
  const grade = mayThrow(view, node);
  return grade && { state, grade };
}

/** `await once(server, 'listening')`, `await new Promise((done) => server.listen(0, done))`: when these fail, nothing was started. */
function waitsForOwnStart(view: View, obligation: Obligation, node: ts.Node): boolean {
  const { ts: typescript } = view;
  if (!typescript.isAwaitExpression(node)) return false;
  const value = skipTransparent(typescript, node.expression);
  if (typescript.isNewExpression(value)) return mentions(typescript, value, obligation.holders);
  if (!typescript.isCallExpression(value)) return false;
  const callee = memberAccess(typescript, value.expression)?.name ?? value.expression.getText();
  const [first] = value.arguments;
  return callee === 'once' && first !== undefined && obligation.holders.has(skipTransparent(typescript, first).getText());
}

function mentions(typescript: View['ts'], node: ts.Node, names: ReadonlySet<string>): boolean {
  if (typescript.isIdentifier(node) && names.has(node.text)) return true;
  return typescript.forEachChild(node, (child) => mentions(typescript, child, names) || undefined) ?? false;
}

/** What an assignment or a declaration tells of the values that conditions may ask for. */
export function assign(view: View, obligation: Obligation, node: ts.Node, state: State): State {
  const { ts: typescript } = view;
  if (typescript.isVariableDeclaration(node) && typescript.isIdentifier(node.name)) {
    const text = node.name.text;
    if (!node.initializer) return isLet(typescript, node) ? withKnown(state, text, 'nullish') : state;
    return withKnown(state, text, valueOf(view, obligation, text, node.initializer, state));
  }
  if (typescript.isBinaryExpression(node) && node.operatorToken.kind === typescript.SyntaxKind.EqualsToken) {
    const target = skipTransparent(typescript, node.left);
    return forget(withKnown(state, target.getText(), valueOf(view, obligation, target.getText(), node.right, state)), target.getText());
  }
  return state;
}

function isLet(typescript: View['ts'], node: ts.VariableDeclaration): boolean {
  return (node.parent.flags & typescript.NodeFlags.Let) !== 0 && !typescript.isForOfStatement(node.parent.parent) && !typescript.isForInStatement(node.parent.parent);
}

/** Conditions that mention a name that was assigned are open again. */
function forget(state: State, name: string): State {
  let after = state;
  for (const key of state.known.keys()) if (key !== name && new RegExp(`(^|[^\\w$.])${escapeRegExp(name)}($|[^\\w$])`).test(key)) after = withKnown(after, key, undefined);
  return after;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function valueOf(view: View, obligation: Obligation, target: string, value: ts.Expression, state: State): Value | undefined {
  const { SyntaxKind } = view.ts;
  const node = skipTransparent(view.ts, value);
  if (node.kind === SyntaxKind.TrueKeyword) return 'truthy';
  if (node.kind === SyntaxKind.FalseKeyword) return 'falsy';
  if (node.kind === SyntaxKind.NullKeyword || (view.ts.isIdentifier(node) && node.text === 'undefined')) return 'nullish';
  if (obligation.holders.has(target)) return state.status === 'live' || state.status === 'idle' ? 'truthy' : undefined;
  return undefined;
}

/** Conditions without calls that the function asks more than once get the same answer each time. */
export function conditionsAskedTwice(view: View, obligation: Obligation): ReadonlySet<string> {
  return view.remember('conditionsAskedTwice', obligation.scope, () => {
    const seen = new Map<string, number>();
    const visit = (node: ts.Node): void => {
      const condition = conditionOf(view, node);
      if (condition) for (const leaf of leavesOf(view, condition)) seen.set(leaf, (seen.get(leaf) ?? 0) + 1);
      view.ts.forEachChild(node, visit);
    };
    visit(obligation.scope);
    return new Set([...seen].filter(([, count]) => count > 1).map(([text]) => text));
  });
}

function conditionOf(view: View, node: ts.Node): ts.Expression | undefined {
  if (view.ts.isIfStatement(node)) return node.expression;
  return view.ts.isConditionalExpression(node) ? node.condition : undefined;
}

function leavesOf(view: View, condition: ts.Expression): string[] {
  const node = skipTransparent(view.ts, condition);
  const { SyntaxKind } = view.ts;
  if (view.ts.isPrefixUnaryExpression(node)) return leavesOf(view, node.operand);
  if (view.ts.isBinaryExpression(node) && (node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken || node.operatorToken.kind === SyntaxKind.BarBarToken)) return [...leavesOf(view, node.left), ...leavesOf(view, node.right)];
  return isStable(view, node) ? [node.getText()] : [];
}

/** A name, a chain of properties, or a comparison of such: what can be asked twice with the same answer. */
function isStable(view: View, node: ts.Expression): boolean {
  const { ts: typescript } = view;
  const value = skipTransparent(typescript, node);
  if (typescript.isIdentifier(value) || typescript.isLiteralExpression(value) || value.kind === typescript.SyntaxKind.ThisKeyword) return true;
  if (typescript.isPropertyAccessExpression(value)) return isStable(view, value.expression);
  if (typescript.isTypeOfExpression(value)) return isStable(view, value.expression);
  if (typescript.isBinaryExpression(value)) return isStable(view, value.left) && isStable(view, value.right);
  return value.kind === typescript.SyntaxKind.NullKeyword;
}

/** The state in which a condition has the answer; nothing when what is known contradicts it. */
export function assume(view: View, obligation: Obligation, conditions: ReadonlySet<string>, condition: ts.Expression, answer: boolean, state: State): State | undefined {
  const { ts: typescript } = view;
  let node = condition;
  while (isTransparent(typescript, node)) node = (node as ts.ParenthesizedExpression).expression;
  if (node.kind === typescript.SyntaxKind.TrueKeyword) return answer ? state : undefined;
  if (node.kind === typescript.SyntaxKind.FalseKeyword) return answer ? undefined : state;
  const comparison = nullComparison(view, node);
  if (comparison) return assumeValue(obligation, conditions, comparison.subject, comparison.isNull !== answer, state);
  return assumeValue(obligation, conditions, node, answer, state);
}

function nullComparison(view: View, node: ts.Expression): { subject: ts.Expression; isNull: boolean } | undefined {
  const { ts: typescript } = view;
  const { SyntaxKind } = typescript;
  if (!typescript.isBinaryExpression(node)) return undefined;
  const operator = node.operatorToken.kind;
  const equal = operator === SyntaxKind.EqualsEqualsToken || operator === SyntaxKind.EqualsEqualsEqualsToken;
  const unequal = operator === SyntaxKind.ExclamationEqualsToken || operator === SyntaxKind.ExclamationEqualsEqualsToken;
  const isNull = (side: ts.Expression) => side.kind === SyntaxKind.NullKeyword || (typescript.isIdentifier(side) && side.text === 'undefined');
  if ((!equal && !unequal) || isNull(node.left) === isNull(node.right)) return undefined;
  return { subject: isNull(node.left) ? node.right : node.left, isNull: equal };
}

function assumeValue(obligation: Obligation, conditions: ReadonlySet<string>, subject: ts.Expression, truthy: boolean, state: State): State | undefined {
  const text = subject.getText();
  const known = state.known.get(text);
  if (known !== undefined) return (known === 'truthy') === truthy ? state : undefined;
  if (obligation.holders.has(text) && (state.status === 'live' || state.status === 'idle')) return truthy ? state : undefined;
  return conditions.has(text) ? withKnown(state, text, truthy ? 'truthy' : 'falsy') : state;
}

function leaksOf(view: View, obligation: Obligation, exits: Exits, lost: readonly State[]): readonly LeakingExit[] {
  const leaks: LeakingExit[] = [];
  const note = (kind: ExitKind, states: Iterable<State>, leaves: (state: State) => Step) => {
    const shortest = [...states].filter((state) => state.status === 'live').sort(byProof)[0];
    if (shortest) leaks.push({ kind, grade: shortest.grade, path: [...stepsOf(shortest.trail), leaves(shortest)] });
  };
  const { scope } = obligation;
  const end: Step = { start: scope.body.end - 1, end: scope.body.end, note: `leaves with '${obligation.name}' live` };
  note('normal', exits.end, () => end);
  for (const [node, states] of exits.returns) note('return', states, () => stepAt(node, `returns with '${obligation.name}' live`));
  for (const states of exits.throws.values()) {
    const explicit = [...states].filter((state) => state.trail && view.ts.isThrowStatement(state.trail.node));
    note('throw', explicit, () => end);
    note('implicit throw', [...states].filter((state) => !explicit.includes(state)), () => end);
  }
  note('jump', lost, () => end);
  return leaks.sort((a, b) => (a.grade === b.grade ? 0 : a.grade === 'certain' ? -1 : 1));
}

function byProof(a: State, b: State): number {
  if (a.grade !== b.grade) return a.grade === 'certain' ? -1 : 1;
  return (a.trail?.length ?? 0) - (b.trail?.length ?? 0);
}

/** The way as lines with reasons, from its beginning. */
export function stepsOf(trail: Trail | undefined): Step[] {
  const steps: Step[] = [];
  for (let at = trail; at; at = at.before) steps.unshift(stepAt(at.node, at.note));
  return steps;
}

function stepAt(node: ts.Node, note: string): Step {
  return { start: node.getStart(), end: node.end, note };
}

function shortText(node: ts.Node): string {
  const text = oneLine(node.getText().replace(/^await\s+/, ''));
  const call = text.replace(/\(.*$/s, '()');
  return `'${call.length > 50 ? `${call.slice(0, 47)}…` : call}'`;
}
