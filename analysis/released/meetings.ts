import type ts from 'typescript';
import { assign, assume, conditionsAskedTwice, stepsOf, type Obligation } from '../flow/obligation.ts';
import { interpret, type Domain } from '../flow/interpret.ts';
import { endsProcess } from '../flow/process-exit.ts';
import { initialState, withTrail, type State } from '../flow/state.ts';
import { calleeBody } from '../contracts/calls.ts';
import type { Step } from '../story.ts';
import { memberAccess, skipTransparent, isThis, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Act } from './acts.ts';
import type { Subject } from './subject.ts';

/** An act that some path reaches after a release. */
export interface Meeting {
  act: Act;
  /** The release that came before. */
  released: Act & { kind: 'release' };
  /** The lines from the release on. */
  before: readonly Step[];
  /** Whether every path to it comes from a release. */
  always: boolean;
}

/** Runs a function abstractly and tells which acts on a subject come after its release. */
export function meetingsOf(view: View, subject: Subject, scope: FunctionWithBody, acts: readonly Act[]): readonly Meeting[] {
  const seen = new Map<Act, State[]>();
  const run = runOf(view, subject, scope, acts, seen);
  if (!interpret(view, scope, run, { ...initialState, status: 'live' })) {
    view.bailOuts.push({ reason: 'state limit', file: scope.getSourceFile().fileName, start: scope.getStart() });
    return [];
  }
  return [...seen].flatMap(([act, states]) => meetingOf(act, states, acts));
}

function meetingOf(act: Act, states: readonly State[], acts: readonly Act[]): Meeting[] {
  const [first] = states.filter((state) => state.status === 'done').sort((a, b) => (a.trail?.length ?? 0) - (b.trail?.length ?? 0));
  const released = acts.find((one) => one.kind === 'release' && one.node === first?.trail?.node);
  if (!first || released?.kind !== 'release') return [];
  return [{ act, released, before: stepsOf(first.trail).slice(-1), always: states.every((state) => state.status === 'done') }];
}

function runOf(view: View, subject: Subject, scope: FunctionWithBody, acts: readonly Act[], seen: Map<Act, State[]>): Domain {
  const obligation: Obligation = { name: subject.name, scope, effects: new Map(), holders: new Set([subject.name]) };
  const conditions = conditionsAskedTwice(view, obligation);
  const byPlace = new Map<ts.Node, Act[]>();
  for (const act of acts) byPlace.set(act.at, [...(byPlace.get(act.at) ?? []), act]);
  const owned = new Set(acts.flatMap((act) => (act.kind === 'reset' ? [] : [act.at, act.node])));
  return {
    evaluated(node, state) {
      let after = isDeclarationOf(view, node, subject) ? { ...state, status: 'live' as const } : state;
      for (const act of byPlace.get(node) ?? []) {
        seen.set(act, [...(seen.get(act) ?? []), after]);
        after = apply(after, act, subject);
      }
      return assign(view, obligation, node, subject.shared && mayReplace(view, node, owned) ? { ...after, status: 'none' } : after);
    },
    thrown: (node, state) => (mayFail(view, node) ? { state, grade: 'certain' } : undefined),
    assume: (condition, answer, state) => assume(view, obligation, conditions, condition, answer, state),
    endsProcess: (node) => endsProcess(view, node),
  };
}

function apply(state: State, act: Act, { name }: Subject): State {
  if (act.kind === 'reset') return { ...state, status: 'none' };
  if (act.kind === 'start') return act.start.final ? state : { ...state, status: 'live' };
  if (act.kind !== 'release') return state;
  return state.status === 'done' ? state : withTrail({ ...state, status: 'done', released: true }, act.node, `'${name}' is released`);
}

function isDeclarationOf(view: View, node: ts.Node, { root, name }: Subject): boolean {
  return view.ts.isVariableDeclaration(node) && root?.valueDeclaration === node && root.name === name;
}

/** Whatever is called or awaited may fail, so that what follows in a handler may come without it. */
function mayFail(view: View, node: ts.Node): boolean {
  return view.ts.isCallExpression(node) || view.ts.isNewExpression(node) || view.ts.isAwaitExpression(node) || view.ts.isThrowStatement(node);
}

/** While others run, or by a function of the program, another value may be put in the same place. */
function mayReplace(view: View, node: ts.Node, owned: ReadonlySet<ts.Node>): boolean {
  const { ts: typescript } = view;
  if (typescript.isAwaitExpression(node)) return !owned.has(node) && !owned.has(skipTransparent(typescript, node.expression));
  if (!typescript.isCallExpression(node) || owned.has(node)) return false;
  const access = memberAccess(typescript, skipTransparent(typescript, node.expression));
  return (access !== undefined && isThis(typescript, skipTransparent(typescript, access.object))) || calleeBody(view, node) !== undefined;
}
