import type ts from 'typescript';
import { callsAnything } from './calls-anything.ts';
import { eagerWorkWithin } from './construction/eager.ts';
import { callText, constructorFrame, enter, targetsOf, type Frame, type Target } from './construction/frame.ts';
import { isHandedToSink, listenerWork } from './construction/listeners.ts';
import { gradeOfObserver } from './construction/observers.ts';
import { isThenable } from './construction/makes-promise.ts';
import { foreignPromiseWork, gradeOfKept, programPromiseWork } from './construction/promises.ts';
import { isRuledOut } from './construction/ruled-out.ts';
import { runAtOnce } from './construction/runs-at-once.ts';
import { microtaskWork, timerWork } from './construction/timers.ts';
import type { Work } from './construction/work.ts';
import { startedBy } from './contracts/calls.ts';
import { isLeftBehind } from './failed-starts.ts';
import { weaker } from './grade.ts';
import { isKeptByHelpers, isMadeByItself } from './ownership/instances.ts';
import { isMadeForProcess } from './ownership/process-lifetime.ts';
import { isInjectable } from './ownership/singletons.ts';
import { runsOncePerProcess } from './ownership/once-guard.ts';
import type { ConstructionWork } from './class-story.ts';
import { hasModifier, isAsync, isWithin, memberAccess, skipTransparent } from './syntax.ts';
import type { View } from './view.ts';

type Begin = ts.CallExpression | ts.NewExpression;

/** A start found on the way through what a constructor runs synchronously. */
type Found = Omit<ConstructionWork, 'at'>;

/** The work that begins while an instance of a class is constructed (docs/clauses.md, rule 1): each start once, at the expression that leads to it first. */
export function constructionWorkOf(view: View, owner: ts.ClassLikeDeclaration): readonly ConstructionWork[] {
  if (!callsAnything(view, owner)) return [];
  const works = new Map<ts.Node, ConstructionWork>();
  for (const root of constructionRoots(view, owner)) {
    for (const at of begins(view, root)) {
      for (const found of worksAt(view, constructorFrame(owner), at)) if (!works.has(found.inner) && !isAlternative(view, [...works.values()], at, found)) works.set(found.inner, { ...found, at });
    }
  }
  return oncePerCall([...works.values()]).map((work) => (lastsAsLongAsItsObject(view, owner, work) ? { ...work, grade: 'likely' } : work));
}

/** A call that begins several promises is told once, by the first that is proven. */
function oncePerCall(works: readonly ConstructionWork[]): readonly ConstructionWork[] {
  const promises = works.filter(({ kind }) => kind === 'promise');
  const toldFor = (call: ts.Node): ConstructionWork | undefined => promises.find(({ at, grade }) => at === call && grade === 'certain') ?? promises.find(({ at }) => at === call);
  return works.filter((work) => work.kind !== 'promise' || work === toldFor(work.at));
}

/** What an object of which there is one in a process begins for as long as the process lasts: a signal handler, or a connection or a worker. */
function lastsAsLongAsItsObject(view: View, owner: ts.ClassLikeDeclaration, work: ConstructionWork): boolean {
  if (work.kind === 'eager client' || work.kind === 'process') return isKeptByHelpers(view, owner) || (isMadeForProcess(view, owner) && !isLeftBehind(view, owner, work.at as Begin));
  return isOnProcess(view, work) && (isMadeByItself(view, owner) || isInjectable(view, owner));
}

/** `cluster ? new Cluster() : new Redis()` in what an expression calls, or the same by an `if`: one connection, whichever it is. */
function isAlternative(view: View, known: readonly ConstructionWork[], at: ts.Node, { kind, inner }: Found): boolean {
  return known.some((one) => one.at === at && one.kind === kind && kind === 'eager client' && isOtherBranch(view, one.inner, inner));
}

function isOtherBranch(view: View, one: ts.Node, other: ts.Node): boolean {
  for (let at: ts.Node = one; at.parent && !view.ts.isFunctionLike(at.parent); at = at.parent) {
    const { parent } = at;
    const condition = view.ts.isConditionalExpression(parent) ? parent.condition : view.ts.isIfStatement(parent) ? parent.expression : undefined;
    if (condition && isWithin(other, parent)) return at !== condition && !isWithin(other, condition) && !isWithin(other, at);
  }
  return false;
}

/** A listener on the process or the page, such as a signal handler, lasts as long as an object of which there is one in a process. */
function isOnProcess(view: View, { kind, inner }: ConstructionWork): boolean {
  return kind === 'listener' && /^(process|window|document)$/.test(memberAccess(view.ts, (inner as Begin).expression)?.object.getText() ?? '');
}

/** What runs in the class itself when it is constructed: field initializers, default values of parameters, the constructor's body. */
function constructionRoots(view: View, owner: ts.ClassLikeDeclaration): ts.Node[] {
  const { ts: typescript } = view;
  return owner.members.flatMap((member): ts.Node[] => {
    if (typescript.isConstructorDeclaration(member)) return member.body ? [...member.parameters.flatMap((parameter) => parameter.initializer ?? []), member.body] : [];
    if (!typescript.isPropertyDeclaration(member) || !member.initializer || hasModifier(typescript, member, typescript.SyntaxKind.StaticKeyword)) return [];
    return typescript.isFunctionLike(skipTransparent(typescript, member.initializer)) ? [] : [member.initializer];
  });
}

function begins(view: View, root: ts.Node): Begin[] {
  return runAtOnce(view, root, 'call', 'new').filter((node): node is Begin => view.ts.isCallExpression(node) || view.ts.isNewExpression(node));
}

function worksAt(view: View, frame: Frame, node: Begin): readonly Found[] {
  if (runsOncePerProcess(view, node)) return [];
  const work = view.ts.isNewExpression(node) ? eagerWorkWithin(view, frame, node) : directWork(view, frame, node);
  if (work) return isRuledOut(view, frame, node) ? [] : [foundAt(view, frame, node, work)];
  if (view.ts.isNewExpression(node)) return [];
  const targets = targetsOf(view, frame, node);
  if (targets.length > 0) return firstWorks(view, frame, node, targets);
  const outside = startWork(view, frame, node) ?? foreignPromiseWork(view, frame, node);
  return outside ? [foundAt(view, frame, node, outside)] : [];
}

/** Through more calls than these, what the callees are given often decides that nothing begins (docs/precision.md). */
const mostCallsProven = 2;

function foundAt(view: View, frame: Frame, node: Begin, work: Work): Found {
  return { ...work, grade: frame.seen.size > mostCallsProven ? 'likely' : work.grade, what: callText(view, node), chain: frame.chain, inner: node };
}

function directWork(view: View, frame: Frame, call: ts.CallExpression): Work | undefined {
  return timerWork(view, call) ?? microtaskWork(view, frame, call) ?? eagerWorkWithin(view, frame, call) ?? listenerWork(view, frame, call);
}

/** What a call starts through a function of the program: the first that starts something speaks for all that may run. */
function firstWorks(view: View, frame: Frame, call: ts.CallExpression, targets: readonly Target[]): readonly Found[] {
  for (const target of targets) {
    const works = worksThrough(view, frame, call, target);
    if (works.length > 0) return works;
  }
  return [];
}

function worksThrough(view: View, frame: Frame, call: ts.CallExpression, target: Target): readonly Found[] {
  const { body } = target;
  if (isHandedToSink(view, call)) return [];
  const inside = enter(view, frame, call, target);
  if (!inside || body.asteriskToken) return [];
  const works = isAsync(view.ts, body) ? [] : begins(view, body.body).flatMap((node) => worksAt(view, inside, node));
  if (works.length > 0) return works;
  const promise = programPromiseWork(view, frame, call, body);
  return promise ? [{ ...foundAt(view, frame, call, promise), chain: [...frame.chain, ...inside.chain.slice(frame.chain.length + 1)] }] : [];
}

/** Whoever awaits it hears when what it starts is done, and of its failure. */
function isThenableItself(view: View, object: ts.Expression): boolean {
  return view.types.isThenable(view.types.valueTypeOf(object));
}

/** A start verb of code outside the program; one whose promise is kept is as sure as the promise is unawaited. */
function startWork(view: View, frame: Frame, call: ts.CallExpression): Work | undefined {
  const started = startedBy(view, call);
  const kept = started && isThenable(view, call) ? gradeOfKept(view, frame, call) : undefined;
  return started && { kind: 'start', grade: isThenableItself(view, started.object) ? 'likely' : weaker(started.grade, kept ?? gradeOfObserver(view, frame, call) ?? 'certain') };
}
