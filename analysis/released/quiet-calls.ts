import type ts from 'typescript';
import { releaseVerbPrefixes, verbPairs } from '../contracts/verbs.ts';
import { below } from '../nodes.ts';
import { referencesIn } from '../ownership/references.ts';
import { isWithin, memberAccess, outermostAwaited, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

const begins = /^(begin|re(connect|start|open|set|init|initialize|initialise|load|fresh|new|create|store|sume|vive|arm|activate|subscribe|launch|spawn|build|register))(?![a-z])/;
const starts: ReadonlySet<string> = new Set(verbPairs.map((pair) => pair.start));

/** `reconnect()`, `open()`: by its name it begins the resource anew. */
export function beginsAnew(name: string): boolean {
  return starts.has(name) || begins.test(name);
}

const listening = /^(on|once|off|emit|listeners?|listenerCount|eventNames|(add|remove|prepend)\w*Listeners?|setMaxListeners|addEventListener|removeEventListener|subscribe|dispatchEvent)$/;
const plain = /^(ref|unref|hasRef|toString|toJSON|valueOf|inspect|address|status|state|then|catch|finally|constructor|hasOwnProperty|Symbol\..*)$/;
const waits = /^(wait|when|until|join|done|finished|closed|ended|exited|completed|settled|terminated|disconnected|stopped|disposed|destroyed)(?![a-z])/;
const asks = /^(is|has|was|did|can|should)(?![a-z])/;
const looks = /^(get|to|as|peek|count|size|describe|list)(?![a-z])/;
const ends = new RegExp(`^(force|immediate)?(${releaseVerbPrefixes.join('|')})(?![a-z])`, 'i');

/** Calls that ask nothing of what was released: listeners, status, what waits for the end or makes it faster. */
export function isQuiet(name: string, waited: boolean): boolean {
  if (listening.test(name) || plain.test(name) || waits.test(name) || asks.test(name) || ends.test(name)) return true;
  return !waited && looks.test(name);
}

/** `getState()`, `listJobs()`: by its name it may only look. */
export function onlyLooks(name: string): boolean {
  return looks.test(name);
}

const asserting = /^(expect\w*|assert\w*|should|chai|sinon)$/;
const failing = /^(rejects|throws|throwsAsync|throwsException|doesNotThrow|doesNotReject|notThrows|notThrowsAsync|rejectedWith|rejected|throw)$/;

/** Whether an expression is what an assertion is about, itself or through the variable that keeps its value. */
export function isAsserted(view: View, expression: ts.Node): boolean {
  if (isWithinAssertion(view, expression)) return true;
  const { ts: typescript } = view;
  if (!typescript.isExpression(expression)) return false;
  const declaration = chainAround(view, expression).parent;
  if (!typescript.isVariableDeclaration(declaration) || !typescript.isIdentifier(declaration.name)) return false;
  const symbol = view.types.symbolOf(declaration.name);
  return symbol !== undefined && referencesIn(view, symbol, expression.getSourceFile()).some((reference) => isWithinAssertion(view, reference));
}

/** `x.query().catch((error) => error)`, awaited: the whole chain. */
function chainAround(view: View, expression: ts.Expression): ts.Expression {
  let value = outermostAwaited(view.ts, expression);
  while (view.ts.isPropertyAccessExpression(value.parent) && view.ts.isCallExpression(value.parent.parent)) value = outermostAwaited(view.ts, value.parent.parent);
  return value;
}

function isWithinAssertion(view: View, node: ts.Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    if (view.ts.isCallExpression(at.parent) && at.parent.expression !== at && isAssertion(view, at.parent.expression)) return true;
  }
  return false;
}

function isAssertion(view: View, callee: ts.Expression): boolean {
  const access = memberAccess(view.ts, skipTransparent(view.ts, callee));
  if (access && failing.test(access.name)) return true;
  let front = skipTransparent(view.ts, callee);
  while (view.ts.isPropertyAccessExpression(front) || view.ts.isCallExpression(front)) front = skipTransparent(view.ts, front.expression);
  return asserting.test(front.getText());
}

/** Whether a condition that mentions the name is asked between a release and a later place, or around it. */
export function isAskedBetween(view: View, name: string, scope: ts.Node, from: ts.Node, to: ts.Node): boolean {
  const mentions = new RegExp(`(^|[^\\w$.])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^\\w$])`);
  return below(view.ts, scope, 'if', 'while', 'conditional', 'binary').some((node) => {
    const condition = conditionAt(view, node);
    return condition !== undefined && condition.pos < to.end && (condition.pos >= from.end || isWithin(to, node)) && mentions.test(condition.getText());
  });
}

function conditionAt(view: View, node: ts.Node): ts.Expression | undefined {
  const { ts: typescript } = view;
  if (typescript.isIfStatement(node) || typescript.isWhileStatement(node)) return node.expression;
  if (typescript.isConditionalExpression(node)) return node.condition;
  return typescript.isBinaryExpression(node) && node.operatorToken.kind === typescript.SyntaxKind.AmpersandAmpersandToken ? node.left : undefined;
}

/** Whether the failure of a call is provided for: a `try` with a `catch` that the release is not part of, or `.catch(…)`. */
export function isFailureExpected(view: View, call: ts.Node, release: ts.Node): boolean {
  const { ts: typescript } = view;
  for (let at = call; at.parent && !typescript.isFunctionLike(at); at = at.parent) {
    const { parent } = at;
    if (typescript.isTryStatement(parent) && parent.tryBlock === at && parent.catchClause && !isWithin(release, at)) return true;
    const access = typescript.isPropertyAccessExpression(parent) && parent.expression === at ? parent.name.text : undefined;
    if (access === 'catch' || (access === 'then' && typescript.isCallExpression(parent.parent) && parent.parent.arguments.length > 1)) return true;
  }
  return false;
}
