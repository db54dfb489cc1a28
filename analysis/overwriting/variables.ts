import type ts from 'typescript';
import { releasedBy } from '../contracts/calls.ts';
import { fateOf, type Effect, type Obligation, type Overwriting } from '../flow/obligation.ts';
import { weaker, type Grade } from '../grade.ts';
import { isMain } from '../ownership/entry-point.ts';
import { followVariable, type LocalStory, valueOfAcquisition } from '../ownership/local.ts';
import { referencesIn } from '../ownership/references.ts';
import { freshFrom, type Fresh, makingCalls } from '../ownership/returns.ts';
import { releaseText } from '../resources.ts';
import { below, hasChosenBelow } from '../nodes.ts';
import type { Overwrite } from '../faults.ts';
import { enclosingFunction, functionNameOf, hasBody, isWithin, methodCall, outermost, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { conditionsBefore } from './guards.ts';

/** Variables that are assigned again while what they hold is live: locals in one run, outer ones when a function runs again. */
export function overwrittenVariables(view: View, file: ts.SourceFile): readonly Overwrite[] {
  return below(view.ts, file, 'binary').flatMap((node) => {
    const assigned = assignmentAt(view, node);
    return (assigned && overwriteBy(view, assigned)) ?? [];
  });
}

/** `server = await listen()` */
interface Assigned {
  name: ts.Identifier;
  symbol: ts.Symbol;
  declaration: ts.VariableDeclaration;
  value: ts.Expression;
  fresh: Fresh;
  scope: FunctionWithBody;
  story: LocalStory;
}

function assignmentAt(view: View, node: ts.BinaryExpression): Assigned | undefined {
  const { ts: typescript } = view;
  if (node.operatorToken.kind !== typescript.SyntaxKind.EqualsToken || !typescript.isIdentifier(node.left) || !hasChosenBelow(typescript, node, makingCalls(view, node.getSourceFile()), 1)) return undefined;
  const scope = enclosingFunction(typescript, node);
  const symbol = hasBody(scope) ? view.types.symbolOf(node.left) : undefined;
  const declaration = symbol?.valueDeclaration;
  if (!hasBody(scope) || !symbol || !declaration || !typescript.isVariableDeclaration(declaration)) return undefined;
  const made = withBelow(view, node.right).find((inner) => isMade(view, inner, node));
  const fresh = made && freshFrom(view, made);
  if (!fresh || fresh.contract.oneShot || fresh.contract.kind === 'container' || fresh.contract.kind === 'listener') return undefined;
  const story = followVariable(view, symbol, fresh.contract, scope);
  const { value, started } = valueOfAcquisition(view, made, fresh.contract);
  return fresh.begins !== 'start' || started || story.starts.length > 0 ? { name: node.left, symbol, declaration, value, fresh, scope, story } : undefined;
}

/** The calls and `new`s of an expression, itself among them. */
function withBelow(view: View, value: ts.Expression): (ts.CallExpression | ts.NewExpression)[] {
  const inner = below(view.ts, value, 'call', 'new');
  return view.ts.isCallExpression(value) || view.ts.isNewExpression(value) ? [value, ...inner] : inner;
}

/** The acquisition whose value is what is assigned. */
function isMade(view: View, node: ts.CallExpression | ts.NewExpression, assignment: ts.BinaryExpression): boolean {
  const fresh = freshFrom(view, node);
  return fresh !== undefined && valueOfAcquisition(view, node, fresh.contract).value.parent === assignment;
}

function overwriteBy(view: View, assigned: Assigned): Overwrite | undefined {
  const { declaration, scope, fresh, name } = assigned;
  const isLocal = isWithin(declaration, scope);
  const again = isLocal ? undefined : againOf(view, assigned);
  if (!isLocal && !again) return undefined;
  const found = fateOf(view, obligationOf(view, assigned, again !== undefined)).overwrites.find(({ at }) => at === assigned.value);
  if (!found) return undefined;
  const isSameRun = found.path.length > 1;
  if (isSameRun ? isNextTurn(found, assigned) : !again) return undefined;
  const natural: Grade = ['stream', 'process'].includes(fresh.contract.kind) || assigned.story.unreferenced ? 'likely' : fresh.grade;
  return {
    at: name,
    name: name.text,
    when: isSameRun || !again ? 'in the same run' : again.when,
    release: releaseText(fresh.contract, name.text),
    grade: [found.grade, natural, isSameRun || !again ? 'certain' : again.grade].reduce(weaker),
    path: found.path.slice(0, -1),
  };
}

/** What the former turn of a loop acquired is reported where it is acquired (rule 8). */
function isNextTurn({ path }: Overwriting, { value }: Assigned): boolean {
  return path.at(-2)?.start === value.getStart();
}

/** Everything that the function does with the variable, with each acquisition that is assigned to it. */
function obligationOf(view: View, { symbol, declaration, scope, story, name }: Assigned, liveAtEntry: boolean): Obligation {
  const effects = new Map<ts.Node, readonly Effect[]>(story.effects);
  const given = [...(isWithin(declaration, scope) ? [declaration.initializer] : []), ...referencesIn(view, symbol, scope).map((reference) => assignedTo(view, reference))];
  for (const value of given) {
    if (value && isAcquired(view, value)) effects.set(value, [{ kind: 'acquire', live: true, text: `'${name.text}' is acquired` }, ...(story.effects.get(value) ?? [])]);
  }
  return { name: name.text, scope, effects, holders: story.holders, ...(liveAtEntry ? { liveAtEntry: true } : {}) };
}

/** The value that a mention of a variable gives it. */
function assignedTo(view: View, reference: ts.Identifier): ts.Expression | undefined {
  const { parent } = reference;
  return view.ts.isBinaryExpression(parent) && parent.left === reference && parent.operatorToken.kind === view.ts.SyntaxKind.EqualsToken ? parent.right : undefined;
}

function isAcquired(view: View, value: ts.Expression): boolean {
  return withBelow(view, value).some((inner) => freshFrom(view, inner) !== undefined);
}

interface Again {
  when: string;
  grade: Grade;
}

/** How an assignment to an outer variable comes to run again; nothing when it does not, or when it is guarded. */
function againOf(view: View, assigned: Assigned): Again | undefined {
  const { scope } = assigned;
  if (isMain(view, scope) || isGuarded(view, assigned)) return undefined;
  const hook = testHookOf(view, scope);
  if (hook !== undefined) return eachTest.has(hook) && !isReleasedInTests(view, assigned) ? { when: `before the next test`, grade: 'certain' } : undefined;
  const called = isOfHost(view, scope) || isReleasedInTests(view, assigned) ? undefined : functionNameOf(view.ts, scope);
  return called === undefined ? undefined : { when: `when ${called}() runs again`, grade: 'likely' };
}

/** `new ReadableStream({ start() { … } })`: the method of a literal that is handed to a constructor. */
function isOfHost(view: View, scope: ts.Node): boolean {
  const literal = view.ts.isMethodDeclaration(scope) ? scope.parent : scope.parent.parent;
  return literal !== undefined && view.ts.isObjectLiteralExpression(literal) && view.ts.isNewExpression(literal.parent);
}

/** A condition before it, or around it, that asks for the variable. */
function isGuarded(view: View, { name, symbol, scope }: Assigned): boolean {
  const { ts: typescript } = view;
  const limit = name.getSourceFile();
  const asks = (condition: ts.Expression) => [condition, ...below(typescript, condition, 'identifier')].some((node) => typescript.isIdentifier(node) && node.text === name.text && view.types.symbolOf(node) === symbol);
  return conditionsBefore(view, limit, name).some(asks) || referencesIn(view, symbol, scope).some((reference) => typescript.isVariableDeclaration(outermost(typescript, reference).parent) && reference.pos < name.pos);
}

const eachTest: ReadonlySet<string> = new Set(['beforeEach', 'setup']);
const testHooks: ReadonlySet<string> = new Set([...eachTest, 'beforeAll', 'before', 'suiteSetup', 'it', 'test', 'describe', 'suite', 'afterEach', 'afterAll', 'after', 'teardown']);
const lastHooks: ReadonlySet<string> = new Set(['afterAll', 'after', 'suiteTeardown']);

/** The hook or test that a function is the callback of. */
function testHookOf(view: View, scope: ts.Node): string | undefined {
  const { ts: typescript } = view;
  if (!typescript.isArrowFunction(scope) && !typescript.isFunctionExpression(scope)) return undefined;
  const host = outermost(typescript, scope).parent;
  const callee = typescript.isCallExpression(host) ? skipTransparent(typescript, host.expression) : undefined;
  const name = callee && (typescript.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText());
  return name !== undefined && testHooks.has(name) ? name : undefined;
}

/** Released after each test, or by the tests themselves; by the hook after all of them, only the last one is. What it was started with may end it. */
function isReleasedInTests(view: View, { symbol, declaration, scope }: Assigned): boolean {
  const started = referencesIn(view, symbol, scope).flatMap((reference) => argumentsOfCallOn(view, reference));
  return [symbol, ...started].some((one) => isReleasedAfterEach(view, one, enclosingFunction(view.ts, declaration), scope));
}

/** `server.connect(transport)`: the transport. */
function argumentsOfCallOn(view: View, reference: ts.Identifier): readonly ts.Symbol[] {
  const method = methodCall(view.ts, reference.parent.parent);
  return method?.object === reference ? method.call.arguments.flatMap((argument) => (view.ts.isIdentifier(argument) ? (view.types.symbolOf(argument) ?? []) : [])) : [];
}

function isReleasedAfterEach(view: View, symbol: ts.Symbol, within: ts.Node, scope: ts.Node): boolean {
  return referencesIn(view, symbol, within).some((reference) => {
    const hook = hookAround(view, reference, scope);
    if (hook === undefined || lastHooks.has(hook)) return false;
    return [reference.parent.parent, reference.parent].some((node) => releasedBy(view, node) !== undefined) || view.ts.isCallExpression(outermost(view.ts, reference).parent);
  });
}

/** The nearest hook or test that a node lies in, callbacks inside it included; nothing below the scope that is asked about. */
function hookAround(view: View, node: ts.Node, scope: ts.Node): string | undefined {
  for (let around = enclosingFunction(view.ts, node); around !== scope && !view.ts.isSourceFile(around); around = enclosingFunction(view.ts, around)) {
    const hook = testHookOf(view, around);
    if (hook !== undefined) return hook;
  }
  return undefined;
}
