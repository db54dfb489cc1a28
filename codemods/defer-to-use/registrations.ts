import type ts from 'typescript';
import { releasedBy } from '../../analysis/contracts/calls.ts';
import { disposeOfRelease, type Compared } from '../../analysis/dispose-of-release.ts';
import type { FileStories } from '../../analysis/index.ts';
import { stackTypeOf } from '../../analysis/ownership/stack.ts';
import { allDescendants, methodCall, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { RegistrationSite } from '../../plans/defer-to-use/plan.ts';
import { isFixed } from './is-fixed.ts';
import { singleCall, type SingleCall } from './single-call.ts';

/** The releases that a file registers on stacks, one method call each. */
export function registrationsOf({ view, sourceFile }: FileStories): RegistrationSite[] {
  const found = [...allDescendants(view.ts, sourceFile)].flatMap((node) => siteOf(view, sourceFile, node) ?? []);
  return found.sort((a, b) => a.start - b.start);
}

/** What a registration says: the stack, what is registered, and the callback. */
interface Registration {
  readonly by: 'defer' | 'adopt';
  readonly call: ts.CallExpression;
  readonly name: ts.Node;
  readonly stack: ts.Expression;
  readonly value: ts.Expression | undefined;
  readonly callback: ts.ArrowFunction | ts.FunctionExpression;
}

function siteOf(view: View, file: ts.SourceFile, node: ts.Node): RegistrationSite | undefined {
  const registration = registrationOf(view, node);
  const released = registration && singleCall(view, registration.callback);
  if (!registration || !released || !isItsOwn(view, registration, released)) return undefined;
  const stack = stackTypeOf(view, registration.stack);
  const dispose = stack && disposeOf(view, stack, released);
  if (!stack || !isRelease(view, released, dispose)) return undefined;
  const { call, callback, name, by, value } = registration;
  const registered = value ?? released.object;
  const range = { start: value ? value.end : callback.getStart(file), end: callback.end };
  return {
    start: statementOf(view, call).getStart(file),
    by,
    method: { start: name.getStart(file), end: name.end },
    value: registered.getText(file),
    callback: range,
    dispose,
    floats: view.types.isThenable(view.types.typeOf(released.call)) && !(released.isGiven && stack === 'AsyncDisposableStack'),
    hasArguments: released.call.arguments.length > 0,
    isFixed: value !== undefined || isFixed(view, released.object, call),
    holdsComment: holdsComment(view, file, range),
    isResultUsed: by === 'defer' && !view.ts.isExpressionStatement(call.parent),
  };
}

function registrationOf(view: View, node: ts.Node): Registration | undefined {
  const method = methodCall(view.ts, node);
  if (!method || !view.ts.isPropertyAccessExpression(method.call.expression)) return undefined;
  const { call, object: stack, name: by, nameNode: name } = method;
  if (by !== 'defer' && by !== 'adopt') return undefined;
  const [first, second, ...more] = call.arguments;
  const given = by === 'defer' ? first : second;
  if (!given || more.length > 0 || (by === 'defer' && second)) return undefined;
  const callback = skipTransparent(view.ts, given);
  if (callback !== given || !(view.ts.isArrowFunction(callback) || view.ts.isFunctionExpression(callback))) return undefined;
  return { by, call, name, stack, callback, value: by === 'adopt' ? first : undefined };
}

/** The callback of `adopt` releases what it is given, that of `defer` something of the code around it. */
function isItsOwn(view: View, { by, callback }: Registration, { object }: SingleCall): boolean {
  const [parameter, ...more] = callback.parameters;
  if (by === 'defer') return parameter === undefined;
  const declared = parameter && more.length === 0 && !parameter.dotDotDotToken && view.ts.isIdentifier(parameter.name) ? view.types.symbolOf(parameter.name) : undefined;
  return declared !== undefined && view.ts.isIdentifier(object) && view.types.symbolOf(object) === declared;
}

/** Which symbol `use` would call, and how that compares. It passes over an absent value, on which the call of `x!.stop()` fails. */
function disposeOf(view: View, stack: 'DisposableStack' | 'AsyncDisposableStack', { object, name }: SingleCall): Compared | undefined {
  if (view.ts.isNonNullExpression(object)) return 'different';
  const { sync, async } = disposeOfRelease(view, object, name);
  return stack === 'AsyncDisposableStack' ? (async ?? sync) : sync;
}

function isRelease(view: View, { call }: SingleCall, dispose: Compared | undefined): boolean {
  return (dispose !== undefined && dispose !== 'different') || releasedBy(view, call) !== undefined;
}

function statementOf(view: View, node: ts.Node): ts.Node {
  let at = node;
  while (!view.ts.isStatement(at) && at.parent) at = at.parent;
  return at;
}

/** A comment that would go away with the text that goes away. */
function holdsComment({ ts: typescript }: View, file: ts.SourceFile, { start, end }: { start: number; end: number }): boolean {
  const scanner = typescript.createScanner(typescript.ScriptTarget.Latest, false, typescript.LanguageVariant.Standard, file.text, undefined, start, end - start);
  for (let token = scanner.scan(); token !== typescript.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === typescript.SyntaxKind.SingleLineCommentTrivia || token === typescript.SyntaxKind.MultiLineCommentTrivia) return true;
  }
  return false;
}
