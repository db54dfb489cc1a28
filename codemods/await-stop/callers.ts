import type ts from 'typescript';
import { constructionBy, expressionOf, programReferences } from '../../analysis/ownership/program-references.ts';
import { isPublicApi } from '../../analysis/ownership/public-api.ts';
import { allDescendants, hasModifier, outermost, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { SiteEdit } from '../../plans/edit.ts';
import type { Reason } from '../../plans/reasons.ts';
import { promiseTypeEdits, type Convertible } from './async-edits.ts';
import { isAwaitedByHost, isSignalListener } from './hosts.ts';
import { familyOf, mayBeMeantBy } from './method-family.ts';

/** Everything that calls a function, and what other declarations of it have to say once it returns a promise. */
export interface Callers {
  readonly calls: readonly ts.CallExpression[];
  readonly declarations: readonly SiteEdit[];
}

/** The callers of a function, when all of them are known; or why not. */
export function callersOf(view: View, scope: Convertible): Callers | Reason {
  const { ts: typescript } = view;
  const name = nameOf(view, scope);
  if (!name || isDecorated(view, scope)) return 'callers-unknown';
  if (typescript.isPrivateIdentifier(name)) return callersInFile(view, name);
  return typescript.isMethodDeclaration(scope) ? callersOfMethod(view, scope, name) : callersOfFunction(view, scope, name);
}

/** The name that callers have to use. */
function nameOf({ ts: typescript }: View, scope: Convertible): ts.Identifier | ts.PrivateIdentifier | undefined {
  if (typescript.isMethodDeclaration(scope)) return typescript.isClassLike(scope.parent) && (typescript.isIdentifier(scope.name) || typescript.isPrivateIdentifier(scope.name)) ? scope.name : undefined;
  if (typescript.isFunctionDeclaration(scope)) return scope.name;
  const { parent } = scope;
  const isConstant = typescript.isVariableDeclaration(parent) && typescript.isIdentifier(parent.name) && !parent.type && (parent.parent.flags & typescript.NodeFlags.Const) !== 0;
  return isConstant ? (parent.name as ts.Identifier) : undefined;
}

function isDecorated({ ts: typescript }: View, scope: Convertible): boolean {
  return typescript.canHaveDecorators(scope) && (typescript.getDecorators(scope) ?? []).length > 0;
}

/** Of a private method: no other file sees it. */
function callersInFile(view: View, name: ts.PrivateIdentifier): Callers | Reason {
  const symbol = view.types.symbolOf(name);
  const uses = allDescendants(view.ts, name.getSourceFile()).filter((node) => node !== name && view.ts.isPrivateIdentifier(node) && node.text === name.text && view.types.symbolOf(node) === symbol);
  return callsOf(view, uses, []);
}

function callersOfFunction(view: View, scope: Convertible, name: ts.Identifier): Callers | Reason {
  const symbol = view.types.symbolOf(name);
  if (!symbol) return 'callers-unknown';
  if (isPublicApi(view, symbol)) return 'public-api';
  const { meaning, others } = programReferences(view, symbol);
  if (others.some((other) => isLoadedAs(view, other, symbol))) return 'callers-unknown';
  const signatures = (symbol.declarations ?? []).filter((declaration) => declaration !== scope && view.ts.isFunctionDeclaration(declaration)) as ts.FunctionDeclaration[];
  const found = callsOf(view, meaning.filter((use) => !isPassedOn(view, use)), signatures);
  return typeof found !== 'string' && found.calls.length === 0 && isExported(view, scope) ? 'callers-unknown' : found;
}

/** Another variable that holds the function: of a module that was loaded by `import()`. */
function isLoadedAs(view: View, name: ts.Node, symbol: ts.Symbol): boolean {
  const { parent } = name;
  return view.ts.isCallExpression(parent) && parent.expression === name && view.types.signatureOf(parent)?.declaration === symbol.valueDeclaration;
}

function callersOfMethod(view: View, scope: ts.MethodDeclaration, name: ts.Identifier): Callers | Reason {
  const symbol = view.types.symbolOf(name);
  if (!symbol) return 'callers-unknown';
  if (hasModifier(view.ts, scope, view.ts.SyntaxKind.PrivateKeyword)) return callsOf(view, programReferences(view, symbol).meaning, []);
  const owner = view.ts.isClassLike(scope.parent) && scope.parent.name ? view.types.symbolOf(scope.parent.name) : undefined;
  if (!owner) return 'callers-unknown';
  const family = familyOf(view, scope);
  if (typeof family === 'string') return family;
  if (isPublicApi(view, owner)) return 'public-api';
  const members = [symbol, ...family.members];
  const uses = members.flatMap((member) => programReferences(view, member).meaning);
  const { others } = programReferences(view, symbol);
  if (others.some((other) => !uses.includes(other) && mayBeMeantBy(view, scope, other, members))) return 'callers-unknown';
  const found = callsOf(view, uses, []);
  if (typeof found === 'string') return found;
  return found.calls.length === 0 && !family.isAwaitedOutside ? 'callers-unknown' : { calls: found.calls, declarations: [...found.declarations, ...family.declarations] };
}

/** A use that is none: an import or an export. */
function isPassedOn({ ts: typescript }: View, { parent }: ts.Node): boolean {
  return typescript.isImportSpecifier(parent) || typescript.isImportClause(parent) || typescript.isExportSpecifier(parent) || (typescript.isExportAssignment(parent) && !parent.isExportEquals);
}

function isExported({ ts: typescript }: View, scope: Convertible): boolean {
  const statement = typescript.isFunctionDeclaration(scope) ? scope : scope.parent.parent?.parent;
  return statement !== undefined && hasModifier(typescript, statement, typescript.SyntaxKind.ExportKeyword);
}

/** Every use as a call; one that hands the function to a host that waits for what it returns is none. */
function callsOf(view: View, uses: readonly ts.Node[], signatures: readonly ts.FunctionDeclaration[]): Callers | Reason {
  const calls: ts.CallExpression[] = [];
  for (const use of uses) {
    const expression = expressionOf(view, use as ts.Identifier);
    const call = callAround(view, expression);
    if (call) calls.push(call);
    else if (constructionBy(view, use as ts.Identifier) || (!isSignalListener(view, expression) && !isAwaitedByHost(view, expression))) return 'callers-unknown';
  }
  if (signatures.some(({ type }) => !type)) return 'callers-unknown';
  return { calls, declarations: signatures.flatMap(promiseTypeEdits) };
}

function callAround({ ts: typescript }: View, callee: ts.Expression): ts.CallExpression | undefined {
  const { parent } = outermost(typescript, callee);
  return typescript.isCallExpression(parent) && skipTransparent(typescript, parent.expression) === callee && !parent.questionDotToken ? parent : undefined;
}
