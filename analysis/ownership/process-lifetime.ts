import type ts from 'typescript';
import { isExitCallback, mayEndProcess } from '../flow/process-exit.ts';
import { enclosingFunction, hasModifier, isAsync, isInLoop, isWithin, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import { isEntryModule } from './entry-point.ts';
import { productionSites } from './instances.ts';
import { isCalled, isKeptByHelper, isPlainFunction, nameOfFunction, productionUses } from './kept-by-helper.ts';
import { isPublicApi } from './public-api.ts';

/** How many calls and constructions may lie between a node and the code that runs once. */
const mostSteps = 3;

/**
 * Whether every instance of a class is made as often as its modules are evaluated, and so lasts as long as the process: at the top of a module, for a
 * helper that keeps what it makes, or in a synchronous function or a constructor that only such code runs.
 */
export function isMadeForProcess(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return everySite(view, owner, (site) => isRunForProcess(view, site, mostSteps));
}

function isRunForProcess(view: View, node: ts.Node, steps: number): boolean {
  const scope = runnerOf(view, node);
  if (isInLoop(view.ts, node, scope)) return false;
  if (view.ts.isSourceFile(scope) || (view.ts.isExpression(node) && isKeptByHelper(view, node))) return true;
  return steps > 0 && !isAsync(view.ts, scope) && everyRun(view, scope, (run) => isRunForProcess(view, run, steps - 1));
}

/**
 * Whether a failure of a function or constructor that its module keeps to itself reaches the top level of an entry point, where it ends the process
 * (Node.js: an unhandled rejection too).
 */
export function failureEndsProcess(view: View, scope: ts.Node, steps = mostSteps): boolean {
  if (view.ts.isSourceFile(scope)) return isEntryModule(view, scope);
  if (steps === 0 || isExported(view, scope)) return false;
  return everyRun(view, scope, (run) => isUnhandled(view, run, isAsync(view.ts, scope)) && failureEndsProcess(view, runnerOf(view, run), steps - 1));
}

function isExported(view: View, scope: ts.Node): boolean {
  const { ts: typescript } = view;
  const name = isPlainFunction(view, scope) ? nameOfFunction(view, scope) : (typescript.isConstructorDeclaration(scope) ? scope.parent : (scope as ts.ClassLikeDeclaration)).name;
  const symbol = name && view.types.symbolOf(name);
  return symbol !== undefined && view.types.exportsOf(scope.getSourceFile()).includes(symbol);
}

/** No `catch` around it and none on its promise, unless that ends the process too. */
function isUnhandled(view: View, run: ts.CallExpression | ts.NewExpression, makesPromise: boolean): boolean {
  const { ts: typescript } = view;
  for (let at: ts.Node = run; at.parent && !typescript.isFunctionLike(at); at = at.parent) {
    const { parent } = at;
    if (typescript.isTryStatement(parent) && parent.tryBlock === at && parent.catchClause && !mayEndProcess(view, parent.catchClause.block)) return false;
  }
  return !makesPromise || isLeftUnhandled(view, outermost(typescript, run));
}

/** `await main();`, `main().then(print);`; not `main().catch(report)` or `main().then(print, report)`, unless the one that is told of the failure ends the process. */
function isLeftUnhandled(view: View, promise: ts.Expression): boolean {
  const { ts: typescript } = view;
  const { parent } = promise;
  if (!typescript.isPropertyAccessExpression(parent)) return [typescript.isAwaitExpression, typescript.isExpressionStatement, typescript.isVoidExpression, typescript.isReturnStatement, typescript.isArrowFunction].some((is) => is(parent));
  const next = outermost(typescript, parent).parent;
  if (!typescript.isCallExpression(next)) return false;
  const handler = parent.name.text === 'catch' ? next.arguments[0] : parent.name.text === 'then' ? next.arguments[1] : undefined;
  return (handler === undefined || isExitCallback(view, handler)) && isLeftUnhandled(view, outermost(typescript, next));
}

/** Whether the top level of entry points, whichever they are, is all that calls a function of another module. */
export function isMainOfOthers(view: View, scope: ts.Node): boolean {
  return view.ts.isFunctionDeclaration(scope) && everyRun(view, scope, (run) => view.ts.isSourceFile(runnerOf(view, run)) && isEntryModule(view, run.getSourceFile()));
}

/** Whether a function or constructor is run at all, and every place of the production code that runs it is as asked. */
function everyRun(view: View, scope: ts.Node, isAsAsked: (run: ts.CallExpression | ts.NewExpression) => boolean): boolean {
  if (view.ts.isConstructorDeclaration(scope) || view.ts.isClassLike(scope)) return everySite(view, view.ts.isClassLike(scope) ? scope : scope.parent, isAsAsked);
  const calls = callsOf(view, scope);
  return calls !== undefined && calls.length > 0 && calls.every(isAsAsked);
}

/** The function that runs a node, the source file, or the class whose construction does: the initializer of a field. */
function runnerOf({ ts: typescript }: View, node: ts.Node): ts.Node {
  const field = typescript.findAncestor(node, (one) => typescript.isFunctionLike(one) || (typescript.isPropertyDeclaration(one) && !hasModifier(typescript, one, typescript.SyntaxKind.StaticKeyword)));
  return field && typescript.isPropertyDeclaration(field) ? field.parent : enclosingFunction(typescript, node);
}

function everySite(view: View, owner: ts.ClassLikeDeclaration, isAsAsked: (site: ts.NewExpression) => boolean): boolean {
  const symbol = owner.name && view.types.symbolOf(owner.name);
  const sites = symbol && !isPublicApi(view, symbol) ? productionSites(view, owner) : [];
  return sites.length > 0 && sites.every(isAsAsked);
}

/** The calls of a named function, or of one that is called where it stands; nothing when anything else may call it. */
function callsOf(view: View, scope: ts.Node): readonly ts.CallExpression[] | undefined {
  const { ts: typescript } = view;
  if (!isPlainFunction(view, scope)) return undefined;
  const inPlace = typescript.isFunctionDeclaration(scope) ? undefined : outermost(typescript, scope);
  if (inPlace && isCalled(view, inPlace)) return [inPlace.parent as ts.CallExpression];
  const name = nameOfFunction(view, scope);
  const symbol = name && view.types.symbolOf(name);
  if (!symbol || isPublicApi(view, symbol)) return undefined;
  const uses = productionUses(view, symbol);
  return uses.every((use) => isCalled(view, use) && !isWithin(use, scope)) ? uses.map((use) => use.parent as ts.CallExpression) : undefined;
}
