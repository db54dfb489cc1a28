import type ts from 'typescript';
import { below } from '../nodes.ts';
import { enclosingFunction, isWithin, methodCall, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import { fieldsEndedAt } from './field-ends.ts';
import { type FieldNames, fieldPaths, noteLocals } from './field-paths.ts';
import { type RemovedListener, removalAt } from './removed-listeners.ts';
import { isStack } from './stack.ts';
import { classChain, releasesOfTeardown } from './teardown.ts';

/** A method that is called on what a field holds. */
export interface FieldCall {
  path: string;
  method: string;
  call: ts.CallExpression;
  inTeardown: boolean;
}

/** A release of a field outside the teardown, or a call that may keep it for its release. */
export interface FieldEndElsewhere {
  path: string;
  node: ts.Node;
  /** `registered`: in a callback that somebody will call at the end, or handed to an owner. */
  how: 'registered' | 'released' | 'handed on';
}

/** Listeners taken off outside the teardown. */
export interface RemovalElsewhere {
  removal: RemovedListener;
  /** In a callback that somebody will call at the end. */
  registered: boolean;
}

export interface FieldUses {
  calls: readonly FieldCall[];
  ends: readonly FieldEndElsewhere[];
  removals: readonly RemovalElsewhere[];
}

/** What the code of a class does with its fields; ends in its teardown are left out. */
export function fieldUsesOf(view: View, owner: ts.ClassLikeDeclaration): FieldUses {
  return view.remember('fieldUsesOf', owner, () => {
    const uses = { calls: [] as FieldCall[], ends: [] as FieldEndElsewhere[], removals: [] as RemovalElsewhere[] };
    const { code } = releasesOfTeardown(view, owner);
    const classes = classChain(view, owner);
    for (const member of owner.members) collect(view, member, { classes, locals: new Map() }, code.has(member), uses);
    return uses;
  });
}

function collect(view: View, member: ts.ClassElement, names: FieldNames, isTeardown: boolean, uses: { calls: FieldCall[]; ends: FieldEndElsewhere[]; removals: RemovalElsewhere[] }): void {
  for (const node of below(view.ts, member, 'call', 'new', 'variable', 'binary', 'return')) {
    noteLocals(view, node, names);
    const method = methodCall(view.ts, node);
    if (method) for (const path of fieldPaths(view, method.object, names)) uses.calls.push({ path, method: method.name, call: method.call, inTeardown: isTeardown });
    if (isTeardown) continue;
    const removal = removalAt(view, node);
    if (removal) uses.removals.push({ removal, registered: isRegistered(view, node, member) });
    const end = fieldsEndedAt(view, node, names);
    if (end) for (const path of end.paths) uses.ends.push({ path, node, how: (end.how === 'released' && isRegistered(view, node, member)) || isGivenToStack(view, node) ? 'registered' : end.how });
  }
}

/** `stack.use(this.queue)`: the stack releases it, wherever it is moved to. */
function isGivenToStack(view: View, node: ts.Node): boolean {
  const method = methodCall(view.ts, node);
  return method !== undefined && (method.name === 'use' || method.name === 'adopt') && isStack(view, method.object);
}

const later = /^(setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame|process\.nextTick)$/;
const chained: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);
const listening: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'addEventListener', 'prependListener']);

/** Whether a node runs when somebody ends the instance from outside: in a callback that was handed on, or returned. */
export function isRegistered(view: View, node: ts.Node, member: ts.ClassElement): boolean {
  for (let scope = enclosingFunction(view.ts, node); scope !== member && isWithin(scope, member); scope = enclosingFunction(view.ts, scope)) {
    if (view.ts.isExpression(scope) && isKeptForTheEnd(view, scope)) return true;
  }
  return false;
}

function isKeptForTheEnd(view: View, callback: ts.Expression): boolean {
  const { ts: typescript } = view;
  const value = outermost(typescript, callback);
  const { parent } = value;
  if (typescript.isVariableDeclaration(parent) || typescript.isPropertyDeclaration(parent)) return false;
  if (typescript.isNewExpression(parent)) return parent.expression.getText() !== 'Promise';
  if (!typescript.isCallExpression(parent)) return true;
  if (parent.expression === value || later.test(parent.expression.getText())) return false;
  const method = methodCall(typescript, parent);
  if (!method || chained.has(method.name)) return method === undefined;
  if (!listening.has(method.name)) return !/^(forEach|map|filter|some|every|reduce|find)$/.test(method.name);
  return method.object.getText() === 'process' || /abort/i.test(parent.arguments[0]?.getText() ?? '');
}
