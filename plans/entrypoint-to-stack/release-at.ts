import { releaseSteps, type ReleaseStep } from '../finally-to-stack/release-steps.ts';
import { whatStatementReleases } from '../finally-to-stack/what-finalizer-does.ts';
import { holdsRelease } from '../finally-to-stack/what-expression-releases.ts';
import { nullCheckedPath } from '../finally-to-stack/null-check.ts';
import { unwrap } from '../syntax/expression.ts';
import { childOf, contains, rangeOf, type Node, type Range } from '../syntax/node.ts';
import { walk } from '../syntax/walk.ts';

/** What a statement releases. */
interface ReleaseAt extends Pick<ReleaseStep, 'call' | 'awaited' | 'guarded'> {
  /** The paths, empty when they are not plain. */
  readonly names: readonly string[];
  /** The variables whose presence decides, when it is not only what is released. */
  readonly decidedBy: readonly string[];
}

/** What the statement or expression at a place releases, when it does nothing else. Syntax alone. */
export function releaseAt(program: Node, range: Range): ReleaseAt | undefined {
  const statement = statementAt(program, range);
  if (!statement || !holdsRelease(statement)) return undefined;
  const found = whatStatementReleases(statement);
  if ('reason' in found) return found.reason === 'guard-not-null-check' ? underNullChecks(statement) : undefined;
  const [step, ...more] = releaseSteps({ type: 'BlockStatement', body: [statement] }) ?? [];
  const names = [...new Set(found.released)];
  return step && more.length === 0 ? { names, decidedBy: [], call: step.call, awaited: step.awaited, guarded: step.guarded } : { names, decidedBy: [], call: undefined, awaited: awaits(statement), guarded: false };
}

function statementAt(program: Node, { start, end }: Range): Node | undefined {
  let found: Node | undefined;
  walk(program, (node) => {
    const range = rangeOf(node);
    if (found || !contains(range, { start, end })) return 'skip';
    if (range.start === start && range.end === end) found = /Statement$|Declaration$/.test(node.type) ? node : { type: 'ExpressionStatement', expression: node, start, end };
    return undefined;
  });
  return found;
}

function awaits(statement: Node): boolean {
  let found = false;
  walk(statement, ({ type }) => void (found ||= type === 'AwaitExpression'));
  return found;
}

/** `if (producer && !worker) await producer.stop();`: what is there decides, and nothing else. */
function underNullChecks(statement: Node): ReleaseAt | undefined {
  const [test, then] = [childOf(statement, 'test'), childOf(statement, 'consequent')];
  if (statement.type !== 'IfStatement' || !test || !then || childOf(statement, 'alternate')) return undefined;
  const release = whatStatementReleases(then);
  const decidedBy = presenceOf(test);
  return 'released' in release && decidedBy ? { names: [...new Set(release.released)], decidedBy, call: undefined, awaited: awaits(then), guarded: true } : undefined;
}

/** The variables that a condition asks for, and nothing else. */
function presenceOf(condition: Node): readonly string[] | undefined {
  const test = unwrap(condition);
  const [left, right, inner] = [childOf(test, 'left'), childOf(test, 'right'), childOf(test, 'argument')];
  if (test.type === 'LogicalExpression' && left && right) {
    const [first, second] = [presenceOf(left), presenceOf(right)];
    return first && second && [...first, ...second];
  }
  if (test.type === 'UnaryExpression' && test['operator'] === '!' && inner) return presenceOf(inner);
  const path = nullCheckedPath(test);
  return path !== undefined && /^[\w$]+$/.test(path) ? [path] : undefined;
}
