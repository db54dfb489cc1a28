import type ts from 'typescript';
import { constructionSites } from '../../analysis/ownership/construction-sites.ts';
import { allDescendants, enclosingFunction, fieldOfThis, isAsync, memberName, methodCall, skipAwait } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { ConstructionPlace } from '../../plans/constructor-to-start/facts.ts';
import type { Reason } from '../../plans/reasons.ts';

/**
 * Every statement that constructs a class, or why one of them cannot start it behind itself.
 * @param mustBeStarted the class has a start of its own, which has to follow each construction already
 */
export function constructionPlaces(view: View, owner: ts.ClassLikeDeclaration, mustBeStarted: boolean): readonly ConstructionPlace[] | Reason {
  const places: ConstructionPlace[] = [];
  for (const site of constructionSites(view, owner)) {
    const place = placeOf(view, site);
    if (typeof place === 'string') return place;
    if (place.started !== mustBeStarted) return 'started-elsewhere';
    places.push(place);
  }
  return places;
}

function placeOf(view: View, site: ts.NewExpression): ConstructionPlace | Reason {
  const { ts: typescript } = view;
  const kept = keptBy(view, site);
  if (!kept || !hasSiblings(view, kept.statement)) return 'constructed-in-expression';
  const scope = enclosingFunction(typescript, site);
  const canAwait = typescript.isSourceFile(scope) ? typescript.isExternalModule(scope) : isAsync(typescript, scope);
  if (!canAwait || isExported(view, kept.statement)) return 'site-cannot-await';
  return { start: kept.statement.getStart(), end: endOf(kept.statement, site), name: kept.name, started: isStart(view, nextOf(kept.statement), kept.name) };
}

/** A semicolon that stands in front of the next line belongs to that one. */
function endOf({ end }: ts.Statement, site: ts.NewExpression): number {
  return /[\r\n]/.test(site.getSourceFile().text.slice(site.end, end)) ? site.end : end;
}

/** `const x = new C(…);` and `this.x = new C(…);`, where the arguments do not speak of what is made. */
function keptBy(view: View, site: ts.NewExpression): { statement: ts.Statement & { parent: ts.Block | ts.SourceFile }; name: string } | undefined {
  const { ts: typescript } = view;
  const { parent } = site;
  if (typescript.isVariableDeclaration(parent) && typescript.isIdentifier(parent.name) && !parent.type) {
    const list = parent.parent;
    const { text } = parent.name;
    const isCaptured = allDescendants(typescript, site).some((node) => typescript.isIdentifier(node) && node.text === text);
    return typescript.isVariableDeclarationList(list) && list.declarations.length === 1 && typescript.isVariableStatement(list.parent) && !isCaptured ? { statement: list.parent as never, name: text } : undefined;
  }
  if (!typescript.isBinaryExpression(parent) || parent.right !== site || parent.operatorToken.kind !== typescript.SyntaxKind.EqualsToken) return undefined;
  const isWritten = fieldOfThis(typescript, parent.left) !== undefined && typescript.isPropertyAccessExpression(parent.left);
  return isWritten && typescript.isExpressionStatement(parent.parent) ? { statement: parent.parent as never, name: parent.left.getText() } : undefined;
}

function hasSiblings(view: View, { parent }: ts.Node): boolean {
  return view.ts.isBlock(parent) || view.ts.isSourceFile(parent);
}

function isExported(view: View, statement: ts.Statement): boolean {
  return view.ts.canHaveModifiers(statement) && (view.ts.getModifiers(statement) ?? []).some(({ kind }) => kind === view.ts.SyntaxKind.ExportKeyword);
}

function nextOf(statement: ts.Statement & { parent: ts.Block | ts.SourceFile }): ts.Statement | undefined {
  const { statements } = statement.parent;
  return statements[statements.indexOf(statement) + 1];
}

/** `await x.start();` */
function isStart(view: View, statement: ts.Statement | undefined, name: string): boolean {
  if (!statement || !view.ts.isExpressionStatement(statement) || !view.ts.isAwaitExpression(statement.expression)) return false;
  const call = methodCall(view.ts, skipAwait(view.ts, statement.expression));
  return call !== undefined && memberName(view.ts, call.nameNode) === 'start' && call.object.getText() === name;
}
