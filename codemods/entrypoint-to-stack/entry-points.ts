import type ts from 'typescript';
import { releasedBy } from '../../analysis/contracts/calls.ts';
import type { FileStories } from '../../analysis/index.ts';
import { allDescendants, isWithin } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import { releaseAt } from '../../plans/entrypoint-to-stack/release-at.ts';
import type { EntryFrame, EntryRelease, EntrySite } from '../../plans/entrypoint-to-stack/site.ts';
import { findSites } from '../../plans/finally-to-stack/find-sites.ts';
import { namesWithin } from '../../plans/syntax/names.ts';
import type { Reason } from '../../plans/reasons.ts';
import { contains, type Range } from '../../plans/syntax/node.ts';
import { fileTypes } from '../finally-to-stack/file-types.ts';
import { parseFile } from '../text/parse-file.ts';
import { acquiredFor, sequenceOf, type Acquired } from './acquired.ts';
import { endsLoop } from './ends-loop.ts';
import { exitsOf } from './exits.ts';
import { handlersOf, registrationIn, type Handlers } from './handlers.ts';
import { mayWaitForStop } from './may-wait-for-stop.ts';
import { endOf, type End, type FoundRelease } from './releases.ts';
import { blockIn, canHaveStack, ownNodes, pieceOf, rangeOf, scopesOf, stackIn, type Frame, type Scope } from './scope.ts';
import { signalListener } from './signals.ts';
import { whyNotWaiting } from './why-not-waiting.ts';
import { unimported } from './unimported.ts';
import { doesNothing, framesAround, framesWithoutWait, waitsAmong, type Wait } from './waits.ts';

/** The functions and modules of a file that wait for a signal and stop things then. */
export function entrySites(stories: FileStories): readonly EntrySite[] {
  const { sourceFile } = stories;
  const facts = findSites(parseFile(sourceFile.fileName, sourceFile.text));
  return scopesOf(stories, facts, fileTypes(stories)).flatMap((scope) => siteOf(scope) ?? []);
}

/** What of a scope makes it an entry point. */
interface Found {
  readonly scope: Scope;
  readonly own: readonly ts.Node[];
  readonly wait: Wait | undefined;
  readonly registrations: readonly NonNullable<ReturnType<typeof registrationIn>>[];
}

function siteOf(scope: Scope): EntrySite | undefined {
  const { view } = scope;
  const own = ownNodes(scope);
  const registrations = own.flatMap((node) => ((view.ts.isExpressionStatement(node) && !isInLoopHead(view.ts, node)) || view.ts.isForOfStatement(node) ? (registrationIn(scope, node) ?? []) : []));
  const waits = waitsAmong(scope, own).filter(({ signals }) => signals.length > 0 || registrations.length > 0);
  if ((waits.length === 0 && registrations.length === 0) || !stopsSomething(scope)) return undefined;
  const named = 'fileName' in scope.node ? (waits[0]?.node ?? registrations[0]!.statement) : (scope.node.name ?? scope.node);
  const start = named.getStart();
  if (waits.length > 1) return { start, reason: 'several-waits' };
  const entry = read({ scope, own, wait: waits[0], registrations });
  if (entry === undefined) return undefined;
  return typeof entry === 'string' ? { start, reason: entry } : { start, entry };
}

/** `for (const signal of signals) process.on(signal, …)` is one registration, not two. */
function isInLoopHead(typescript: Scope['view']['ts'], node: ts.Node): boolean {
  return typescript.isForOfStatement(node.parent) || (typescript.isBlock(node.parent) && typescript.isForOfStatement(node.parent.parent));
}

function stopsSomething({ view, node, statements }: Scope): boolean {
  const nodes = allDescendants(view.ts, node);
  const [first] = statements;
  return first !== undefined && nodes.some((one) => (view.ts.isCallExpression(one) && releasedBy(view, one) !== undefined) || (view.ts.isNewExpression(one) && one.expression.getText() === 'AsyncDisposableStack'));
}

type Read = Extract<EntrySite, { entry: unknown }>['entry'];

function read(found: Found): Read | Reason | undefined {
  const { scope, own, wait, registrations } = found;
  const { view, facts } = scope;
  if (!canHaveStack(scope)) return 'await-not-allowed';
  const listening = own.filter((node) => signalListener(view, node));
  if (listening.some((node) => !registrations.some(({ statement }) => isWithin(node, statement)))) return 'handler-not-in-sight';
  const handlers = handlersOf(scope, registrations);
  if (typeof handlers === 'string') return handlers;
  const isPartOfEnd = (statement: ts.Statement): boolean => releaseAt(facts.program, rangeOf(statement)) !== undefined || doesNothing(view, statement, true) || /^process\.exit\(/.test(statement.getText());
  const frames = wait ? framesAround(scope, wait) : framesWithoutWait(scope, isPartOfEnd);
  if (!frames) return 'wait-in-branch';
  const end = endOf(scope, frames);
  if (typeof end === 'string') return end;
  return assemble({ ...found, handlers, frames, end });
}

interface Known extends Found {
  readonly handlers: Handlers;
  readonly frames: readonly Frame[];
  readonly end: End;
}

function assemble(known: Known): Read | Reason | undefined {
  const { scope, own, wait, registrations, handlers, frames, end } = known;
  const { view, facts, stories } = scope;
  const sequence = sequenceOf(frames);
  const stack = frames.flatMap(({ statements }) => stackIn(scope, statements) ?? [])[0];
  const stopsInHandler = handlers.releases.length > 0;
  const isAppended = !wait && stopsInHandler;
  if (isAppended && (end.releases.length > 0 || stack)) return 'stop-may-end-the-wait';
  if (handlers.exit && wait && wait.signals.length > 0) return 'handler-does-more';
  if (handlers.hasRest && wait?.signals.some((signal) => !handlers.signals.includes(signal))) return 'handler-does-more';
  if (registrations.some(({ statement }) => !sequence.includes(statement))) return 'handler-not-in-sight';
  const all = [...handlers.releases.map((node): FoundRelease => ({ node, from: 'handler', covered: undefined })), ...end.releases];
  if (all.length === 0 && !stack) return undefined;
  if (!wait && !stopsInHandler && !endsLoop(view, own, handlers)) return 'handler-does-more';
  const goes = (node: ts.Node): boolean => ( handlers.dropped.some((piece) => piece.pos <= node.pos && node.end <= piece.end) || registrations.some(({ statement }) => isWithin(node, statement))) && !all.some((one) => isWithin(node, one.node));
  if (handlers.releases.some((node) => usesOwnNames(scope, node))) return 'handler-does-more';
  if (stopsInHandler && mayEndBy(known, isAppended)) return 'stop-may-end-the-wait';
  const neverReturned = wait?.signals.length === 0 && !handlers.exit;
  const inTheWay = isAppended || neverReturned ? whyNotWaiting(scope) : undefined;
  if (inTheWay && (isAppended || inTheWay === 'callers-go-on')) return inTheWay;
  const registered = stack ? sequence.filter((statement) => statement.getText().startsWith(`${stack.name}.`)) : [];
  const around = frames.find(({ statements }) => stackIn(scope, statements))?.statements[0]?.parent;
  const releases = releasesOf(scope, frames, all, goes, { registered, around });
  if (typeof releases === 'string') return releases;
  if (hasOther(scope, own, releases, all)) return 'released-elsewhere';
  const first = firstOf(scope.statements, sequence, [...(wait ? sequence.filter((statement) => isWithin(wait.expression, statement)) : []), ...releases.flatMap(({ declaredIn }) => declaredIn ?? []), ...registrations.map(({ statement }) => statement)], stack?.statement.start);
  const exits = exitsOf(scope, own, frames, first.pos, end);
  if (typeof exits === 'string') return exits;
  const isModule = 'fileName' in scope.node;
  const range = 'fileName' in scope.node ? { start: 0, end: facts.text.length } : rangeOf(scope.node.body);
  const last = frames[0]!.at;
  if ((end.exit ?? handlers.exit) && isNamedOutside(scope, range, { start: first.getStart(), end: last.end }, end.releases.map(({ node }) => rangeOf(node)))) return 'used-after-scope';
  return {
    facts, isModule,
    scope: range,
    signals: [...new Set([...handlers.signals, ...(wait?.signals ?? [])])],
    first: pieceOf(first), stack, registered: registered.map(rangeOf),
    frames: frames.slice(0, -1).map(({ at }) => frameOf(scope, at)),
    pivot: pieceOf(frames.at(-1)!.at),
    wait: wait ? rangeOf(wait.expression) : isAppended ? 'behind' : undefined,
    releases: releases.map(({ release }) => release),
    repeats: releases.length < all.length,
    handlers: handlers.handlers, exits,
    end: end.exit ? { text: end.exit.getText(), statement: pieceOf(end.exit) } : handlers.exit ? { text: `${handlers.exit.getText()};`, statement: undefined } : undefined,
    dropped: handlers.dropped,
    unimported: wait && unimported(view, stories.sourceFile, wait.expression),
  };
}

/** Something that a listener declares or is given: the stack does not see it. */
function usesOwnNames({ view }: Scope, node: ts.Node): boolean {
  return allDescendants(view.ts, node).some((inner) => {
    const declaration = view.ts.isIdentifier(inner) ? view.types.symbolOf(inner)?.valueDeclaration : undefined;
    const isLocal = declaration !== undefined && (view.ts.isParameter(declaration) || view.ts.isVariableDeclaration(declaration)) && declaration.getSourceFile() === node.getSourceFile();
    return isLocal && !isWithin(declaration, node) && closureOf(view.ts, declaration) === closureOf(view.ts, node);
  });
}

function closureOf(typescript: Scope['view']['ts'], node: ts.Node): ts.Node {
  let at = typescript.isParameter(node) ? node.parent : node.parent;
  while (!typescript.isFunctionLike(at) && !typescript.isSourceFile(at)) at = at.parent;
  return at;
}

/** An `await` behind a listener that stops things may end because of that stop; so the stop cannot wait for it. */
function mayEndBy({ scope: { view, facts }, own, wait, registrations, handlers }: Known, isAppended: boolean): boolean {
  const from = Math.min(...registrations.map(({ statement }) => statement.end));
  const names = handlers.releases.flatMap((node) => releaseAt(facts.program, rangeOf(node))?.names ?? []);
  const isBetween = (node: ts.Node): boolean => node.pos >= from && (!wait || node.pos < wait.node.pos);
  return own.some((node) => {
    if (!view.ts.isAwaitExpression(node) || node === wait?.node || !isBetween(node)) return false;
    return (isAppended || names.some((name) => mentions(node.getText(), name))) && mayWaitForStop(view, node);
  });
}

/** What is registered on a stack that there is, and the block that ends with it. */
interface StackScope {
  readonly registered: readonly ts.Statement[];
  readonly around: ts.Node | undefined;
}

interface Placed extends Acquired {
  readonly release: EntryRelease;
}

function releasesOf(scope: Scope, frames: readonly Frame[], all: readonly FoundRelease[], goes: (node: ts.Node) => boolean, { registered, around }: StackScope): readonly Placed[] | Reason {
  const { facts, types } = scope;
  const placed: Placed[] = [];
  const namesOf = ({ node }: FoundRelease): readonly string[] => releaseAt(facts.program, rangeOf(node))?.names ?? [];
  const isRegistered = (one: FoundRelease): boolean => registered.some((statement) => namesOf(one).some((name) => mentions(statement.getText(), name)));
  const isSame = (one: FoundRelease, other: FoundRelease): boolean => namesOf(one).some((name) => namesOf(other).includes(name));
  const repeated = all.filter((one, index) => one.from === 'handler' && (isRegistered(one) || all.some((other, at) => isSame(one, other) && (other.from !== 'handler' || at < index))));
  const left = all.filter((one) => !repeated.includes(one));
  for (const one of left) {
    const { node, from, covered } = one;
    const { names, decidedBy, call, awaited, guarded } = releaseAt(facts.program, rangeOf(node))!;
    if (decidedBy.some((name) => !left.some((other) => namesOf(other).includes(name)))) return 'guard-not-null-check';
    if (isRegistered(one) || left.some((other) => other !== one && isSame(one, other))) return 'released-elsewhere';
    const acquired = acquiredFor(scope, frames, node, (reference) => goes(reference) || isWithin(reference, node) || repeated.some((one) => isWithin(reference, one.node)), covered);
    const release: EntryRelease = {
      statement: pieceOf(node), from, names, call, awaited, guarded, type: call && types.release(call), live: acquired.live, coveredFrom: covered?.getStart(), constant: acquired.constant,
      endsBeforeStack: from === 'handler' || (around !== undefined && isWithin(node, around)),
    };
    placed.push({ ...acquired, release });
  }
  return placed;
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name.replaceAll(/[.$]/g, '\\$&')}(?![\\w$])`).test(text);
}

/** A release of the same thing at yet another place, such as a `catch`. */
function hasOther({ view }: Scope, own: readonly ts.Node[], releases: readonly Placed[], all: readonly FoundRelease[]): boolean {
  const names = new Set(releases.flatMap(({ release }) => release.names));
  return own.some((node) => {
    const released = releasedBy(view, node);
    return released !== undefined && names.has(released.object.getText()) && !all.some((one) => isWithin(node, one.node));
  });
}

/** The statement of the outermost list that holds the first of some statements. */
function firstOf(outermost: readonly ts.Statement[], sequence: readonly ts.Statement[], candidates: readonly ts.Statement[], stack: number | undefined): ts.Statement {
  const found = sequence.find((statement) => candidates.includes(statement) || statement.getStart() === stack) ?? sequence.at(-1)!;
  return outermost.find((statement) => isWithin(found, statement)) ?? found;
}

function frameOf(scope: Scope, at: ts.Statement): EntryFrame {
  const { view: { ts: typescript }, facts, node } = scope;
  const block = rangeOf(blockIn(scope.view, at)!);
  const { catchClause, finallyBlock } = typescript.isTryStatement(at) ? at : { catchClause: undefined, finallyBlock: undefined };
  const around = rangeOf('fileName' in node ? node : node.body);
  const outside = namesWithin(facts.names, around, block);
  const declared = declaredIn(scope.view, blockIn(scope.view, at)!.statements);
  return {
    statement: pieceOf(at), block, handler: catchClause && rangeOf(catchClause.block), finalizer: finallyBlock && rangeOf(finallyBlock),
    isOpen: !catchClause && !declared.some((name) => outside.has(name)) && contains(around, block),
  };
}

/** What a block declares for itself. */
function declaredIn({ ts: typescript }: View, statements: readonly ts.Statement[]): readonly string[] {
  return statements.flatMap((statement) => {
    if (typescript.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => name.getText().match(/[\w$]+/g) ?? []);
    return (typescript.isFunctionDeclaration(statement) || typescript.isClassDeclaration(statement)) && statement.name ? [statement.name.text] : [];
  });
}

/** Whether a name that the statements in a range declare is used around them. */
function isNamedOutside(scope: Scope, around: Range, range: Range, gone: readonly Range[]): boolean {
  const statements = scope.statements.filter((statement) => contains(range, rangeOf(statement)));
  const names = scope.facts.names.filter(({ start, name }) => !gone.some((one) => contains(one, { start, end: start + name.length })));
  const outside = namesWithin(names, around, range);
  return declaredIn(scope.view, statements).some((name) => outside.has(name));
}
