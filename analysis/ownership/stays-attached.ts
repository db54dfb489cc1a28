import type ts from 'typescript';
import { below } from '../nodes.ts';
import { originsOf } from '../origin.ts';
import { fieldOfThis, hasBody, isThis, isWithin, memberName, methodCall, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import { isMadeOnce, productionSites, repeaterOf, runTogether } from './instances.ts';
import { isStaticSingleton, type Source, sourcesOf } from './lasting-values.ts';
import { rootOf } from './receiver.ts';
import { isSilentAfterEnd } from './silent-after-end.ts';
import { classChain, inheritedTeardowns, releasesOfTeardown, teardownMembers } from './teardown.ts';

/**
 * Whether it is shown that what a class attaches to somebody else's object stays there when the instance is gone, or is attached once more by
 * each of several instances (docs/clauses.md, rule 1): the class can be ended, the object lasts and there may be several instances on it, or the
 * program makes several with the same one.
 *
 * @param owner the class that is constructed
 * @param home the class whose code names the object
 * @param call the call that attaches it
 */
export function staysAttached(view: View, owner: ts.ClassLikeDeclaration, home: ts.ClassLikeDeclaration, target: ts.Expression, call: ts.CallExpression | undefined): boolean {
  if (isAbortSignal(view, target)) return false;
  const sources = sourcesOf(view, home, target);
  const lasting = sources.find((source) => source.kind === 'lasting');
  if (lasting) return canBeEnded(view, owner) || !(isMadeOnce(view, owner) || (lasting.name === 'process' && isMadeInOnePlace(view, owner)));
  return (canBeEnded(view, owner) && !endsSomeTime(view, target) && !(call && isSilentAfterEnd(view, owner, call))) || sources.some((source) => isShared(view, owner, source));
}

/** Whoever hands over a signal says when the listener has done its work. */
function isAbortSignal(view: View, target: ts.Expression): boolean {
  return view.types.symbolOfType(view.types.valueTypeOf(target))?.name === 'AbortSignal';
}

/** An application listens to its process once, wherever it is made. */
function isMadeInOnePlace(view: View, owner: ts.ClassLikeDeclaration): boolean {
  const sites = productionSites(view, owner);
  return sites.length === 1 && repeaterOf(view, sites[0]!) === undefined;
}

const ends: ReadonlySet<string> = new Set(['dispose', 'destroy', 'Symbol.dispose', 'Symbol.asyncDispose']);

/** Whether instances have an end of their own: a teardown that takes no argument and ends something, or one that is inherited from outside the program. */
function canBeEnded(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return view.remember('canBeEnded', owner, () => {
    const chain = classChain(view, owner);
    const teardowns = chain.flatMap((one) => teardownMembers(view, one)).filter((member) => endsObject(view, member));
    if (teardowns.length === 0) return inheritedTeardowns(view, chain.at(-1)!);
    return teardowns.some((member) => !/^(stop|close|end|quit|halt|disconnect|unsubscribe)$/.test(memberName(view.ts, member.name) ?? '')) || endsSomething(view, owner);
  });
}

/** `disconnect(peer)` ends what it is told, not the object. */
function endsObject(view: View, member: ts.ClassElement): boolean {
  if (ends.has(memberName(view.ts, member.name) ?? '') || !hasBody(member)) return true;
  return member.parameters.every((parameter) => parameter.questionToken || parameter.initializer || parameter.dotDotDotToken);
}

/** The teardown releases a field, takes a listener off, or notes that the object has ended; `close() { this.debugger.resume(); }` does not. */
function endsSomething(view: View, owner: ts.ClassLikeDeclaration): boolean {
  const { fields, handedOn, listeners, everything, code } = releasesOfTeardown(view, owner);
  if (fields.size > 0 || handedOn.size > 0 || listeners.length > 0 || everything) return true;
  return [...code].some((member) => below(view.ts, member, 'binary').some(({ left }) => fieldOfThis(view.ts, left) !== undefined));
}

/** Of what the host declares, these last; sockets, streams, ports and elements end some time, and their listeners with them. */
const lastingOfHost: ReadonlySet<string> = new Set(['EventEmitter', 'EventTarget', 'Window', 'Document', 'MediaQueryList', 'VisualViewport']);

function endsSomeTime(view: View, target: ts.Expression): boolean {
  const symbol = view.types.symbolOfType(view.types.valueTypeOf(target));
  if (!symbol) return false;
  return !lastingOfHost.has(symbol.name) && originsOf(view, symbol).some((origin) => origin.from === 'lib' || (origin.from === 'package' && origin.package.startsWith('node:')));
}

/** Whether several instances get the same value for a parameter of the constructor, or one that outlives them. */
function isShared(view: View, owner: ts.ClassLikeDeclaration, source: Source): boolean {
  if (source.kind === 'lasting') return false;
  const { parameter } = source;
  const index = parameter.parent.parameters.indexOf(parameter);
  const given = productionSites(view, parameter.parent.parent as ts.ClassLikeDeclaration).flatMap((site) => {
    const argument = site.arguments?.[index];
    return argument ? [{ site, argument }] : [];
  });
  if (given.some(({ argument }) => isLasting(view, owner, argument)) && !isMadeOnce(view, owner)) return true;
  return given.some(({ site, argument }) => isGivenAgain(view, site, argument) || given.some((other) => isGivenTwice(view, { site, argument }, other)));
}

function isLasting(view: View, owner: ts.ClassLikeDeclaration, argument: ts.Expression): boolean {
  return isStaticSingleton(view, argument) || (view.ts.isIdentifier(argument) && sourcesOf(view, owner, argument).some((source) => source.kind === 'lasting'));
}

/** `for (const room of rooms) new Reader(bus)`: what runs again hands over what was there before. */
function isGivenAgain(view: View, site: ts.NewExpression, argument: ts.Expression): boolean {
  const repeater = repeaterOf(view, site);
  const { node } = rootOf(view, argument);
  if (!repeater || isOfItsOwnEvent(view, repeater, node)) return false;
  if (isThis(view.ts, node)) return true;
  const declaration = view.ts.isIdentifier(node) ? view.types.symbolOf(node)?.valueDeclaration : undefined;
  return declaration !== undefined && !isWithin(declaration, repeater);
}

/** `page.addEventListener('load', () => new Overlay(page))`: as often as the object that is handed over says so. */
function isOfItsOwnEvent(view: View, repeater: ts.Node, object: ts.Expression): boolean {
  const host = view.ts.isExpression(repeater) ? outermost(view.ts, repeater).parent : undefined;
  const method = host && methodCall(view.ts, host);
  return method !== undefined && rootOf(view, method.object).node.getText() === object.getText();
}

interface Given {
  site: ts.NewExpression;
  argument: ts.Expression;
}

/** `new Session(socket); new Session(socket);` */
function isGivenTwice(view: View, one: Given, other: Given): boolean {
  if (one.site === other.site || one.argument.getText() !== other.argument.getText() || !runTogether(view, one.site, other.site)) return false;
  const root = rootOf(view, one.argument).node;
  return view.ts.isIdentifier(root) || isThis(view.ts, root);
}
