import type ts from 'typescript';
import { contractOfValue } from '../contracts/of-type.ts';
import { listenedBy } from '../contracts/touches.ts';
import type { Grade } from '../grade.ts';
import { originsOf } from '../origin.ts';
import type { ClassObligation } from '../class-story.ts';
import { isThis, memberName, methodCall, nameOf, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { fieldUsesOf } from './field-uses.ts';
import { goesWithReceiver } from './listener-receiver.ts';
import { receiverOwnership, rootOf } from './receiver.ts';
import { emitterName, type RemovedListener } from './removed-listeners.ts';
import { isSilentAfterEnd } from './silent-after-end.ts';
import { isInjectable } from './singletons.ts';
import { subclassesOf } from './subclasses.ts';
import { releasesOfTeardown } from './teardown.ts';

/**
 * The listeners that an instance attaches to emitters that outlive it, with whether its teardown removes them.
 * @param begins the calls in the code of the instance
 */
export function listenersOf(view: View, owner: ts.ClassLikeDeclaration, begins: readonly ts.Node[]): readonly ClassObligation[] {
  return begins.flatMap((node) => listenerAt(view, owner, node) ?? []);
}

function listenerAt(view: View, owner: ts.ClassLikeDeclaration, node: ts.Node): ClassObligation | undefined {
  const emitter = listenedBy(view, node);
  const method = emitter && methodCall(view.ts, node);
  if (!method || isKept(view, method.call) || endsByOption(view, owner, method.call) || goesWithReceiver(view, owner, method.call)) return undefined;
  const [event, listener] = method.call.arguments;
  if (!event || !listener || receiverOwnership(view, owner, emitter) !== 'foreign') return undefined;
  const isOfIt = (removal: RemovedListener): boolean => removes(view, removal, emitter, event, listener);
  const elsewhere = fieldUsesOf(view, owner).removals.filter(({ removal }) => isOfIt(removal));
  return {
    kind: 'listener',
    name: `${nameOf(emitter)}.${method.name}(${event.getText()})`,
    at: method.call,
    contract: undefined,
    grade: elsewhere.length > 0 || !usesInstance(view, listener) || isSilentAfterEnd(view, owner, method.call) ? 'likely' : gradeOf(view, owner, emitter),
    lazy: false,
    released: elsewhere.some(({ registered }) => registered) || [owner, ...subclassesOf(view, owner)].some((one) => releasesOfTeardown(view, one).listeners.some(isOfIt)),
    endedElsewhere: elsewhere.length > 0,
  };
}

/** The result of the call is passed on: an ownership sink, a field that holds its handle. */
function isKept(view: View, call: ts.CallExpression): boolean {
  return !view.ts.isExpressionStatement(call.parent);
}

/** `{ once: true }`, or `{ signal }`; a signal of an own controller ends it only when the teardown aborts that. */
function endsByOption(view: View, owner: ts.ClassLikeDeclaration, call: ts.CallExpression): boolean {
  return call.arguments.some((argument) => view.ts.isObjectLiteralExpression(argument) && argument.properties.some((property) => {
    const name = memberName(view.ts, property.name);
    if (name !== 'signal' || !view.ts.isPropertyAssignment(property)) return name === 'signal' || name === 'once';
    const { node, field } = rootOf(view, property.initializer);
    return !isThis(view.ts, node) || field === undefined || releasesOfTeardown(view, owner).fields.has(field);
  }));
}

/** A listener that does not touch the instance keeps nothing of it alive. */
function usesInstance(view: View, listener: ts.Expression): boolean {
  return !isFunction(view, listener) || mentionsThis(view, listener);
}

function isFunction(view: View, node: ts.Node): boolean {
  return view.ts.isArrowFunction(node) || view.ts.isFunctionExpression(node);
}

function mentionsThis(view: View, node: ts.Node): boolean {
  return isThis(view.ts, node) || (view.ts.forEachChild(node, (child) => mentionsThis(view, child) || undefined) ?? false);
}

/** The same emitter and event; an inline function, or a fresh `bind`, is never found again. */
function removes(view: View, removal: RemovedListener, emitter: ts.Expression, event: ts.Expression, listener: ts.Expression): boolean {
  if (removal.emitter !== emitterName(view, emitter)) return false;
  if (removal.all) return removal.event === '' || removal.event === event.getText();
  const value = skipTransparent(view.ts, listener);
  return removal.event === event.getText() && !isFunction(view, value) && !view.ts.isCallExpression(value);
}

/** An emitter that is a resource ends some time, and its listeners with it; only what is none surely outlives the instance. */
function gradeOf(view: View, owner: ts.ClassLikeDeclaration, emitter: ts.Expression): Grade {
  if (emitter.getText() === 'process' || contractOfValue(view, emitter) !== undefined) return 'likely';
  if (/^(window|document|globalThis|self)$/.test(emitter.getText())) return isInjectable(view, owner) ? 'likely' : 'certain';
  const symbol = view.types.symbolOfType(view.types.valueTypeOf(emitter));
  return symbol === undefined || (isOfHost(view, symbol) && !lasting.has(symbol.name)) ? 'likely' : 'certain';
}

/** What the host and Node declare: sockets, streams, requests, signals, elements. */
function isOfHost(view: View, symbol: ts.Symbol): boolean {
  return originsOf(view, symbol).some((origin) => origin.from === 'lib' || (origin.from === 'package' && origin.package.startsWith('node:')));
}

/** Of these, the ones that last as long as the page or the program. */
const lasting: ReadonlySet<string> = new Set(['EventEmitter', 'EventTarget', 'Window', 'Document', 'MediaQueryList', 'VisualViewport']);
