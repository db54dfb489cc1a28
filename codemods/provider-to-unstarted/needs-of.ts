import type ts from 'typescript';
import { programReferences } from '../../analysis/ownership/program-references.ts';
import { isPublicApi } from '../../analysis/ownership/public-api.ts';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { hasBody, isAsync, memberName, outermost, skipTransparent, type FunctionWithBody } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Reason } from '../../plans/reasons.ts';
import type { Registered } from './registered.ts';
import { isImport, nameOfFunction } from './shared-literal.ts';

/** A name that a provider asks the container for, and where it has what it got. */
export interface Need {
  readonly key: string;
  /** Where it asks for it. */
  readonly at: number;
  readonly references: readonly ts.Expression[];
}

/** The function or constructor that the container calls; nothing for a value. */
export function makerOf(view: View, { by, call }: Registered): FunctionWithBody | 'none' | Reason {
  if (by === 'asValue' || by === 'aliasTo') return 'none';
  const { ts: typescript } = view;
  const [given] = call.arguments;
  const value = given && skipTransparent(typescript, given);
  if (value && hasBody(value)) return value;
  const declaration = value && view.types.symbolOf(value)?.valueDeclaration;
  if (by === 'asFunction') {
    const held = declaration && typescript.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
    return held && hasBody(held) ? held : 'needs-out-of-sight';
  }
  if (!declaration || !typescript.isClassLike(declaration)) return 'needs-out-of-sight';
  const constructor = declaration.members.find(typescript.isConstructorDeclaration);
  if (constructor && hasBody(constructor)) return constructor;
  return declaration.heritageClauses?.some(({ token }) => token === typescript.SyntaxKind.ExtendsKeyword) ? 'needs-out-of-sight' : 'none';
}

/** Whether anybody but this registration can call a function: it has a name that is used elsewhere too, or that others can import. */
export function isCalledElsewhere(view: View, { call }: Registered, maker: FunctionWithBody): boolean {
  if (call.arguments.some((argument) => skipTransparent(view.ts, argument) === maker)) return false;
  const name = nameOfFunction(view, maker);
  const symbol = name && view.types.symbolOf(name);
  if (!symbol || isPublicApi(view, symbol)) return true;
  const { meaning, others } = programReferences(view, symbol);
  return meaning.filter((node) => !isImport(view, node)).length > 1 || others.some((node) => isCallOf(view, node, maker));
}

/** Whether a name that stands for something else calls the function all the same. */
export function isCallOf({ ts: typescript, types }: View, { parent }: ts.Node, maker: FunctionWithBody): boolean {
  return typescript.isCallExpression(parent) && types.signatureOf(parent)?.declaration === maker;
}

/** What a function takes out of the container, in the order in which it asks. */
export function needsOf(view: View, { parameters: [parameter] }: FunctionWithBody): readonly Need[] | Reason {
  const { ts: typescript } = view;
  if (!parameter) return [];
  if (typescript.isObjectBindingPattern(parameter.name)) return needsOfPattern(view, parameter.name);
  const symbol = view.types.symbolOf(parameter.name);
  if (!typescript.isIdentifier(parameter.name) || !symbol) return 'needs-out-of-sight';
  const found = new Map<string, ts.Expression[]>();
  for (const node of referencesIn(view, symbol, parameter.parent)) {
    const access = outermost(typescript, node).parent;
    if (!typescript.isPropertyAccessExpression(access) || mayNotRun(view, access, parameter.parent)) return 'needs-out-of-sight';
    found.set(access.name.text, [...(found.get(access.name.text) ?? []), access]);
  }
  return [...found].map(([key, references]) => ({ key, at: references[0]!.getStart(), references }));
}

/** Whether a part of a function may run later, or not at all, although the function has been called. */
function mayNotRun({ ts: typescript }: View, node: ts.Node, maker: ts.Node): boolean {
  for (let at = node.parent; at !== maker; at = at.parent) {
    const isShort = typescript.isBinaryExpression(at) && [typescript.SyntaxKind.AmpersandAmpersandToken, typescript.SyntaxKind.BarBarToken, typescript.SyntaxKind.QuestionQuestionToken].includes(at.operatorToken.kind);
    const isOneOf = typescript.isConditionalExpression(at) || typescript.isIfStatement(at) || typescript.isSwitchStatement(at) || typescript.isTryStatement(at) || typescript.isIterationStatement(at, false);
    if (isShort || isOneOf || typescript.isFunctionLike(at)) return true;
  }
  return hasBody(maker) && typescript.isBlock(maker.body) && returnsOf(typescript, maker.body).length > 1;
}

function needsOfPattern(view: View, { elements, parent }: ts.ObjectBindingPattern): readonly Need[] | Reason {
  const { ts: typescript } = view;
  const needs: Need[] = [];
  for (const { name, propertyName, dotDotDotToken, initializer } of elements) {
    const key = memberName(typescript, propertyName ?? name);
    const symbol = typescript.isIdentifier(name) ? view.types.symbolOf(name) : undefined;
    if (key === undefined || dotDotDotToken || initializer || !symbol) return 'needs-out-of-sight';
    needs.push({ key, at: name.getStart(), references: referencesIn(view, symbol, parent.parent) });
  }
  return needs;
}

/** Whether a function may hand out something else than a promise when it is not async: it returns none. */
export function returnsPlain(view: View, maker: FunctionWithBody): boolean {
  const { ts: typescript } = view;
  if (!isAsync(typescript, maker)) return false;
  if (!typescript.isBlock(maker.body)) return !view.types.isThenable(view.types.typeOf(maker.body)) || typescript.isAwaitExpression(skipTransparent(typescript, maker.body));
  return returnsOf(typescript, maker.body).every(({ expression }) => expression !== undefined && !view.types.isThenable(view.types.typeOf(expression)));
}

function returnsOf(typescript: View['ts'], body: ts.Block): readonly ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (typescript.isReturnStatement(node)) found.push(node);
    else if (!typescript.isFunctionLike(node) && !typescript.isClassLike(node)) typescript.forEachChild(node, visit);
  };
  typescript.forEachChild(body, visit);
  return found;
}
