import type ts from 'typescript';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { enclosingFunction, hasBody, hasModifier, outermost, type FunctionWithBody } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Reason } from '../../plans/reasons.ts';

/** A statement `const container = …;` in a function that makes a container. */
export interface MadeIn {
  readonly scope: FunctionWithBody & { readonly body: ts.Block };
  readonly statement: ts.VariableStatement & { readonly parent: ts.Block };
  readonly name: ts.Identifier;
}

/** Every scope that makes a container: the function that calls `createContainer()`, or those that call the function which returns it; why not all of them are known. */
export function scopesMaking(view: View, value: ts.Expression): readonly MadeIn[] | Reason {
  const maker = makerOf(view, value);
  if (!maker) {
    const here = madeIn(view, value);
    return typeof here === 'string' ? here : [here];
  }
  const calls = callsOf(view, maker);
  if (typeof calls === 'string') return calls;
  const scopes: MadeIn[] = [];
  for (const call of calls) {
    const here = madeIn(view, call);
    if (typeof here === 'string') return here;
    scopes.push(here);
  }
  return scopes;
}

function madeIn(view: View, made: ts.Expression): MadeIn | Reason {
  const { ts: typescript } = view;
  const declaration = outermost(typescript, made).parent;
  if (!typescript.isVariableDeclaration(declaration) || !typescript.isIdentifier(declaration.name)) return 'container-handed-on';
  const list = declaration.parent;
  const statement = list.parent;
  const isConstant = typescript.isVariableDeclarationList(list) && list.declarations.length === 1 && (list.flags & typescript.NodeFlags.Const) !== 0;
  if (!isConstant || !typescript.isVariableStatement(statement)) return 'container-handed-on';
  const scope = enclosingFunction(typescript, statement);
  if (!hasBody(scope) || statement.parent !== scope.body) return hasModifier(typescript, statement, typescript.SyntaxKind.ExportKeyword) ? 'container-handed-on' : 'scope-not-owner';
  return { scope: scope as MadeIn['scope'], statement: statement as MadeIn['statement'], name: declaration.name };
}

/** The function whose only return is the container. */
function makerOf({ ts: typescript }: View, value: ts.Expression): FunctionWithBody | undefined {
  const { parent } = value;
  if (typescript.isArrowFunction(parent)) return parent;
  if (!typescript.isReturnStatement(parent)) return undefined;
  const scope = enclosingFunction(typescript, parent);
  return hasBody(scope) && typescript.isBlock(scope.body) && scope.body === parent.parent ? scope : undefined;
}

/** All calls of a function of the program, where it is only called. */
function callsOf(view: View, maker: FunctionWithBody): readonly ts.CallExpression[] | Reason {
  const { ts: typescript } = view;
  const name = maker.name ?? (typescript.isVariableDeclaration(maker.parent) ? maker.parent.name : undefined);
  const symbol = name && typescript.isIdentifier(name) ? view.types.symbolOf(name) : undefined;
  if (!symbol) return 'container-handed-on';
  const calls: ts.CallExpression[] = [];
  for (const file of view.program.getSourceFiles()) {
    if (file.isDeclarationFile || view.program.isSourceFileFromExternalLibrary(file) || !file.text.includes(symbol.name)) continue;
    for (const node of renamed(view, symbol, file)) {
      if (isImportOrType(view, node)) continue;
      if (!typescript.isCallExpression(node.parent) || node.parent.expression !== node) return 'container-handed-on';
      calls.push(node.parent);
    }
  }
  return calls;
}

/** A file that imports it under another name hides its uses from a search by name. */
function renamed(view: View, symbol: ts.Symbol, file: ts.SourceFile): readonly ts.Identifier[] {
  const { ts: typescript } = view;
  const found = referencesIn(view, symbol, file);
  const others = found.flatMap(({ parent }) => (typescript.isImportSpecifier(parent) && parent.propertyName && parent.propertyName.text !== parent.name.text ? [parent.name] : []));
  return [...found, ...others.flatMap((name) => identifiersNamed(view, file, name.text).filter((node) => node !== name && view.types.symbolOf(node) === symbol))];
}

function identifiersNamed({ ts: typescript }: View, file: ts.SourceFile, text: string): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (typescript.isIdentifier(node) && node.text === text) found.push(node);
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isImportOrType({ ts: typescript }: View, node: ts.Identifier): boolean {
  const { parent } = node;
  return typescript.isImportSpecifier(parent) || typescript.isImportClause(parent) || typescript.isExportSpecifier(parent) || typescript.isTypeQueryNode(parent);
}
