import type ts from 'typescript';
import { isPromise } from './construction/runs-at-once.ts';
import { endsBeforeItReturns } from './ownership/asks-nothing.ts';
import { lastingDependencyOf } from './ownership/dependency.ts';
import { beginnings, inEffectiveOrder, startsOfClass, teardownsOfClass } from './scope-order.ts';
import { mayRelease, scopeOf } from './scopes.ts';
import { below, directlyBelow } from './nodes.ts';
import type { OrderFault } from './faults.ts';
import type { ScopeEvent } from './story.ts';
import { enclosingFunction } from './syntax.ts';
import type { View } from './view.ts';

/** Releases of a file that come too early: something that was started later, and depends on the resource, is still live. */
export function orderFaultsOf(view: View, file: ts.SourceFile): readonly OrderFault[] {
  const found: OrderFault[] = [];
  for (const node of below(view.ts, file, 'class', 'function')) {
    if (view.ts.isClassLike(node)) found.push(...faultsOfClass(view, node));
    else if (mayRelease(view, node, 2)) found.push(...faultsOfUnit(view, node, scopeOf(view, node).events, scopeOf(view, node).events));
  }
  return found.filter((fault, index) => found.findIndex((other) => other.at === fault.at) === index);
}

/** What start methods begin, against what the teardown ends. */
function faultsOfClass(view: View, owner: ts.ClassLikeDeclaration): OrderFault[] {
  const begun = startsOfClass(view, owner);
  return teardownsOfClass(view, owner).flatMap((ended) => faultsOfUnit(view, owner, begun, ended));
}

function faultsOfUnit(view: View, unit: ts.Node, begun: readonly ScopeEvent[], ended: readonly ScopeEvent[]): OrderFault[] {
  const order = beginnings(begun);
  const releases = inEffectiveOrder(ended.filter((event) => (event.kind === 'release' || event.kind === 'flush') && !isInCatch(view, event.at)));
  const faults: OrderFault[] = [];
  releases.forEach((early, index) => {
    const later = releases.slice(index + 1).filter((late) => late.subject !== early.subject && comesBefore(order, early, late) && onOnePath(view, early.at, late.at));
    const concurrent = releases.slice(0, index + 1).filter((other) => other.concurrent !== undefined && other.concurrent === early.concurrent && comesBefore(order, early, other) && !endsBeforeItReturns(view, other.at));
    const fault = worst([...later, ...concurrent].map((late) => faultBetween(view, unit, order, early, late)));
    if (fault) faults.push(fault);
  });
  return faults;
}

function comesBefore(order: ReadonlyMap<string, { rank: number }>, early: ScopeEvent, late: ScopeEvent): boolean {
  const first = order.get(early.subject);
  const second = order.get(late.subject);
  return first !== undefined && second !== undefined && first.rank < second.rank;
}

function faultBetween(view: View, unit: ts.Node, order: ReadonlyMap<string, ScopeEvent>, early: ScopeEvent, late: ScopeEvent): OrderFault | undefined {
  const dependency = lastingDependencyOf(view, unit, late.subject, early.subject);
  if (!dependency && early.concurrent !== undefined && early.concurrent === late.concurrent) return undefined;
  const started = order.get(late.subject)!;
  return {
    at: early.at,
    early: early.subject,
    late: late.subject,
    grade: dependency && !isPassive(late) && !areServersOfOneTick(view, early, late) ? 'certain' : 'likely',
    concurrent: early.concurrent !== undefined && early.concurrent === late.concurrent,
    path: [
      ...(dependency ? [dependency] : []),
      { start: started.at.getStart(), end: started.at.end, note: `'${late.subject}' begins after '${early.subject}'` },
      { start: early.at.getStart(), end: early.at.end, note: `'${early.subject}' is released` },
      { start: late.at.getStart(), end: late.at.end, note: `'${late.subject}' is released` },
    ],
  };
}

/** A subscription or a listener only hears of the other's end; that it is still attached then rarely matters. */
function isPassive({ contract }: ScopeEvent): boolean {
  return contract.kind === 'subscription' || contract.kind === 'listener';
}

/** `sockets.close(); http.close();`: two servers that stop to accept in one tick, between which nothing can arrive. */
function areServersOfOneTick(view: View, early: ScopeEvent, late: ScopeEvent): boolean {
  const around = enclosingFunction(view.ts, early.at);
  if (early.contract.kind !== 'server' || late.contract.kind !== 'server' || runningIn(view, late.at) !== around) return false;
  if (early.contract.type.from === 'file' || late.contract.type.from === 'file') return false;
  return !directlyBelow(view.ts, around, 'await').some((wait) => wait.end > early.at.pos && wait.end <= late.at.pos);
}

/** The function that a node runs in; what makes a promise runs at once: `await new Promise((resolve) => http.close(resolve))`. */
function runningIn(view: View, node: ts.Node): ts.Node {
  const scope = enclosingFunction(view.ts, node);
  const isExecutor = view.ts.isExpression(scope) && view.ts.isNewExpression(scope.parent) && isPromise(scope.parent);
  return isExecutor ? runningIn(view, scope) : scope;
}

function worst(faults: readonly (OrderFault | undefined)[]): OrderFault | undefined {
  return faults.find((fault) => fault?.grade === 'certain') ?? faults.find((fault) => fault !== undefined);
}

function isInCatch(view: View, node: ts.Node): boolean {
  for (let at = node; at.parent && !view.ts.isFunctionLike(at); at = at.parent) if (view.ts.isCatchClause(at)) return true;
  return false;
}

/** Whether a run can pass both: the block around the first does not leave before the second, and they are not the two arms of one `if`. */
function onOnePath(view: View, first: ts.Node, second: ts.Node): boolean {
  for (let at = first; at.parent; at = at.parent) {
    if (second.pos >= at.pos && second.end <= at.end) return true;
    const { parent } = at;
    if (view.ts.isIfStatement(parent) && second.pos >= parent.pos && second.end <= parent.end && parent.expression !== at) return parent.thenStatement === at && parent.elseStatement === undefined;
    if (view.ts.isBlock(at) && leaves(view, at)) return false;
  }
  return true;
}

function leaves(view: View, block: ts.Block): boolean {
  const last = block.statements.at(-1);
  return last !== undefined && !view.ts.isFunctionLike(block.parent) && (view.ts.isReturnStatement(last) || view.ts.isThrowStatement(last) || view.ts.isBreakStatement(last) || view.ts.isContinueStatement(last));
}
