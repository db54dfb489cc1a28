import type ts from 'typescript';
import { below } from '../nodes.ts';
import { fieldOfThis, hasBody, memberAccess, memberName, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { teardownVerbs } from './verbs.ts';

/**
 * Whether what a `new` makes ends itself when something that it is given ends: `new Multiplexer(channel)`, whose constructor says
 * `channel.onClose(() => this.dispose())` (docs/clauses.md, rule 8). Whoever has the channel ends both.
 */
export function endsWithWhatItIsGiven(view: View, node: ts.NewExpression): boolean {
  const { ts: typescript } = view;
  const owner = view.types.symbolOf(skipTransparent(typescript, node.expression))?.declarations?.find(typescript.isClassLike);
  const ending = owner && view.remember('parametersItEndsWith', owner, () => parametersItEndsWith(view, owner));
  return ending?.some((index) => isLookedUp(view, node.arguments?.[index])) ?? false;
}

/** Somebody else's: a name or a property; what is made in place has nobody but the new object. */
function isLookedUp(view: View, argument: ts.Expression | undefined): boolean {
  if (!argument) return false;
  const value = skipTransparent(view.ts, argument);
  return view.ts.isIdentifier(value) || memberAccess(view.ts, value) !== undefined;
}

function parametersItEndsWith(view: View, owner: ts.ClassLikeDeclaration): readonly number[] {
  const { ts: typescript } = view;
  const made = owner.members.find((member): member is ts.ConstructorDeclaration & { body: ts.Block } => typescript.isConstructorDeclaration(member) && hasBody(member));
  if (!made) return [];
  const names = made.parameters.map((parameter) => memberName(typescript, parameter.name));
  return below(typescript, made.body, 'call').flatMap((call) => {
    const access = memberAccess(typescript, call.expression);
    const index = access && tellsEnd(view, call, access.name) ? names.indexOf(fieldOfThis(typescript, access.object) ?? access.object.getText()) : -1;
    return index >= 0 && call.arguments.some((argument) => endsInstance(view, owner, argument)) ? [index] : [];
  });
}

const endEvent = /(close|end|exit|disconnect|dispose|destroy)(d|ed)?$/i;
const listening: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'addEventListener']);

/** `channel.onClose(…)`, `socket.once('close', …)` */
function tellsEnd(view: View, call: ts.CallExpression, method: string): boolean {
  const [event] = call.arguments;
  if (listening.has(method)) return event !== undefined && view.ts.isStringLiteralLike(event) && endEvent.test(event.text);
  return method.startsWith('on') && endEvent.test(method);
}

/** A callback that calls a teardown of the instance, itself or in the method that it calls. */
function endsInstance(view: View, owner: ts.ClassLikeDeclaration, callback: ts.Expression): boolean {
  const called = ownCalls(view, callback);
  return called.some((name) => teardownVerbs.has(name) || owner.members.some((member) => memberName(view.ts, member.name) === name && hasBody(member) && ownCalls(view, member).some((inner) => teardownVerbs.has(inner))));
}

function ownCalls(view: View, code: ts.Node): readonly string[] {
  return below(view.ts, code, 'call').flatMap((call) => fieldOfThis(view.ts, call.expression) ?? []);
}
