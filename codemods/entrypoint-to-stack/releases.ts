import type ts from 'typescript';
import { endsProcess } from '../../analysis/flow/process-exit.ts';
import { releaseAt } from '../../plans/entrypoint-to-stack/release-at.ts';
import type { Reason } from '../../plans/reasons.ts';
import { rangeOf, type Frame, type Scope } from './scope.ts';
import { doesNothing } from './waits.ts';

/** A statement that releases, and the `try` whose `finally` it is in. */
export interface FoundRelease {
  readonly node: ts.Node;
  readonly from: 'handler' | 'trailing' | 'finally';
  readonly covered: ts.TryStatement | undefined;
}

/** What follows the wait. */
export interface End {
  readonly releases: readonly FoundRelease[];
  /** `process.exit(0);` as the last statement. */
  readonly exit: ts.ExpressionStatement | undefined;
}

/** Reads what follows the wait, from the inside out; or why a stack could not do it. */
export function endOf(scope: Scope, frames: readonly Frame[]): End | Reason {
  const releases: FoundRelease[] = [];
  let exit: ts.ExpressionStatement | undefined;
  for (let index = frames.length - 1; index >= 0; index--) {
    const frame = frames[index]!;
    const around = frames[index - 1]?.at;
    const read = readTrailing(scope, frame, index === 0, releases.length > 0);
    if (typeof read === 'string') return read;
    exit = read.exit;
    releases.push(...read.releases.map((node): FoundRelease => ({ node, from: 'trailing', covered: undefined })));
    if (!around || !scope.view.ts.isTryStatement(around)) continue;
    if (around.catchClause && releases.length > 0) return 'stop-error-handled';
    const last = readFinally(scope, around);
    if (typeof last === 'string') return last;
    if (last.length === 0 && around.finallyBlock && releases.length > 0) return 'work-between-releases';
    releases.push(...last.map((node): FoundRelease => ({ node, from: 'finally', covered: around })));
  }
  return { releases, exit };
}

function readTrailing(scope: Scope, { statements, at }: Frame, isOutermost: boolean, hasReleased: boolean): { readonly releases: readonly ts.Statement[]; readonly exit: ts.ExpressionStatement | undefined } | Reason {
  const { view, facts } = scope;
  const after = statements.slice(statements.indexOf(at) + 1);
  const releases: ts.Statement[] = [];
  let exit: ts.ExpressionStatement | undefined;
  for (const statement of after) {
    const isLast = statement === after.at(-1);
    const isExit = view.ts.isExpressionStatement(statement) && endsProcess(view, statement.expression);
    if (isExit && (hasReleased || releases.length > 0) && isOutermost && isLast) exit = statement;
    else if (releaseAt(facts.program, rangeOf(statement))) releases.push(statement);
    else if (!doesNothing(view, statement, isLast) && (hasReleased || releases.length > 0)) return 'work-between-releases';
  }
  return { releases, exit };
}

/** The statements of a `finally` that releases; none when it does other work only. */
function readFinally({ view: { ts: typescript }, facts }: Scope, { finallyBlock }: ts.TryStatement): readonly ts.Statement[] | Reason {
  const statements = finallyBlock ? finallyBlock.statements.filter((statement) => !typescript.isEmptyStatement(statement)) : [];
  const releases = statements.filter((statement) => releaseAt(facts.program, rangeOf(statement)));
  if (releases.length === 0 || releases.length === statements.length) return releases;
  return facts.sites.find(({ finalizer }) => finalizer.start === finallyBlock?.getStart())?.does.reason ?? 'finally-does-more';
}
