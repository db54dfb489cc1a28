import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import { isTest } from '../is-test.ts';
import { directlyBelow } from '../nodes.ts';
import { enclosingFunction, hasModifier, isInLoop, memberAccess, outermost, outermostAwaited, skipAwait, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { isGlobalObject } from './lasting-values.ts';
import { expressionOf, programReferences } from './program-references.ts';
import { referencesIn } from './references.ts';

/**
 * Whether a function of the program calls the callback that an expression stands in once for all, because it keeps what the callback makes as long as the
 * process lasts and hands back what it has kept: `singleton('bus', () => new Bus())`. Its body shows that, never its name:
 * `store[name] ??= make(); return store[name];`.
 */
export function isKeptByHelper(view: View, site: ts.Expression): boolean {
  return runsOnce(view, site, 0);
}

const mostSteps = 3;

/** Whether the function around a node runs once: a helper that keeps its result calls it, or code that runs once itself. */
function runsOnce(view: View, node: ts.Node, steps: number): boolean {
  const { ts: typescript } = view;
  const scope = enclosingFunction(typescript, node);
  if (!isPlainFunction(view, scope) || isInLoop(typescript, node, scope) || steps > mostSteps) return false;
  if (!typescript.isFunctionDeclaration(scope) && isKeptAt(view, outermost(typescript, scope as ts.Expression))) return true;
  const name = nameOfFunction(view, scope);
  const symbol = name && view.types.symbolOf(name);
  if (!symbol) return false;
  const uses = productionUses(view, symbol);
  return uses.length > 0 && uses.every((use) => isKeptAt(view, use) || (isCalled(view, use) && runsOnce(view, use, steps + 1)));
}

/** What the production code of the program does with a function of a name: each expression that stands for it. */
export function productionUses(view: View, symbol: ts.Symbol): readonly ts.Expression[] {
  const references = programReferences(view, symbol).meaning.filter((reference) => !isTest(view, reference.getSourceFile()) && !isDeclaredAnew(view, reference));
  return references.map((reference) => outermost(view.ts, expressionOf(view, reference)));
}

type PlainFunction = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction;

export function isPlainFunction({ ts: typescript }: View, scope: ts.Node): scope is PlainFunction {
  return (typescript.isFunctionDeclaration(scope) || typescript.isFunctionExpression(scope) || typescript.isArrowFunction(scope)) && scope.asteriskToken === undefined;
}

/** `function make() {}`, `const make = () => {}` */
export function nameOfFunction({ ts: typescript }: View, scope: PlainFunction): ts.Identifier | undefined {
  if (typescript.isFunctionDeclaration(scope)) return scope.name;
  const { parent } = outermost(typescript, scope);
  return typescript.isVariableDeclaration(parent) && typescript.isIdentifier(parent.name) && parent.parent.flags & typescript.NodeFlags.Const ? parent.name : undefined;
}

/** `import { make }`, `export { make }`, `ReturnType<typeof make>` */
function isDeclaredAnew({ ts: typescript }: View, { parent }: ts.Node): boolean {
  return typescript.isTypeQueryNode(parent) || typescript.isImportSpecifier(parent) || typescript.isExportSpecifier(parent) || typescript.isImportClause(parent);
}

export function isCalled({ ts: typescript }: View, use: ts.Expression): boolean {
  return typescript.isCallExpression(use.parent) && use.parent.expression === use;
}

/** Whether a function is given to a helper that keeps what it makes, under one key. */
function isKeptAt(view: View, value: ts.Expression): boolean {
  const { ts: typescript } = view;
  const call = value.parent;
  if (!typescript.isCallExpression(call) || call.expression === value) return false;
  const body = calleeBody(view, call);
  const index = call.arguments.indexOf(value);
  const keeping = body && view.remember(`keepingOf ${index}`, body, () => ({ keys: keysOfKeeping(view, body, index) }));
  if (!keeping?.keys) return false;
  return isAtTopOfModule(view, call) || keeping.keys.every((key) => call.arguments[key] !== undefined && typescript.isStringLiteralLike(call.arguments[key]));
}

function isAtTopOfModule({ ts: typescript }: View, call: ts.CallExpression): boolean {
  const scope = enclosingFunction(typescript, call);
  return typescript.isSourceFile(scope) && !isInLoop(typescript, call, scope);
}

/** The parameters that tell under which key a function keeps what the parameter at an index makes; nothing when it does not keep and hand back one. */
function keysOfKeeping(view: View, body: FunctionWithBody, index: number): readonly number[] | undefined {
  const { ts: typescript } = view;
  const parameter = body.parameters[index];
  const symbol = parameter && !parameter.dotDotDotToken && typescript.isIdentifier(parameter.name) ? view.types.symbolOf(parameter.name) : undefined;
  const [made, ...more] = symbol ? referencesIn(view, symbol, body) : [];
  if (!made || more.length > 0 || !isCalled(view, made)) return undefined;
  const assignment = outermostAwaited(typescript, made.parent as ts.CallExpression).parent;
  if (!typescript.isBinaryExpression(assignment) || !keepsTheFirst(view, body, assignment)) return undefined;
  const keys = keysOfPlace(view, body, skipTransparent(typescript, assignment.left));
  return keys && handsBack(view, body, assignment) ? keys : undefined;
}

/** `kept ??= make()`, or `kept = make()` where nothing is kept yet. */
function keepsTheFirst(view: View, body: FunctionWithBody, { operatorToken, left, parent }: ts.BinaryExpression): boolean {
  const { ts: typescript } = view;
  const { SyntaxKind } = typescript;
  if (operatorToken.kind === SyntaxKind.QuestionQuestionEqualsToken || operatorToken.kind === SyntaxKind.BarBarEqualsToken) return true;
  if (operatorToken.kind !== SyntaxKind.EqualsToken || !typescript.isExpressionStatement(parent)) return false;
  const branch = typescript.isBlock(parent.parent) && parent.parent !== body.body ? parent.parent : parent;
  return typescript.isIfStatement(branch.parent) && branch.parent.thenStatement === branch && asksWhetherMissing(view, branch.parent.expression, left.getText());
}

/** `!kept`, `kept === undefined` */
function asksWhetherMissing({ ts: typescript }: View, condition: ts.Expression, place: string): boolean {
  const { SyntaxKind } = typescript;
  const asked = skipTransparent(typescript, condition);
  if (typescript.isPrefixUnaryExpression(asked)) return asked.operator === SyntaxKind.ExclamationToken && skipTransparent(typescript, asked.operand).getText() === place;
  if (!typescript.isBinaryExpression(asked) || ![SyntaxKind.EqualsEqualsToken, SyntaxKind.EqualsEqualsEqualsToken].includes(asked.operatorToken.kind)) return false;
  return asked.left.getText() === place && /^(undefined|null)$/.test(asked.right.getText());
}

/** Each `return` hands back what is kept. */
function handsBack(view: View, body: FunctionWithBody, assignment: ts.BinaryExpression): boolean {
  const { ts: typescript } = view;
  const place = skipTransparent(typescript, assignment.left).getText();
  const returned = typescript.isBlock(body.body) ? directlyBelow(typescript, body.body, 'return').map(({ expression }) => expression) : [body.body];
  return returned.length > 0 && returned.every((value) => value !== undefined && [assignment.getText(), place].includes(skipAwait(typescript, value).getText()));
}

/** The parameters that a place which lasts as long as the process is found by; nothing when it is another place: `kept`, `globalThis.stores[name]`, `Bus.instance`. */
function keysOfPlace(view: View, body: FunctionWithBody, place: ts.Expression): readonly number[] | undefined {
  const { ts: typescript } = view;
  if (typescript.isIdentifier(place)) return isOfModule(view, place) ? [] : undefined;
  if (!typescript.isPropertyAccessExpression(place) && !typescript.isElementAccessExpression(place)) return undefined;
  const object = skipTransparent(typescript, place.expression);
  const keys = isLastingObject(view, body, object) || isStaticField(view, place) ? [] : keysOfPlace(view, body, object);
  if (!keys || typescript.isPropertyAccessExpression(place) || memberAccess(typescript, place)) return keys;
  const key = body.parameters.findIndex(({ name }) => name.getText() === place.argumentExpression.getText());
  return key < 0 ? undefined : [...keys, key];
}

/** The global object, a constant of the function that stands for it, a variable of a module. */
function isLastingObject(view: View, body: FunctionWithBody, object: ts.Expression): boolean {
  const { ts: typescript } = view;
  if (!typescript.isIdentifier(object)) return false;
  const declaration = view.types.symbolOf(object)?.valueDeclaration;
  if (isOfModule(view, object) || (isGlobalObject(view, object) && declaration?.getSourceFile() !== body.getSourceFile())) return true;
  if (!declaration || !typescript.isVariableDeclaration(declaration) || !(declaration.parent.flags & typescript.NodeFlags.Const) || enclosingFunction(typescript, declaration) !== body) return false;
  return declaration.initializer !== undefined && isGlobalObject(view, declaration.initializer);
}

function isOfModule(view: View, name: ts.Identifier): boolean {
  const declaration = view.types.symbolOf(name)?.valueDeclaration;
  return declaration !== undefined && view.ts.isVariableDeclaration(declaration) && view.ts.isSourceFile(declaration.parent.parent.parent);
}

function isStaticField(view: View, place: ts.Expression): boolean {
  const access = memberAccess(view.ts, place);
  const declaration = access && view.types.symbolOf(access.nameNode)?.valueDeclaration;
  return declaration !== undefined && view.ts.isPropertyDeclaration(declaration) && hasModifier(view.ts, declaration, view.ts.SyntaxKind.StaticKeyword);
}
