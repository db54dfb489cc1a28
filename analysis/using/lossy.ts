import type ts from 'typescript';
import { originsOf } from '../origin.ts';
import { lineage } from '../contracts/lookup.ts';
import type { MisusedUsing } from '../faults.ts';
import type { Step } from '../story.ts';
import { memberAccess, nameOf, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Scoped } from './scoped.ts';
import { isEndWaitedFor, referencesTo } from './waits-for-end.ts';

const ends = ['finish', 'close', 'end'];

/** A value whose disposal destroys what was written and not yet flushed, in code that does not wait until it has finished. */
export function lossy(view: View, scoped: Scoped): MisusedUsing | undefined {
  const { contract } = scoped;
  const isStream = contract ? contract.kind === 'stream' : isWritable(view, scoped);
  const how = contract?.dispose?.[scoped.waits && contract.dispose.async ? 'async' : 'sync'];
  if (contract ? how !== 'lossy' : !scoped.waits || !isStream) return undefined;
  const written = referencesTo(view, scoped).map((reference) => writeAt(view, reference)).find((write) => write !== undefined);
  const waited = written && isEndWaitedFor(view, scoped, ends);
  if (!written || waited === 'certain') return undefined;
  return {
    how: 'lossy',
    at: scoped.at,
    name: scoped.name,
    grade: isStream && waited === undefined ? 'certain' : 'likely',
    contract,
    path: [stepAt(written, `what ${nameOf(written)}() writes may still be buffered`), leavesAt(scoped)],
  };
}

const listening: ReadonlySet<string> = new Set(['on', 'once', 'off', 'addListener', 'removeListener', 'destroy', 'ref', 'unref', 'cork', 'setDefaultEncoding', 'setEncoding', 'setTimeout', 'setNoDelay', 'setKeepAlive', 'pause', 'resume']);

/** Where something is written to a stream, or the stream is handed to what writes. */
function writeAt(view: View, reference: ts.Identifier): ts.Node | undefined {
  const { ts: typescript } = view;
  const value = outermost(typescript, reference);
  const access = memberAccess(typescript, value.parent);
  if (access && access.object === value) {
    const call = outermost(typescript, value.parent as ts.Expression).parent;
    return typescript.isCallExpression(call) && !listening.has(access.name) ? call.expression : undefined;
  }
  return typescript.isCallExpression(value.parent) ? value.parent.expression : undefined;
}

/** A `Writable` of node:stream, or what extends it; a `Duplex` is none. */
function isWritable(view: View, { at, value }: Scoped): boolean {
  const named = view.ts.isVariableDeclaration(at) ? at.name : value;
  return lineage(view, view.types.valueTypeOf(named)).some((type) => {
    const symbol = view.types.symbolOfType(type);
    return symbol?.name === 'Writable' && originsOf(view, symbol).some((origin) => origin.from === 'package' && origin.package === 'node:stream');
  });
}

function stepAt(node: ts.Node, note: string): Step {
  return { start: node.getStart(), end: node.end, note };
}

function leavesAt({ scope }: Scoped): Step {
  return { start: scope.end - 1, end: scope.end, note: 'the scope destroys it' };
}
