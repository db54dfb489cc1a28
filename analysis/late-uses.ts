import type ts from 'typescript';
import { mayStartOrRelease, releasedBy } from './contracts/calls.ts';
import { contractOfValue } from './contracts/of-type.ts';
import { releaseVerbPrefixes } from './contracts/verbs.ts';
import { weaker, type Grade } from './grade.ts';
import { isStack } from './ownership/stack.ts';
import { isUsing } from './ownership/uses.ts';
import { actsOf, type Act, type Failure } from './released/acts.ts';
import { isAsserted, isAskedBetween, isFailureExpected } from './released/quiet-calls.ts';
import { exclude } from './released/exclusive.ts';
import { meetingsOf, type Meeting } from './released/meetings.ts';
import { registrationsOf } from './released/registrations.ts';
import { subjectOf, type Subject } from './released/subject.ts';
import { callsThatMay } from './named-calls.ts';
import { below, chosenBelow } from './nodes.ts';
import type { LateUse } from './faults.ts';
import type { Step } from './story.ts';
import { hasBody, isWithin, nameOf, type FunctionWithBody } from './syntax.ts';
import type { View } from './view.ts';

/** Uses and second releases, in the functions of a file, of what has been released before (docs/clauses.md, rule 16). */
export function lateUsesOf(view: View, file: ts.SourceFile): readonly LateUse[] {
  const found = new Map<ts.Node, LateUse>();
  for (const [scope, subjects] of releasedSubjects(view, file)) {
    for (const subject of subjects.values()) for (const late of lateUsesOfSubject(view, subject, scope)) if (!found.has(late.at)) found.set(late.at, late);
  }
  return [...found.values()].sort((a, b) => a.at.pos - b.at.pos);
}

const endings = callsThatMay((view, name) => mayStartOrRelease(view, name) || isReleaseVerb(name), 'forOf');

/** What each function releases by a name, itself or in a nested function. */
function releasedSubjects(view: View, file: ts.SourceFile): ReadonlyMap<FunctionWithBody, ReadonlyMap<string, Subject>> {
  const found = new Map<FunctionWithBody, Map<string, Subject>>();
  for (const node of chosenBelow(view.ts, file, endings(view, file))) {
    for (const object of releasedAt(view, node)) for (const scope of scopesAround(view, node)) note(view, found, object, scope);
  }
  return found;
}

/** The function around a node and the one around that, the outer first. */
function scopesAround(view: View, node: ts.Node): readonly FunctionWithBody[] {
  const found: FunctionWithBody[] = [];
  for (let at = node.parent; at && found.length < 2; at = at.parent) if (view.ts.isFunctionLike(at) && hasBody(at)) found.unshift(at);
  return found;
}

/** The resource of a release call; the arguments of a function of the program may be released as well. */
function releasedAt(view: View, node: ts.CallExpression | ts.ForOfStatement): readonly ts.Expression[] {
  const released = releasedBy(view, node);
  const scope = released && scopesAround(view, node).at(-1);
  if (released) return scope && isStack(view, released.object) ? [released.object, ...givenTo(view, released.object, scope)] : [released.object];
  if (view.ts.isForOfStatement(node)) return node.awaitModifier ? [node.expression] : [];
  if (!isReleaseVerb(lastNameIn(view, node.expression))) return [];
  return node.arguments.filter((argument) => view.ts.isIdentifier(argument) || view.ts.isPropertyAccessExpression(argument));
}

/** What a function handed to one of its stacks, where it has a name. */
function givenTo(view: View, stack: ts.Expression, scope: FunctionWithBody): readonly ts.Expression[] {
  return registrationsOf(view, scope).filter((one) => one.stack.getText() === stack.getText()).flatMap((one) => one.object);
}

/** `close` in `this.pool.close`: the name behind the last dot. */
function lastNameIn(view: View, callee: ts.Expression): string {
  const named = view.ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  return view.ts.isIdentifier(named) ? named.text : nameOf(callee).split('.').at(-1)!;
}

function isReleaseVerb(name: string): boolean {
  return releaseVerbPrefixes.some((prefix) => name.startsWith(prefix));
}

function note(view: View, found: Map<FunctionWithBody, Map<string, Subject>>, object: ts.Expression, scope: FunctionWithBody): void {
  const subject = subjectOf(view, object, scope);
  if (!subject) return;
  const subjects = found.get(scope) ?? new Map<string, Subject>();
  found.set(scope, subjects);
  if (!subjects.has(subject.name)) subjects.set(subject.name, subject);
}

function lateUsesOfSubject(view: View, subject: Subject, scope: FunctionWithBody): LateUse[] {
  const acts = actsOf(view, subject, scope);
  const releases = acts.filter((act) => act.kind === 'release');
  if (releases.length === 0) return [];
  const scoped = releasedAgainByScope(view, subject, scope, releases);
  if (scoped) return [scoped];
  if (!acts.some((act) => act.kind === 'use' || act.kind === 'start' || (act.kind === 'release' && act.again && releases.length > 1))) return [];
  const late = meetingsOf(view, subject, scope, acts).filter(({ act }) => !isBeforeRestart(act, acts)).flatMap((meeting) => lateUse(view, subject, scope, meeting) ?? []);
  return onePerCause(late);
}

/** What is asked between a stop and the next start prepares that start. */
function isBeforeRestart(act: Act, acts: readonly Act[]): boolean {
  return act.kind === 'use' && acts.some((one) => one.kind === 'start' && !one.start.final && one.node.pos > act.node.pos);
}

/** The first of what is surest, for each release that came too early. */
function onePerCause(late: readonly LateUse[]): LateUse[] {
  const byCause = new Map<ts.Node, LateUse>();
  for (const one of [...late].sort((a, b) => Number(a.grade === 'likely') - Number(b.grade === 'likely') || a.at.pos - b.at.pos)) {
    if (!byCause.has(one.released)) byCause.set(one.released, one);
  }
  return [...byCause.values()];
}

/** What a later act does to something that was released on the way to it. */
function lateUse(view: View, subject: Subject, scope: FunctionWithBody, { act, before, released, always }: Meeting): LateUse | undefined {
  if (act.kind === 'reset' || isWithin(act.node, released.at) || isAsserted(view, act.node)) return undefined;
  if (isAskedBetween(view, subject.name, scope, released.at, act.node)) return undefined;
  const grade = gradeOf(view, act, released, always);
  if (!grade) return undefined;
  const expected: Grade = isFailureExpected(view, act.node, released.node) ? 'likely' : 'certain';
  const words = wordsOf(act);
  const at = act.node;
  return {
    at,
    name: subject.name,
    how: words.how,
    failure: act.kind === 'release' ? act.again : undefined,
    released: released.node,
    local: isLocal(subject, scope),
    grade: weaker(grade, expected),
    path: [...before, step(at, words.note(subject.name, at))],
  };
}

function gradeOf(view: View, act: Act, released: Act & { kind: 'release' }, always: boolean): Grade | undefined {
  if (act.kind === 'release') return act.again && (always || !exclude(view, released.node, act.node)) ? 'certain' : undefined;
  if (!always) return undefined;
  if (act.kind === 'use') return act.grade;
  if (act.kind !== 'start' || act.start.restartable) return undefined;
  return act.start.final ? 'certain' : undefined;
}

function wordsOf(act: Act): { how: LateUse['how']; note(name: string, at: ts.Node): string } {
  if (act.kind === 'release') return { how: 'again', note: (name) => `'${name}' is released again` };
  if (act.kind === 'start') return { how: 'started', note: (name) => `'${name}' is started again` };
  return { how: 'used', note: (name, at) => `${calledText(at)} uses '${name}'` };
}

function calledText(at: ts.Node): string {
  return `'${nameOf((at as ts.CallExpression).expression)}()'`;
}

/** A release by hand of what the scope releases at its end, where the second one fails. */
function releasedAgainByScope(view: View, subject: Subject, scope: FunctionWithBody, releases: readonly (Act & { kind: 'release' })[]): LateUse | undefined {
  const scoped = scopedReleaseOf(view, subject, scope);
  if (!scoped?.again) return undefined;
  const explicit = releases.find((act) => isExplicitAfter(act, scoped, scope) && !isAskedBetween(view, subject.name, scope, scoped.at, act.node));
  if (!explicit) return undefined;
  const at = explicit.node;
  const end = { start: scope.body.end - 1, end: scope.body.end, note: 'the scope releases it again' };
  return {
    at,
    name: subject.name,
    how: 'scope',
    failure: scoped.again,
    released: explicit.node,
    local: true,
    grade: 'certain',
    path: [step(scoped.at, `'${subject.name}' is handed to the scope by ${scoped.by}`), step(at, `'${subject.name}' is released`), end],
  };
}

function isExplicitAfter(act: Act & { kind: 'release' }, { at }: ScopedRelease, scope: FunctionWithBody): boolean {
  return act.node.pos > at.pos && isWithin(act.node, scope);
}

/** A release that the scope will do by itself. */
interface ScopedRelease {
  /** Where the scope takes it over. */
  at: ts.Node;
  again: Failure | undefined;
  by: string;
}

function scopedReleaseOf(view: View, subject: Subject, scope: FunctionWithBody): ScopedRelease | undefined {
  const declaration = subject.root?.valueDeclaration;
  if (!declaration || subject.root?.name !== subject.name || !isWithin(declaration, scope) || !view.ts.isVariableDeclaration(declaration)) return undefined;
  if (isUsing(view, declaration)) return { at: declaration, again: contractOfValue(view, declaration.name as ts.Expression)?.contract.dispose?.again, by: "its 'using'" };
  return registrationsOf(view, scope).find((one) => one.name === subject.name && isScoped(view, one.stack) && !isMoved(view, one.stack, scope));
}

/** A stack that a `using` declaration owns. */
function isScoped(view: View, stack: ts.Expression): boolean {
  const declaration = view.types.symbolOf(stack)?.valueDeclaration;
  return declaration !== undefined && view.ts.isVariableDeclaration(declaration) && isUsing(view, declaration);
}

/** `stack.move()`: what it holds outlives the scope. */
function isMoved(view: View, stack: ts.Expression, scope: FunctionWithBody): boolean {
  const text = stack.getText();
  return below(view.ts, scope, 'access').some((node) => view.ts.isPropertyAccessExpression(node) && node.name.text === 'move' && node.expression.getText() === text);
}

/** Whether the function that releases it made it, so that a scope of the function could own it. */
function isLocal({ root, name }: Subject, scope: FunctionWithBody): boolean {
  const declaration = root?.valueDeclaration;
  return declaration !== undefined && root?.name === name && isWithin(declaration, scope.body);
}

function step(node: ts.Node, note: string): Step {
  return { start: node.getStart(), end: node.end, note };
}
