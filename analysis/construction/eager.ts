import type ts from 'typescript';
import { acquiredBy } from '../contracts/calls.ts';
import type { View } from '../view.ts';
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
