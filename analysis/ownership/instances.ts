import type ts from 'typescript';
import { callbackMethod } from '../construction/runs-at-once.ts';
import { frameworkStarts, verbPairs } from '../contracts/verbs.ts';
import { isTest } from '../is-test.ts';
import { enclosingClass, enclosingFunction, fieldOfThis, hasModifier, isWithin, memberAccess, memberName, outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import { constructionSites } from './construction-sites.ts';
import { isKeptByHelper } from './kept-by-helper.ts';
import { isGlobalObject } from './lasting-values.ts';
import { runsOncePerProcess } from './once-guard.ts';
import { isInjectable, lastsAsLongAsTheProcess } from './singletons.ts';

/** Every `new` of a class in the production code of the program. */
export function productionSites(view: View, owner: ts.ClassLikeDeclaration): readonly ts.NewExpression[] {
  return constructionSites(view, owner).filter((site) => !isTest(view, site.getSourceFile()));
}

/** Whether there is one instance of a class in a process, a page or a module, as far as the program shows. */
export function isMadeOnce(view: View, owner: ts.ClassLikeDeclaration): boolean {
  if (isMadeByItself(view, owner) || isInjectable(view, owner) || lastsAsLongAsTheProcess(view, owner)) return true;
  const sites = productionSites(view, owner);
  return sites.length > 0 && sites.every((site) => isKeptForGood(view, site) || runsOncePerProcess(view, site) || isKeptByHelper(view, site) || (sites.length === 1 && isLocalTo(view, owner, site)));
}

/** Whether every instance is made by a callback that a helper of the program calls once in a process: `singleton('bus', () => new Bus())`. */
export function isKeptByHelpers(view: View, owner: ts.ClassLikeDeclaration): boolean {
  const sites = productionSites(view, owner);
  return sites.length > 0 && sites.every((site) => isKeptByHelper(view, site));
}

/** Only a static factory of the class can make it, as for an object of which there is one in a process. */
export function isMadeByItself(view: View, owner: ts.ClassLikeDeclaration): boolean {
  const { SyntaxKind } = view.ts;
  const constructor = owner.members.find(view.ts.isConstructorDeclaration);
  return constructor !== undefined && !hasModifier(view.ts, owner, SyntaxKind.AbstractKeyword) && [SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword].some((kind) => hasModifier(view.ts, constructor, kind));
}

/** `window.app = new App()`, `instance ??= new App()` */
function isKeptForGood(view: View, site: ts.NewExpression): boolean {
  const { ts: typescript } = view;
  const { parent } = outermost(typescript, site);
  if (!typescript.isBinaryExpression(parent)) return false;
  const holder = typescript.isElementAccessExpression(parent.left) ? parent.left.expression : memberAccess(typescript, parent.left)?.object;
  return holder !== undefined ? isGlobalObject(view, holder) : parent.operatorToken.kind === typescript.SyntaxKind.QuestionQuestionEqualsToken;
}

/** `function inject() { class Recorder { … } new Recorder(); }` */
function isLocalTo(view: View, owner: ts.ClassLikeDeclaration, site: ts.NewExpression): boolean {
  const scope = enclosingFunction(view.ts, owner);
  return !view.ts.isSourceFile(scope) && enclosingFunction(view.ts, site) === scope;
}

const startNames: ReadonlySet<string> = new Set([...verbPairs.map((pair) => pair.start), ...frameworkStarts.map((hook) => hook.method)]);

/**
 * The code that is shown to construct several instances by one `new`: a loop, a callback that is called for each item or event, a method that is no
 * start and does not keep the instance in a field.
 */
export function repeaterOf(view: View, site: ts.NewExpression): ts.Node | undefined {
  const { ts: typescript } = view;
  for (let at: ts.Node = site; at.parent && !typescript.isClassLike(at.parent); at = at.parent) {
    if (typescript.isIterationStatement(at.parent, false)) return at.parent;
    if ((typescript.isArrowFunction(at.parent) || typescript.isFunctionExpression(at.parent)) && isCalledAgain(view, at.parent)) return at.parent;
    if (typescript.isMethodDeclaration(at.parent)) return isRepeatable(view, at.parent, site) ? at.parent : undefined;
    if (typescript.isFunctionLike(at.parent) && !typescript.isArrowFunction(at.parent) && !typescript.isFunctionExpression(at.parent)) return undefined;
  }
  return undefined;
}

const listening: ReadonlySet<string> = new Set(['on', 'addListener', 'addEventListener', 'subscribe', 'connect', 'setInterval', 'createServer']);

function isCalledAgain(view: View, callback: ts.ArrowFunction | ts.FunctionExpression): boolean {
  const host = outermost(view.ts, callback).parent;
  if (!view.ts.isCallExpression(host) || host.expression === callback) return false;
  return callbackMethod(view, host) !== undefined || listening.has(memberAccess(view.ts, host.expression)?.name ?? host.expression.getText());
}

function isRepeatable(view: View, method: ts.MethodDeclaration, site: ts.NewExpression): boolean {
  const { ts: typescript } = view;
  if (startNames.has(memberName(typescript, method.name) ?? '') || hasModifier(typescript, method, typescript.SyntaxKind.StaticKeyword)) return false;
  const { parent } = outermost(typescript, site);
  return !(typescript.isBinaryExpression(parent) && fieldOfThis(typescript, parent.left) !== undefined);
}

/** Two constructions that run one after the other in the same list of statements. */
export function runTogether(view: View, one: ts.Node, other: ts.Node): boolean {
  const { ts: typescript } = view;
  const list = (node: ts.Node): ts.Node => {
    let at = node;
    while (!typescript.isBlock(at) && !typescript.isSourceFile(at)) at = at.parent;
    return at;
  };
  return list(one) === list(other) && !isWithin(one, other) && enclosingClass(typescript, one) === enclosingClass(typescript, other);
}
