import type ts from 'typescript';
import { frameworkStarts, verbPairs } from '../contracts/verbs.ts';
import { subclassesOf } from '../ownership/subclasses.ts';
import { callbackMethod } from '../construction/runs-at-once.ts';
import { below } from '../nodes.ts';
import { enclosingFunction, fieldOfThis, hasModifier, isWithin, memberName, methodCall, outermost } from '../syntax.ts';
import type { View } from '../view.ts';

/** How often code of one instance may run: at most once; again after each stop; as often as somebody likes. */
export type Times = 'once' | 'per stop' | 'repeatedly';

const order: readonly Times[] = ['once', 'per stop', 'repeatedly'];
const hooks: ReadonlySet<string> = new Set(frameworkStarts.map((hook) => hook.method));
const starts: readonly string[] = verbPairs.map((pair) => pair.start);

/**
 * How often a function of a class may run (docs/clauses.md, rule 19): every method is repeatable except the constructor and once-only
 * hooks of frameworks; a start verb, and what only it calls, counts as once per stop.
 */
export function timesOf(view: View, owner: ts.ClassLikeDeclaration, scope: ts.Node, seen: ReadonlySet<ts.Node> = new Set()): Times {
  const member = memberAround(owner, scope);
  if (!member || member.parent !== owner || view.ts.isConstructorDeclaration(member) || view.ts.isClassStaticBlockDeclaration(member)) return 'once';
  const isOwnBody = scope === member || (view.ts.isPropertyDeclaration(member) && member.initializer === scope);
  return isOwnBody ? timesOfMember(view, owner, member, seen) : timesOfCallback(view, owner, member, scope, seen);
}

function memberAround(owner: ts.ClassLikeDeclaration, node: ts.Node): ts.ClassElement | undefined {
  return owner.members.find((member) => isWithin(node, member));
}

function timesOfMember(view: View, owner: ts.ClassLikeDeclaration, member: ts.ClassElement, seen: ReadonlySet<ts.Node>): Times {
  const name = memberName(view.ts, member.name) ?? '';
  if (hooks.has(name)) return 'once';
  if (isStartName(view, name)) return 'per stop';
  return isHidden(view, member) ? timesOfCalls(view, owner, member, name, seen) : 'repeatedly';
}

/** A start verb, or a name that begins with one: `startPolling`. */
function isStartName(view: View, declared: string): boolean {
  const name = declared.replace(/^[#_]+/, '');
  const verbs = [...starts, ...(view.settings.verbs ?? []).map((pair) => pair.start)];
  return verbs.some((verb) => name.startsWith(verb) && /^([A-Z_]|$)/.test(name.slice(verb.length)));
}

function isHidden(view: View, member: ts.ClassElement): boolean {
  const { PrivateKeyword, ProtectedKeyword } = view.ts.SyntaxKind;
  return (member.name !== undefined && view.ts.isPrivateIdentifier(member.name)) || hasModifier(view.ts, member, PrivateKeyword) || hasModifier(view.ts, member, ProtectedKeyword);
}

/** What only the class itself, or one that extends it, can call runs as often as the code that calls it, or hands it on. */
function timesOfCalls(view: View, owner: ts.ClassLikeDeclaration, member: ts.ClassElement, name: string, seen: ReadonlySet<ts.Node>): Times {
  if (seen.has(member)) return 'once';
  const times = [owner, ...subclassesOf(view, owner)].flatMap((one) => {
    const mentions = below(view.ts, one, 'access').filter((node) => fieldOfThis(view.ts, node) === name);
    return mentions.map((mention) => timesOfMention(view, one, mention, new Set([...seen, member])));
  });
  return most(times);
}

function timesOfMention(view: View, owner: ts.ClassLikeDeclaration, mention: ts.Node, seen: ReadonlySet<ts.Node>): Times {
  const around = timesOf(view, owner, enclosingFunction(view.ts, mention), seen);
  const { parent } = outermost(view.ts, mention as ts.Expression);
  const isCalled = view.ts.isCallExpression(parent) && parent.expression === outermost(view.ts, mention as ts.Expression);
  return isCalled || around === 'repeatedly' ? around : 'per stop';
}

/** A callback of an array, or of a repeating timer, runs many times; when an event calls back, nobody can say. */
function timesOfCallback(view: View, owner: ts.ClassLikeDeclaration, member: ts.ClassElement, scope: ts.Node, seen: ReadonlySet<ts.Node>): Times {
  const host = view.ts.isExpression(scope) ? outermost(view.ts, scope).parent : scope;
  if (view.ts.isCallExpression(host) && (callbackMethod(view, host) !== undefined || host.expression.getText() === 'setInterval')) return 'repeatedly';
  const around = timesOf(view, owner, enclosingFunction(view.ts, scope), seen);
  const isEvent = view.ts.isCallExpression(host) && /^(on|add(Event)?Listener|subscribe)$/.test(methodCall(view.ts, host)?.name ?? '');
  return isEvent || around !== 'once' || !isWithin(scope, member) ? 'per stop' : 'once';
}

function most(times: readonly Times[]): Times {
  return order.findLast((one) => times.includes(one)) ?? 'once';
}
