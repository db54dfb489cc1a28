import type ts from 'typescript';
import { canAwaitAt } from './can-await.ts';
import { constructionWorkOf } from './construction.ts';
import { calleeBody, startedBy, startingCalls } from './contracts/calls.ts';
import { completionOf } from './flow/completion.ts';
import { catchesAll } from './flow/failures.ts';
import { weaker, type Grade } from './grade.ts';
import { isEntryModule } from './ownership/entry-point.ts';
import { endsBeforeItReturns } from './ownership/asks-nothing.ts';
import { chosenBelow, directlyBelow } from './nodes.ts';
import type { FloatingStart } from './faults.ts';
import { enclosingClass, enclosingFunction, nameOf, outermost, skipTransparent } from './syntax.ts';
import type { View } from './view.ts';

/** Starts whose promise nobody keeps or awaits (docs/clauses.md, rule 4). In constructors rule 1 speaks, at the top of a module that is imported rule 3. */
export function floatingStartsOf(view: View, file: ts.SourceFile): readonly FloatingStart[] {
  return chosenBelow(view.ts, file, startingCalls(view, file)).flatMap((node) => startAt(view, node));
}

function startAt(view: View, node: ts.Node): FloatingStart[] {
  const started = startedBy(view, node);
  if (!started || started.start.queues || started.start.answers || isConstruction(view, started.call) || isOnImport(view, started.call) || !view.types.isThenable(view.types.typeOf(started.call))) return [];
  const fate = completionOf(view, started.call);
  if (fate.kind === 'awaited') return [];
  const canAwait = canAwaitAt(view, started.call);
  const grade = fate.kind === 'dropped' || (fate.kind === 'void' && canAwait) ? weaker(started.grade, gradeOfLoss(view, started.call)) : 'likely';
  if (beginsInConstruction(view, started.call, grade)) return [];
  return [
    {
      at: started.call,
      name: nameOf(skipTransparent(view.ts, started.object)),
      how: fate.kind,
      runLoop: started.start.runLoop === true,
      awaitable: canAwait && fate.kind === 'dropped' && isWhatIsDropped(view, started.call, fate.at),
      grade,
    },
  ];
}

/** Nothing is lost where the start catches its failures itself, has ended when it returns, or is the last act of an entry point, which ends with it either way. */
function gradeOfLoss(view: View, call: ts.CallExpression): Grade {
  return catchesItsFailures(view, call) || endsBeforeItReturns(view, call) || isLastOfEntry(view, call) ? 'likely' : 'certain';
}

function catchesItsFailures(view: View, call: ts.CallExpression): boolean {
  const body = calleeBody(view, call);
  return body !== undefined && directlyBelow(view.ts, body, 'try').some((node) => node.catchClause !== undefined) && catchesAll(view, body);
}

function isLastOfEntry(view: View, call: ts.CallExpression): boolean {
  const statement = outermost(view.ts, call).parent;
  const file = statement.parent;
  if (!view.ts.isExpressionStatement(statement) || !view.ts.isSourceFile(file) || !isEntryModule(view, file)) return false;
  return file.statements.slice(file.statements.indexOf(statement) + 1).every((one) => view.ts.isDeclarationStatement(one));
}

/** Whether it is the call itself that is dropped, perhaps behind a condition, and not an array or a chain around it. */
function isWhatIsDropped(view: View, call: ts.CallExpression, dropped: ts.Node): boolean {
  let value = outermost(view.ts, call);
  while (value !== dropped && (view.ts.isBinaryExpression(value.parent) || view.ts.isConditionalExpression(value.parent))) value = outermost(view.ts, value.parent);
  return value === dropped;
}

/** In a method that a constructor calls: rule 1 reports it there, unless only this finding is proven. */
function beginsInConstruction(view: View, call: ts.CallExpression, grade: Grade): boolean {
  const owner = enclosingClass(view.ts, call);
  return owner !== undefined && constructionWorkOf(view, owner).some((work) => work.inner === call && weaker(work.grade, grade) === grade);
}

/** In a constructor or a field initializer. */
function isConstruction(view: View, node: ts.Node): boolean {
  const scope = enclosingFunction(view.ts, node);
  if (view.ts.isConstructorDeclaration(scope)) return true;
  for (let at: ts.Node = node; at !== scope && at.parent; at = at.parent) if (view.ts.isPropertyDeclaration(at)) return true;
  return false;
}

function isOnImport(view: View, node: ts.Node): boolean {
  const scope = enclosingFunction(view.ts, node);
  return view.ts.isSourceFile(scope) && !isEntryModule(view, scope);
}
