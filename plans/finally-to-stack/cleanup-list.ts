import { childOf, childrenOf, contains, isNode, rangeOf, textOf, type Node, type ParsedFile, type Range } from '../syntax/node.ts';
import { identifierName, isCall, isMember, propertyName, unwrap } from '../syntax/expression.ts';
import type { NameUse } from '../syntax/names.ts';
import { walkOwn } from '../syntax/walk.ts';
import { cleanupLoop, type CleanupLoop } from './cleanup-loop.ts';

/** A hand-kept array of cleanups that is nothing but a stack. */
export interface CleanupList {
  readonly declaration: Range;
  /** The `list.push` of every registration. */
  readonly pushes: readonly Range[];
  /** The cleanups are awaited one by one. */
  readonly awaits: boolean;
}

/**
 * Recognises `const list = []; try { … list.push(() => …) … } finally { run them in reverse }`. Proven only when the array is declared in the block of the `try`,
 * every use of it is such a push in the site's own code or the loop itself, and (in TypeScript) its type says that a cleanup gives nothing.
 */
export function cleanupList(statement: Node, block: Node | undefined, file: ParsedFile, names: readonly NameUse[]): CleanupList | undefined {
  const finalizer = childOf(statement, 'finalizer');
  const [loopNode, ...rest] = finalizer ? childrenOf(finalizer, 'body') : [];
  const loop = loopNode && rest.length === 0 ? cleanupLoop(loopNode) : undefined;
  const declaration = loop && block && childrenOf(block, 'body').find((node) => declares(node, loop, file));
  if (!loop || !block || !finalizer || !declaration || rangeOf(declaration).start > rangeOf(statement).start) return undefined;
  const pushes = [childOf(statement, 'block'), childOf(statement, 'handler')].flatMap((part) => (part ? pushesIn(part, loop.list) : []));
  const uses = names.filter(({ name, start }) => name === loop.list && contains(rangeOf(block), { start, end: start }) && !contains(rangeOf(finalizer), { start, end: start }));
  if (uses.length !== pushes.length + 1) return undefined;
  return { declaration: rangeOf(declaration), pushes, awaits: loop.awaits };
}

const plainTypes: ReadonlySet<string> = new Set(['Array', 'Promise', 'PromiseLike']);

/** `const list = []`, alone in its declaration. */
function declares(statement: Node, { list, awaits }: CleanupLoop, { text, language }: ParsedFile): boolean {
  const [declarator, ...others] = statement.type === 'VariableDeclaration' && statement['kind'] === 'const' ? childrenOf(statement, 'declarations') : [];
  const name = declarator && childOf(declarator, 'id');
  const initial = declarator && childOf(declarator, 'init');
  if (!name || !initial || others.length > 0 || identifierName(name) !== list) return false;
  if (initial.type !== 'ArrayExpression' || childrenOf(initial, 'elements').length > 0) return false;
  return language === 'js' || givesNothing(childOf(name, 'typeAnnotation'), awaits, text);
}

/** Without types only the annotation can say that what is pushed may be handed to `defer`; it must not keep an import alive either. */
function givesNothing(annotation: Node | undefined, awaits: boolean, text: string): boolean {
  if (!annotation) return false;
  const types = [...textOf(annotation, text).matchAll(/[A-Za-z_$][\w$]*/g)].map(([name]) => name);
  return types.every((name) => plainTypes.has(name) || name === 'void') && (!awaits || types.includes('Promise') || types.includes('PromiseLike'));
}

/** The callees of `list.push(() => …)` statements; pushes inside nested functions are left out, so that they do not add up. */
function pushesIn(part: Node, list: string): Range[] {
  const pushes: Range[] = [];
  walkOwn(part, (node) => {
    const call = node.type === 'ExpressionStatement' ? childOf(node, 'expression') : undefined;
    const callee = call && isCall(call) ? childOf(call, 'callee') : undefined;
    const pushed = call && childrenOf(call, 'arguments');
    if (callee && pushed?.length === 1 && isPush(callee, list) && isCleanup(pushed[0])) pushes.push(rangeOf(callee));
  });
  return pushes;
}

function isPush(callee: Node, list: string): boolean {
  return isMember(callee) && propertyName(callee) === 'push' && identifierName(childOf(callee, 'object')) === list;
}

function isCleanup(value: unknown): boolean {
  const node = isNode(value) ? unwrap(value) : undefined;
  return node?.type === 'ArrowFunctionExpression' && childrenOf(node, 'params').length === 0;
}

/** Do registrations of this list lie inside the range? */
export function registersWithin(list: CleanupList | undefined, range: Range): boolean {
  return list?.pushes.some((push) => contains(range, push)) ?? false;
}
