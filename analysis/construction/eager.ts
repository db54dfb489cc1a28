import type ts from 'typescript';
import { acquiredBy } from '../contracts/calls.ts';
import { isLeftBehind } from '../failed-starts.ts';
import { below } from '../nodes.ts';
import { isHeldFirst } from '../ownership/held-first.ts';
import { fieldsReleasedBy } from '../ownership/teardown.ts';
import { fieldOfThis, memberName, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Frame } from './frame.ts';
import { endsWithoutHelp } from './timers.ts';
import type { Work } from './work.ts';

const idleKinds: ReadonlySet<string> = new Set(['handle', 'stream', 'listener', 'lock', 'container', 'subscription']);
const kinds: Readonly<Record<string, Work['kind']>> = { timer: 'timer', process: 'process', worker: 'process' };

/** A process, thread, socket, timer or watcher created, or a client that connects when it is constructed. */
export function eagerWork(view: View, node: ts.CallExpression | ts.NewExpression): Work | undefined {
  const acquired = acquiredBy(view, node);
  if (!acquired || acquired.begins !== 'eager' || acquired.contract.oneShot) return undefined;
  const { kind, type } = acquired.contract;
  if (type.from === 'file' || idleKinds.has(kind)) return undefined;
  return { kind: kinds[kind] ?? 'eager client', grade: endsWithoutHelp(view, node) ? 'likely' : acquired.grade };
}

/** The same, while an instance is constructed: what the instance is there for, or what somebody can end already, is less sure to be a fault. */
export function eagerWorkWithin(view: View, frame: Frame, node: ts.CallExpression | ts.NewExpression): Work | undefined {
  const work = eagerWork(view, node);
  if (!work || work.kind === 'timer') return work;
  return isOwnConnection(view, frame, node) || (frame.owner && frame.isInstance && isHeldFirst(view, frame.owner)) ? { ...work, grade: 'likely' } : work;
}

/**
 * `class Transport { #socket = new WebSocket(url); close() { this.#socket.close(); } }`: the instance is its connection. It acquires nothing besides,
 * its teardown ends it, and no later step of the construction can fail and leave it behind.
 */
function isOwnConnection(view: View, { owner, isInstance, entered }: Frame, node: ts.CallExpression | ts.NewExpression): boolean {
  if (!owner || !isInstance || entered || acquiredBy(view, node)?.contract.kind !== 'connection') return false;
  const field = fieldHolding(view, node);
  if (field === undefined || !fieldsReleasedBy(view, owner).has(field)) return false;
  return !below(view.ts, owner, 'call', 'new').some((other) => other !== node && acquiresBesides(view, other)) && !isLeftBehind(view, owner, node);
}

function fieldHolding(view: View, node: ts.Expression): string | undefined {
  const { parent } = outermost(view.ts, node);
  if (view.ts.isPropertyDeclaration(parent)) return memberName(view.ts, parent.name);
  return view.ts.isBinaryExpression(parent) ? fieldOfThis(view.ts, parent.left) : undefined;
}

function acquiresBesides(view: View, node: ts.CallExpression | ts.NewExpression): boolean {
  const acquired = acquiredBy(view, node);
  return acquired !== undefined && !acquired.contract.oneShot && acquired.contract.kind !== 'listener';
}
