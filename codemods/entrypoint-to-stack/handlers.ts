import type ts from 'typescript';
import { endsProcess } from '../../analysis/flow/process-exit.ts';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { allDescendants, skipTransparent } from '../../analysis/syntax.ts';
import { releaseAt } from '../../plans/entrypoint-to-stack/release-at.ts';
import type { EntryHandler, Piece } from '../../plans/entrypoint-to-stack/site.ts';
import type { Reason } from '../../plans/reasons.ts';
import { pieceOf, rangeOf, type Scope } from './scope.ts';
import { signalListener, type SignalListener } from './signals.ts';

/** What the listeners of an entry point do. */
export interface Handlers {
  readonly signals: readonly string[];
  readonly handlers: readonly EntryHandler[];
  /** The statements that release, in the order of the text. */
  readonly releases: readonly ts.Node[];
  /** The exit behind the releases. */
  readonly exit: ts.CallExpression | undefined;
  /** What the listeners do beside releasing. */
  readonly hasRest: boolean;
  /** Functions and flags that only the listeners used. */
  readonly dropped: readonly Piece[];
}

type ListenerFunction = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration;

interface Listened {
  readonly statement: ts.Statement;
  readonly listeners: readonly SignalListener[];
}

/** A statement that does nothing but register listeners for signals. */
export function registrationIn({ view }: Scope, statement: ts.Statement): Listened | undefined {
  const { ts: typescript } = view;
  const nodes = allDescendants(typescript, statement);
  const calls = nodes.filter((node) => signalListener(view, node));
  const listeners = calls.flatMap((node) => signalListener(view, node) ?? []);
  const [first] = calls;
  if (!first) return undefined;
  const around = typescript.isForOfStatement(statement) ? statement.statement : statement;
  const inner = typescript.isBlock(around) ? (around.statements.length === 1 ? around.statements[0] : undefined) : around;
  const isPlain = inner !== undefined && typescript.isExpressionStatement(inner) && (inner.expression === first || isForEach(inner.expression, first));
  return isPlain ? { statement, listeners } : undefined;
}

/** `['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, …))` */
function isForEach(expression: ts.Expression, call: ts.Node): boolean {
  return /^\[[^\]]*\]\s*\.forEach\(/.test(expression.getText()) && expression.end - call.end <= 4;
}

/** Reads the listeners of an entry point, or says why one of them has to stay. */
export function handlersOf(scope: Scope, registrations: readonly Listened[]): Handlers | Reason {
  const read = new Map<ListenerFunction, ReadHandler>();
  const handlers: EntryHandler[] = [];
  const dropped: Piece[] = [];
  for (const { statement, listeners } of registrations) {
    const functions = new Set<ListenerFunction>();
    for (const { listener } of listeners) {
      const found = functionOf(scope, listener);
      if (!found) return 'handler-not-in-sight';
      functions.add(found.node);
    }
    const [node, ...others] = functions;
    if (!node || others.length > 0) return 'handler-not-in-sight';
    const known = read.get(node);
    const body = known ?? readHandler(scope, node);
    if (typeof body === 'string') return body;
    if (!known) {
      read.set(node, body);
      dropped.push(...body.flags);
    }
    handlers.push({ statement: pieceOf(statement), rest: body.rest, parameter: node.parameters[0]?.name.getText(), ends: body.exit !== undefined });
  }
  for (const node of read.keys()) {
    const declared = declarationOf(scope, node, registrations);
    if (declared === 'used') return 'handler-used-elsewhere';
    if (declared) dropped.push(declared);
  }
  const bodies = [...read.values()];
  const exits = bodies.flatMap(({ exit }) => exit ?? []);
  const isOneExit = exits.length === 0 || (exits.length === bodies.length && exits.every((exit) => exit.getText() === exits[0]!.getText()));
  const hasRest = bodies.some(({ rest }) => rest);
  if (!isOneExit || (hasRest && bodies.length > 1)) return 'handler-does-more';
  return { signals: [...new Set(registrations.flatMap(({ listeners }) => listeners.flatMap(({ signals }) => signals)))], handlers, releases: bodies.flatMap(({ releases }) => releases), exit: exits[0], hasRest, dropped };
}

/** The function that a listener is, or calls and does nothing else. */
function functionOf(scope: Scope, listener: ts.Expression): { readonly node: ListenerFunction } | undefined {
  const { view } = scope;
  const { ts: typescript } = view;
  const value = skipTransparent(typescript, listener);
  if (typescript.isIdentifier(value)) {
    const node = declaredFunction(scope, value);
    return node && { node };
  }
  if (!typescript.isArrowFunction(value) && !typescript.isFunctionExpression(value)) return undefined;
  const call = soleCall(scope, value);
  const called = call && typescript.isIdentifier(call.expression) ? declaredFunction(scope, call.expression) : undefined;
  return { node: called && called.parameters.length === 0 ? called : value };
}

function declaredFunction({ view, statements }: Scope, name: ts.Identifier): ListenerFunction | undefined {
  const { ts: typescript } = view;
  const declaration = view.types.symbolOf(name)?.valueDeclaration;
  if (!declaration) return undefined;
  if (typescript.isFunctionDeclaration(declaration)) return declaration.body && statements.includes(declaration) ? declaration : undefined;
  const value = typescript.isVariableDeclaration(declaration) && declaration.initializer && statements.includes(declaration.parent.parent as ts.Statement) ? skipTransparent(typescript, declaration.initializer) : undefined;
  return value && (typescript.isArrowFunction(value) || typescript.isFunctionExpression(value)) ? value : undefined;
}

/** `() => stop()`, `() => void stop()`, `() => { stop(); }` */
function soleCall({ view: { ts: typescript } }: Scope, { body }: ts.ArrowFunction | ts.FunctionExpression): ts.CallExpression | undefined {
  const [only, ...more] = typescript.isBlock(body) ? body.statements : [];
  const expression = typescript.isBlock(body) ? (only && more.length === 0 && typescript.isExpressionStatement(only) ? only.expression : undefined) : body;
  const inner = expression && (typescript.isVoidExpression(expression) || typescript.isAwaitExpression(expression)) ? expression.expression : expression;
  return inner && typescript.isCallExpression(inner) ? inner : undefined;
}

/** The statement that declares a listener, when nothing but registrations uses it; nothing for one that has no name. */
function declarationOf({ view, stories: { sourceFile } }: Scope, node: ListenerFunction, registrations: readonly Listened[]): Piece | 'used' | undefined {
  const { ts: typescript } = view;
  const holder = typescript.isFunctionDeclaration(node) ? node : node.parent;
  if (!typescript.isFunctionDeclaration(holder) && !typescript.isVariableDeclaration(holder)) return undefined;
  const symbol = holder.name && view.types.symbolOf(holder.name);
  const isUsed = !symbol || referencesIn(view, symbol, sourceFile).some((reference) => !registrations.some(({ statement }) => statement.pos <= reference.pos && reference.end <= statement.end));
  if (isUsed) return 'used';
  const statement = typescript.isVariableDeclaration(holder) ? (holder.parent.parent as ts.VariableStatement) : holder;
  const isAlone = typescript.isFunctionDeclaration(statement) || statement.declarationList.declarations.length === 1;
  const isExported = typescript.canHaveModifiers(statement) && (typescript.getModifiers(statement) ?? []).some(({ kind }) => kind === typescript.SyntaxKind.ExportKeyword);
  return isAlone && !isExported ? pieceOf(statement) : 'used';
}

interface ReadHandler {
  readonly releases: readonly ts.Node[];
  readonly rest: EntryHandler['rest'];
  readonly exit: ts.CallExpression | undefined;
  readonly flags: readonly Piece[];
}

function readHandler(scope: Scope, node: ListenerFunction): ReadHandler | Reason {
  const { view, facts } = scope;
  const { ts: typescript } = view;
  if (!node.body || !typescript.isBlock(node.body)) return readExpression(scope, node);
  const { flags, statements } = withoutGuard(scope, unwrapped(scope, [...node.body.statements]));
  const releases: ts.Statement[] = [];
  const rest: ts.Statement[] = [];
  let exit: ts.CallExpression | undefined;
  for (const statement of statements) {
    if (exit) return 'handler-does-more';
    const ended = typescript.isExpressionStatement(statement) && endsProcess(view, statement.expression) ? (statement.expression as ts.CallExpression) : undefined;
    if (ended && releases.length > 0) exit = ended;
    else if (releaseAt(facts.program, rangeOf(statement))) releases.push(statement);
    else if (releases.length > 0 || ended || waits(scope, statement)) return 'handler-does-more';
    else rest.push(statement);
  }
  const [first, last] = [rest[0], rest.at(-1)];
  return { releases, exit, flags, rest: first && last ? { start: first.getStart(), end: last.end } : undefined };
}

/** `() => server.close()`, `() => (stopping = true)` */
function readExpression({ view, facts }: Scope, node: ListenerFunction): ReadHandler | Reason {
  const body = node.body as ts.Node | undefined;
  if (!body || endsProcess(view, body)) return 'handler-does-more';
  const isRelease = releaseAt(facts.program, rangeOf(body)) !== undefined;
  return { releases: isRelease ? [body] : [], exit: undefined, flags: [], rest: isRelease ? undefined : rangeOf(body) };
}

function waits({ view: { ts: typescript } }: Scope, statement: ts.Statement): boolean {
  return [statement, ...allDescendants(typescript, statement)].some((node) => typescript.isAwaitExpression(node) || typescript.isReturnStatement(node) || typescript.isThrowStatement(node));
}

/** The statements of `void (async () => { … })();`, which a listener is made of that cannot wait itself. */
function unwrapped({ view: { ts: typescript } }: Scope, statements: readonly ts.Statement[]): readonly ts.Statement[] {
  const last = statements.at(-1);
  const expression = last && typescript.isExpressionStatement(last) ? last.expression : undefined;
  const call = expression && typescript.isVoidExpression(expression) ? expression.expression : expression;
  const callee = call && typescript.isCallExpression(call) && call.arguments.length === 0 ? skipTransparent(typescript, call.expression) : undefined;
  const isInvoked = callee && typescript.isArrowFunction(callee) && typescript.isBlock(callee.body);
  return isInvoked ? [...statements.slice(0, -1), ...(callee.body as ts.Block).statements] : statements;
}

/** Without `if (stopping) return; stopping = true;`, which a stack that ends once does not need, when nothing else uses the flag. */
function withoutGuard({ view, statements: around, stories: { sourceFile } }: Scope, statements: readonly ts.Statement[]): { readonly flags: readonly Piece[]; readonly statements: readonly ts.Statement[] } {
  const { ts: typescript } = view;
  const [guard, mark, ...rest] = statements;
  const kept = { flags: [], statements };
  if (!guard || !mark || !typescript.isIfStatement(guard) || guard.elseStatement || !typescript.isIdentifier(guard.expression)) return kept;
  const flag = guard.expression.text;
  const [leaves] = typescript.isBlock(guard.thenStatement) ? guard.thenStatement.statements : [guard.thenStatement];
  if (!leaves || !typescript.isReturnStatement(leaves) || mark.getText().replace(/;$/, '') !== `${flag} = true`) return kept;
  const symbol = view.types.symbolOf(guard.expression);
  const declaration = symbol?.valueDeclaration;
  const statement = around.find((one) => typescript.isVariableStatement(one) && one.declarationList.declarations.length === 1 && one.declarationList.declarations[0] === declaration);
  const isOnlyHere = symbol && referencesIn(view, symbol, sourceFile).every(({ pos }) => guard.pos <= pos && pos < mark.end);
  return isOnlyHere && statement ? { flags: [pieceOf(statement)], statements: rest } : kept;
}
