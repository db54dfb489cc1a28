import { boundNames, type NameUse } from '../syntax/names.ts';
import { childOf, childrenOf, contains, isNode, rangeOf, type Node, type Range } from '../syntax/node.ts';
import { identifierName, isCall, isMember, unwrap } from '../syntax/expression.ts';
import { walk } from '../syntax/walk.ts';
import { isNothing } from './null-check.ts';

/** Where a variable that a `finally` releases gets its value. */
export interface Acquisition {
  readonly variable: string;
  /** The statement that declares it, in the block of the `try`. */
  readonly declaration: Range;
  /** `const` or `let` of a statement that declares nothing else. */
  readonly keyword: Range | undefined;
  readonly value: Range;
  /** `x = …` in the `try` block: the only assignment of an empty `let`, before every use. */
  readonly assignment: Range | undefined;
  /** Behind the declaration and the calls of its own methods that follow at once (`await x.start()`). */
  readonly begun: number;
  /** Other statements stand between that and the `try`. */
  readonly gap: boolean;
  /** The declaration is the statement right before the `try`. */
  readonly directlyBefore: boolean;
  /** Only the `try` statement uses the variable. */
  readonly usedInTryOnly: boolean;
  /** Other code than the release reads the variable. */
  readonly isRead: boolean;
}

/** The parts of a site that the search looks at. */
interface Parts {
  readonly statement: Node;
  readonly block: Node;
  readonly finalizer: Node;
  readonly around: Node;
  readonly names: readonly NameUse[];
}

/** Where the variable is acquired: by a declaration before the `try`, or by an assignment in its block. Undefined when neither is proven. */
export function acquisitionOf(variable: string, parts: Parts): Acquisition | undefined {
  const before = childrenOf(parts.around, 'body').slice(0, childrenOf(parts.around, 'body').indexOf(parts.statement));
  const at = before.findIndex((statement) => declaratorOf(statement, variable));
  const declaration = before[at];
  const declarator = declaration && declaratorOf(declaration, variable);
  if (!declaration || !declarator) return undefined;
  const writes = writesTo(parts.around, variable);
  const value = childOf(declarator, 'init');
  const uses = parts.names.filter(({ name, start }) => name === variable && contains(rangeOf(parts.around), { start, end: start }) && !contains(rangeOf(declarator), { start, end: start }));
  const begun = begunBy(before.slice(at), variable);
  const common = {
    variable, declaration: rangeOf(declaration), keyword: keywordOf(declaration), begun: rangeOf(begun).end, gap: begun !== before.at(-1), directlyBefore: at === before.length - 1,
    isRead: uses.some(({ start }) => !contains(rangeOf(parts.finalizer), { start, end: start }) && !writes.some((write) => rangeOf(write).start === start)),
    usedInTryOnly: uses.every(({ start }) => contains(rangeOf(parts.statement), { start, end: start })),
  };
  if (value && !isNothing(value)) return writes.length === 0 ? { ...common, value: rangeOf(value), assignment: undefined } : undefined;
  return assigned(writes, uses, parts, common);
}

function declaratorOf(statement: Node, variable: string): Node | undefined {
  if (statement.type !== 'VariableDeclaration' || !/^(?:const|let)$/.test(String(statement['kind']))) return undefined;
  return childrenOf(statement, 'declarations').find((declarator) => identifierName(childOf(declarator, 'id')) === variable);
}

function keywordOf(declaration: Node): Range | undefined {
  const { start } = rangeOf(declaration);
  return childrenOf(declaration, 'declarations').length === 1 ? { start, end: start + String(declaration['kind']).length } : undefined;
}

/** The last of the statements that follow at once and call a method of the variable; the declaration itself when there is none. */
function begunBy([declaration, ...following]: readonly Node[], variable: string): Node {
  const other = following.findIndex((statement) => !callsMethodOf(statement, variable));
  const begins = following.slice(0, other === -1 ? following.length : other);
  return begins.at(-1) ?? declaration!;
}

function callsMethodOf(statement: Node, variable: string): boolean {
  const expression = statement.type === 'ExpressionStatement' ? childOf(statement, 'expression') : undefined;
  const call = expression?.type === 'AwaitExpression' ? childOf(expression, 'argument') : expression;
  const callee = call && isCall(call) ? childOf(call, 'callee') : undefined;
  return callee !== undefined && isMember(callee) && identifierName(childOf(callee, 'object')) === variable;
}

function assigned(writes: readonly Node[], uses: readonly NameUse[], { block, finalizer }: Parts, common: Omit<Acquisition, 'value' | 'assignment'>): Acquisition | undefined {
  const [write, ...others] = writes;
  const statements = childrenOf(block, 'body');
  const statement = statements.find((one) => one.type === 'ExpressionStatement' && childOf(one, 'expression') === write);
  const value = write && childOf(write, 'right');
  if (others.length > 0 || !write || write['operator'] !== '=' || !statement || !value || !common.keyword) return undefined;
  const { start: from, end } = rangeOf(statement);
  const hoisted = statements.filter(({ type }) => type === 'FunctionDeclaration').map(rangeOf);
  const later = { start: end, end: rangeOf(block).end };
  const isProven = uses.filter(({ start }) => start !== from).every(({ start }) => {
    const at = { start, end: start };
    return contains(rangeOf(finalizer), at) || (contains(later, at) && !hoisted.some((range) => contains(range, at)));
  });
  return isProven && identifierName(childOf(write, 'left')) ? { ...common, value: rangeOf(unwrap(value)), assignment: { start: from, end } } : undefined;
}

/** Everything below the node that gives the variable another value. */
export function writesTo(root: Node, variable: string): Node[] {
  const writes: Node[] = [];
  walk(root, (node) => {
    const target = node.type === 'AssignmentExpression' || /^For(?:Of|In)Statement$/.test(node.type) ? node['left'] : node.type === 'UpdateExpression' ? node['argument'] : undefined;
    if (isNode(target) && boundNames(target).includes(variable)) writes.push(node);
  });
  return writes;
}
