import type ts from 'typescript';
import { constructionsOf } from '../../analysis/ownership/program-references.ts';
import { allDescendants, enclosingFunction, fieldOfThis, hasModifier, isAsync, memberName, methodCall, outermost, skipAwait } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { ConstructionPlace } from '../../plans/constructor-to-start/facts.ts';
import type { Reason } from '../../plans/reasons.ts';

/**
 * Every `new` of some classes, in any file of the program, by the class; or why one of them cannot start what it makes.
 * @param mustBeStarted the classes have a start already, which has to follow each construction
 */
export function constructionPlaces(view: View, owners: readonly ts.ClassLikeDeclaration[], mustBeStarted: boolean): ReadonlyMap<ts.ClassLikeDeclaration, readonly ConstructionPlace[]> | Reason {
  const found = new Map<ts.ClassLikeDeclaration, readonly ConstructionPlace[]>();
  for (const owner of owners) {
    const places: ConstructionPlace[] = [];
    for (const site of constructionsOf(view, owner)) {
      const place = placeOf(view, owner, site);
      if (typeof place === 'string') return place;
      if (place.started !== mustBeStarted) return 'started-elsewhere';
      places.push(place);
    }
    found.set(owner, places);
  }
  return found;
}

function placeOf(view: View, owner: ts.ClassLikeDeclaration, site: ts.NewExpression): ConstructionPlace | Reason {
  const { fileName: file, text } = site.getSourceFile();
  if (!canAwait(view, site)) return 'site-cannot-await';
  const kept = keptBy(view, site);
  if (kept && isExported(view, kept.statement)) return 'site-cannot-await';
  if (kept && hasSiblings(view, kept.statement) && isTypedAs(view, owner, kept.target)) {
    return { kind: 'kept', file, text, start: kept.statement.getStart(), end: endOf(kept.statement, site), name: kept.name, started: isStart(view, nextOf(kept.statement), kept.name) };
  }
  if (view.ts.isExpressionStatement(site.parent)) return { kind: 'dropped', file, text, start: site.getStart(), end: site.end, started: false };
  return inExpression(view, site);
}

/** `use(new Service(url))`: nothing is named that is being made, and no statement that it begins would go on from the one before. */
function inExpression(view: View, site: ts.NewExpression): ConstructionPlace | Reason {
  const { fileName: file, text } = site.getSourceFile();
  const inParentheses = bindsTighter(view, site);
  const isAtStart = inParentheses && /(?:^|[^;{}\s])\s*$/.test(text.slice(0, site.getStart())) && statementOf(view, site).getStart() === site.getStart();
  if (site.typeArguments || isAtStart || isNamedInArguments(view, site) || isPartOfExport(view, site)) return 'constructed-in-expression';
  return {
    kind: 'expression', file, text, start: site.getStart(), end: site.end, callee: { start: site.expression.getStart(), end: site.expression.end },
    hasArguments: site.arguments !== undefined && text[site.end - 1] === ')' && site.arguments.pos > site.expression.end, inParentheses, started: false,
  };
}

/** What an `await` in front of it would take in as well. */
function bindsTighter({ ts: typescript }: View, site: ts.NewExpression): boolean {
  const { parent } = site;
  if (typescript.isPropertyAccessExpression(parent) || typescript.isElementAccessExpression(parent) || typescript.isCallExpression(parent) || typescript.isTaggedTemplateExpression(parent)) {
    return (typescript.isTaggedTemplateExpression(parent) ? parent.tag : parent.expression) === site;
  }
  return typescript.isNonNullExpression(parent) || (typescript.isBinaryExpression(parent) && parent.operatorToken.kind === typescript.SyntaxKind.AsteriskAsteriskToken);
}

/** Where an async function, or the top level of a module, comes to it: not a default value of a parameter or a field of a class. */
function canAwait(view: View, site: ts.NewExpression): boolean {
  const { ts: typescript } = view;
  const scope = enclosingFunction(typescript, site);
  for (let at: ts.Node = site; at !== scope; at = at.parent) if (typescript.isParameter(at) || typescript.isPropertyDeclaration(at) || typescript.isDecorator(at)) return false;
  return typescript.isSourceFile(scope) ? typescript.isExternalModule(scope) : isAsync(typescript, scope);
}

/** A semicolon that stands in front of the next line belongs to that one. */
function endOf({ end }: ts.Statement, site: ts.NewExpression): number {
  return /[\r\n]/.test(site.getSourceFile().text.slice(site.end, end)) ? site.end : end;
}

interface Kept {
  readonly statement: ts.Statement & { readonly parent: ts.Block | ts.SourceFile };
  readonly name: string;
  /** What the instance is assigned to, or the name that it is declared with. */
  readonly target: ts.Expression;
}

/** `const x = new C(…);`, `x = new C(…);` and `this.x = new C(…);`, where the arguments do not speak of what is made. */
function keptBy(view: View, site: ts.NewExpression): Kept | undefined {
  const { ts: typescript } = view;
  const { parent } = site;
  if (typescript.isVariableDeclaration(parent) && typescript.isIdentifier(parent.name)) {
    const list = parent.parent;
    const isAlone = typescript.isVariableDeclarationList(list) && list.declarations.length === 1 && typescript.isVariableStatement(list.parent);
    return isAlone && !isNamedInArguments(view, site) ? { statement: list.parent as never, name: parent.name.text, target: parent.name } : undefined;
  }
  if (!typescript.isBinaryExpression(parent) || parent.right !== site || parent.operatorToken.kind !== typescript.SyntaxKind.EqualsToken || !typescript.isExpressionStatement(parent.parent)) return undefined;
  const { left } = parent;
  const isWritten = typescript.isIdentifier(left) || (fieldOfThis(typescript, left) !== undefined && typescript.isPropertyAccessExpression(left));
  return isWritten ? { statement: parent.parent as never, name: left.getText(), target: left } : undefined;
}

/** Whether the name that keeps the instance has the type of the class, so that it has a start. */
function isTypedAs(view: View, owner: ts.ClassLikeDeclaration, target: ts.Expression): boolean {
  const symbol = view.types.symbolOf(owner.name!);
  const isJavaScript = /\.[cm]?jsx?$/.test(target.getSourceFile().fileName);
  return isJavaScript || view.types.symbolOfType(view.types.valueTypeOf(target)) === symbol;
}

/** Whether the arguments use the variable that gets the instance. */
function isNamedInArguments(view: View, site: ts.NewExpression): boolean {
  const { ts: typescript } = view;
  const { parent } = outermost(typescript, site);
  const names = typescript.isVariableDeclaration(parent) ? [parent.name.getText()] : [];
  return allDescendants(typescript, site).some((node) => typescript.isIdentifier(node) && names.includes(node.text));
}

function isPartOfExport(view: View, site: ts.NewExpression): boolean {
  const statement = statementOf(view, site);
  return view.ts.isSourceFile(statement.parent) && (view.ts.isExportAssignment(statement) || isExported(view, statement)) && view.ts.isSourceFile(enclosingFunction(view.ts, site));
}

function statementOf({ ts: typescript }: View, node: ts.Node): ts.Node {
  let at = node;
  while (!typescript.isStatement(at) && !typescript.isSourceFile(at.parent)) at = at.parent;
  return at;
}

function hasSiblings(view: View, { parent }: ts.Node): boolean {
  return view.ts.isBlock(parent) || view.ts.isSourceFile(parent);
}

function isExported(view: View, statement: ts.Node): boolean {
  return hasModifier(view.ts, statement, view.ts.SyntaxKind.ExportKeyword);
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
