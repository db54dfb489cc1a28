import type ts from 'typescript';
import { callsAnything } from './calls-anything.ts';
import { eagerWork } from './construction/eager.ts';
import { callText, enter, moduleFrame, targetsOf, type Frame, type Target } from './construction/frame.ts';
import { isThenable, makesForeignPromise } from './construction/makes-promise.ts';
import { mayBegin } from './construction/may-begin.ts';
import { doesSomethingAsync } from './construction/promises.ts';
import { runAtOnce } from './construction/runs-at-once.ts';
import { isPause } from './construction/timers.ts';
import type { Work } from './construction/work.ts';
import { acquiredBy, startedBy } from './contracts/calls.ts';
import { completionOf } from './flow/completion.ts';
import type { Grade } from './grade.ts';
import { isEntryModule } from './ownership/entry-point.ts';
import type { ImportWork } from './faults.ts';
import type { LifeStory } from './story.ts';
import { hasModifier, isAsync, outermost, skipAwait, skipTransparent } from './syntax.ts';
import type { View } from './view.ts';

type Begin = ts.CallExpression | ts.NewExpression;
type Found = Omit<ImportWork, 'at'>;

/**
 * The work that begins when a module is evaluated that is no entry point (docs/clauses.md, rule 3): one for each place.
 * @param resources the stories of the same file: what a function leaks by itself is told there
 */
export function importWorkOf(view: View, file: ts.SourceFile, resources: () => readonly LifeStory[]): readonly ImportWork[] {
  const works = new Map<ts.Node, ImportWork>();
  const note = (work: ImportWork) => {
    const known = works.get(work.at);
    if (!known || (known.grade === 'likely' && work.grade === 'certain')) works.set(work.at, work);
  };
  for (const at of moduleRoots(view, file).flatMap((root) => begins(view, root))) {
    for (const found of worksAt(view, moduleFrame(file), at)) note({ ...found, at: placeOf(file, at, found) });
  }
  if (works.size === 0 || isEntryModule(view, file)) return [];
  const leaked = new Set<ts.Node>(resources().filter(isNeverReleased).map((story) => story.birth.node));
  return [...works.values()].filter(({ inner }) => !leaked.has(inner));
}

function isNeverReleased({ leaks }: LifeStory): boolean {
  return leaks.some((leak) => leak.kind === 'normal' || leak.kind === 'return');
}

/** The start itself, or what leads to it where that is in another file. */
function placeOf(file: ts.SourceFile, at: ts.Node, { inner }: Found): ts.Node {
  return inner.getSourceFile() === file ? inner : at;
}

/** What runs when a module is evaluated: its statements, and the static part of its classes. */
function moduleRoots(view: View, file: ts.SourceFile): ts.Node[] {
  const { ts: typescript } = view;
  const classes = runAtOnce(view, file, 'class').filter((node): node is ts.ClassLikeDeclaration => typescript.isClassLike(node) && callsAnything(view, node));
  const isStatic = (member: ts.ClassElement) => hasModifier(typescript, member, typescript.SyntaxKind.StaticKeyword);
  const inClasses = classes.flatMap(({ members }) => members.flatMap((member: ts.ClassElement): ts.Node[] => {
    if (typescript.isClassStaticBlockDeclaration(member)) return [member.body];
    return typescript.isPropertyDeclaration(member) && member.initializer && isStatic(member) && !typescript.isFunctionLike(skipTransparent(typescript, member.initializer)) ? [member.initializer] : [];
  }));
  return [file, ...inClasses];
}

function begins(view: View, root: ts.Node): Begin[] {
  return runAtOnce(view, root, 'call', 'new').filter((node): node is Begin => (view.ts.isCallExpression(node) || view.ts.isNewExpression(node)) && !isInCatch(view, node));
}

/** What runs only after a failure is no start. */
function isInCatch(view: View, at: ts.Node): boolean {
  for (let node = at; !view.ts.isSourceFile(node) && !view.ts.isFunctionLike(node); node = node.parent) if (view.ts.isCatchClause(node)) return true;
  return false;
}

/** A condition may be what keeps an import from starting anything. */
function isUnderCondition(view: View, at: ts.Node): boolean {
  const { ts: typescript } = view;
  for (let node = at; !typescript.isSourceFile(node) && !typescript.isFunctionLike(node); node = node.parent) {
    const { parent } = node;
    if (typescript.isIfStatement(parent) || typescript.isConditionalExpression(parent)) return true;
    if (typescript.isCaseClause(parent) && parent.expression !== node) return true;
    if (typescript.isBinaryExpression(parent) && parent.right === node && shortCircuits(view, parent.operatorToken.kind)) return true;
  }
  return false;
}

function shortCircuits({ ts: { SyntaxKind } }: View, operator: ts.SyntaxKind): boolean {
  return [
    SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken,
    SyntaxKind.AmpersandAmpersandEqualsToken, SyntaxKind.BarBarEqualsToken, SyntaxKind.QuestionQuestionEqualsToken,
  ].includes(operator);
}

function worksAt(view: View, frame: Frame, node: Begin): readonly Found[] {
  const works = worksOf(view, frame, node);
  return works.length > 0 && isUnderCondition(view, node) ? works.map((work) => ({ ...work, grade: 'likely' })) : works;
}

function worksOf(view: View, frame: Frame, node: Begin): readonly Found[] {
  const work = eagerWork(view, node) ?? subscription(view, node) ?? oneShot(view, frame, node);
  if (work) return [foundAt(view, frame, node, work)];
  if (view.ts.isNewExpression(node)) return [];
  const targets = targetsOf(view, frame, node);
  if (targets.length > 0) return firstWorks(view, frame, node, targets);
  const outside = start(view, node) ?? promiseOfOthers(view, node);
  return outside ? [foundAt(view, frame, node, outside)] : [];
}

function foundAt(view: View, frame: Frame, node: Begin, work: Work): Found {
  return { ...work, what: callText(view, node), chain: frame.chain, inner: node };
}

function subscription(view: View, node: Begin): Work | undefined {
  const acquired = acquiredBy(view, node);
  return acquired?.contract.kind === 'subscription' ? { kind: 'listener', grade: acquired.grade } : undefined;
}

/** `setTimeout(refresh, 5000)`; a pause or a race is none, nor one that a function sets for its own work. */
function oneShot(view: View, frame: Frame, node: Begin): Work | undefined {
  if (frame.entered) return undefined;
  const contract = acquiredBy(view, node)?.contract;
  if (!contract?.oneShot || contract.type.name !== 'Timeout' || isPause(view, node)) return undefined;
  return { kind: 'timer', grade: 'likely' };
}

function start(view: View, node: ts.CallExpression): Work | undefined {
  const started = startedBy(view, node);
  return started && { kind: 'start', grade: started.grade };
}

/** A promise of code outside the program that nobody waits for; loading a module is no work. */
function promiseOfOthers(view: View, node: ts.CallExpression): Work | undefined {
  if (node.expression.kind === view.ts.SyntaxKind.ImportKeyword) return undefined;
  const grade = gradeOfUnawaited(view, node);
  const isPromise = grade && makesForeignPromise(view, node) && view.types.symbolOfType(view.types.typeOf(node))?.name === 'Promise';
  return grade && isPromise ? { kind: 'promise', grade } : undefined;
}

/** The first function that starts something speaks for all that a call may run. */
function firstWorks(view: View, frame: Frame, call: ts.CallExpression, targets: readonly Target[]): readonly Found[] {
  for (const target of targets) {
    const works = worksThrough(view, frame, call, target);
    if (works.length > 0) return works;
  }
  return [];
}

/** What a function of the program starts; one whose promise nobody waits for is work as a whole. */
function worksThrough(view: View, frame: Frame, call: ts.CallExpression, target: Target): readonly Found[] {
  const { body } = target;
  if (body.asteriskToken || !mayBegin(view, body)) return [];
  const dropped = gradeOfUnawaited(view, call);
  const unawaited = dropped && (isAsync(view.ts, body) || isThenable(view, call)) ? dropped : undefined;
  if (unawaited === 'certain') return doesSomethingAsync(view, body) ? [foundAt(view, frame, call, { kind: 'promise', grade: unawaited })] : [];
  const inside = enter(view, frame, call, target);
  const works = inside ? begins(view, body.body).flatMap((node) => worksAt(view, inside, node)) : [];
  if (works.length > 0 || !unawaited || !doesSomethingAsync(view, body)) return works;
  return [foundAt(view, frame, call, { kind: 'promise', grade: unawaited })];
}

/** How sure it is that nobody waits for a promise; nothing when it is awaited here, or handed on. */
function gradeOfUnawaited(view: View, call: ts.CallExpression): Grade | undefined {
  const { parent } = outermost(view.ts, call);
  if (view.ts.isVariableDeclaration(parent)) return isKept(view, parent) ? 'likely' : 'certain';
  const { kind } = completionOf(view, call);
  return kind === 'awaited' || kind === 'ignored' ? undefined : 'certain';
}

function isKept(view: View, declaration: ts.VariableDeclaration): boolean {
  const statement = declaration.parent.parent;
  if (view.ts.isVariableStatement(statement) && hasModifier(view.ts, statement, view.ts.SyntaxKind.ExportKeyword)) return true;
  return !declaration.initializer || completionOf(view, skipAwait(view.ts, declaration.initializer)).kind === 'awaited';
}
