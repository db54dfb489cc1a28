import type ts from 'typescript';
import { allDescendants } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Handlers } from './handlers.ts';

/** Whether all that the listeners do is to end the work of an entry point: by a flag that one of its loops asks for, or by an `AbortController`. */
export function endsLoop({ ts: typescript }: View, own: readonly ts.Node[], { handlers, signals }: Handlers): boolean {
  if (!signals.includes('SIGTERM') && !signals.includes('SIGINT')) return false;
  const asked = own.flatMap((node) => (typescript.isWhileStatement(node) || typescript.isDoStatement(node) ? [node.expression] : typescript.isForStatement(node) && node.condition ? [node.condition] : []));
  const names = new Set(asked.flatMap((condition) => [condition, ...allDescendants(typescript, condition)]).flatMap((node) => (typescript.isIdentifier(node) ? [node.text] : [])));
  return handlers.every(({ rest }) => rest && own[0] !== undefined && isEnd(own[0].getSourceFile().text.slice(rest.start, rest.end), names));
}

/** `isRunning = false;`, `controller.abort();` */
function isEnd(text: string, names: ReadonlySet<string>): boolean {
  const assigned = [...text.matchAll(/(?<![\w$.])([\w$]+) = (?:true|false)\b/g)].map(([, name = '']) => name);
  return assigned.some((name) => names.has(name)) || /\.abort\(/.test(text);
}
