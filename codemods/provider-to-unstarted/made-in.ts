import type ts from 'typescript';
import { expressionOf, programReferences } from '../../analysis/ownership/program-references.ts';
import { isPublicApi } from '../../analysis/ownership/public-api.ts';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { enclosingFunction, hasBody, hasModifier, outermost, type FunctionWithBody } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Reason } from '../../plans/reasons.ts';
import type { Container } from './container-of.ts';
import { isCallOf } from './needs-of.ts';
import { isImport, nameOfFunction } from './shared-literal.ts';

/** A statement `const container = …;` in a function that makes a container. */
export interface MadeIn {
  readonly scope: FunctionWithBody & { readonly body: ts.Block };
  readonly statement: ts.VariableStatement & { readonly parent: ts.Block };
  readonly name: ts.Identifier;
  /** What is registered there. */
  readonly registering: readonly ts.CallExpression[];
}

/** Every scope that makes a container: the function that calls `createContainer()`, or those that call the function which returns it; why not all of them are known. */
export function scopesMaking(view: View, container: Container): readonly MadeIn[] | Reason {
  const maker = makerOf(view, container);
  if (!maker) {
    const here = madeIn(view, container.value, container.registering);
    return typeof here === 'string' ? here : [here];
  }
  const calls = callsOf(view, maker);
  if (typeof calls === 'string') return calls;
  const scopes: MadeIn[] = [];
  for (const call of calls) {
    const here = madeIn(view, call, []);
    if (typeof here === 'string') return here;
    scopes.push(here);
  }
  return scopes;
}

function madeIn(view: View, made: ts.Expression, registering: readonly ts.CallExpression[]): MadeIn | Reason {
  const { ts: typescript } = view;
  const declaration = outermost(typescript, made).parent;
  if (!typescript.isVariableDeclaration(declaration) || !typescript.isIdentifier(declaration.name)) return 'container-handed-on';
  const list = declaration.parent;
  const statement = list.parent;
  const isConstant = typescript.isVariableDeclarationList(list) && list.declarations.length === 1 && (list.flags & typescript.NodeFlags.Const) !== 0;
  if (!isConstant || !typescript.isVariableStatement(statement)) return 'container-handed-on';
  const scope = enclosingFunction(typescript, statement);
  if (!hasBody(scope) || statement.parent !== scope.body) return hasModifier(typescript, statement, typescript.SyntaxKind.ExportKeyword) ? 'container-handed-on' : 'scope-not-owner';
  return { scope: scope as MadeIn['scope'], statement: statement as MadeIn['statement'], name: declaration.name, registering };
}

/** The function that makes the container, registers, and returns it. */
function makerOf(view: View, { value, kept, registering }: Container): FunctionWithBody | undefined {
  const { ts: typescript } = view;
  if (!kept) return returnedFrom(view, value);
  const references = referencesIn(view, view.types.symbolOf(kept)!, enclosingFunction(typescript, kept));
  const others = references.filter((node) => !registering.some((call) => isWithinCallee(call, node)));
  const [only] = others.length === 1 ? others : [];
  return only && returnedFrom(view, only);
}

function isWithinCallee({ expression }: ts.CallExpression, node: ts.Node): boolean {
  return expression.pos <= node.pos && node.end <= expression.end && expression.getSourceFile() === node.getSourceFile();
}

function returnedFrom({ ts: typescript }: View, value: ts.Expression): FunctionWithBody | undefined {
  const { parent } = outermost(typescript, value);
  if (typescript.isArrowFunction(parent)) return parent;
  if (!typescript.isReturnStatement(parent)) return undefined;
  const scope = enclosingFunction(typescript, parent);
  return hasBody(scope) && scope.body === parent.parent ? scope : undefined;
}

/** All calls of a function of the program, where it is only called. */
function callsOf(view: View, maker: FunctionWithBody): readonly ts.CallExpression[] | Reason {
  const { ts: typescript } = view;
  const name = nameOfFunction(view, maker);
  const symbol = name && view.types.symbolOf(name);
  if (!symbol) return 'container-handed-on';
  if (isPublicApi(view, symbol)) return 'public-api';
  const { meaning, others } = programReferences(view, symbol);
  if (others.some((node) => isCallOf(view, node, maker))) return 'container-handed-on';
  const calls: ts.CallExpression[] = [];
  for (const node of meaning.filter((one) => !isImport(view, one))) {
    const callee = expressionOf(view, node);
    if (!typescript.isCallExpression(callee.parent) || callee.parent.expression !== callee) return 'container-handed-on';
    calls.push(callee.parent);
  }
  return calls;
}
