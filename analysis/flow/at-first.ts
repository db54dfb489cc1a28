import type ts from 'typescript';
import { memberOfClasses } from '../ownership/field-paths.ts';
import { startCode } from '../ownership/start-code.ts';
import { classChain } from '../ownership/teardown.ts';
import { below, directlyBelow } from '../nodes.ts';
import { enclosingClass, fieldOfThis, hasBody, hasModifier, isThis, memberAccess, memberName, methodCall, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

/** What is known of a value in an instance that nobody has used yet: the value; that code outside the instance decides it; or nothing. */
export type AtFirst = { readonly is: unknown } | 'given' | 'unknown';

const nothing: AtFirst = { is: undefined };
const something: AtFirst = { is: {} };
const empty: AtFirst = { is: [] };

/** Whether a condition holds in an instance that nobody has used yet. */
export function holdsAtFirst(view: View, condition: ts.Expression): boolean | 'given' | 'unknown' {
  const value = atFirst(view, condition, 4);
  return typeof value === 'string' ? value : Boolean(value.is);
}

/** Whether there is anything to go through, in an instance that nobody has used yet. */
export function hasElementsAtFirst(view: View, collection: ts.Expression): boolean | 'given' | 'unknown' {
  const value = atFirst(view, collection, 4);
  return typeof value === 'string' ? value : !isEmpty(value);
}

function isEmpty(value: AtFirst): boolean {
  return typeof value !== 'string' && Array.isArray(value.is) && value.is.length === 0;
}

function atFirst(view: View, expression: ts.Expression, depth: number): AtFirst {
  const { ts: typescript } = view;
  const node = skipTransparent(typescript, expression);
  const literal = literalValue(view, node);
  if (literal || depth === 0) return literal ?? 'given';
  const field = fieldOfThis(typescript, node);
  if (field !== undefined) return fieldAtFirst(view, node, field, depth - 1);
  if (isThis(typescript, node)) return something;
  if (typescript.isPrefixUnaryExpression(node) && node.operator === typescript.SyntaxKind.ExclamationToken) return not(atFirst(view, node.operand, depth));
  if (typescript.isBinaryExpression(node)) return ofBinary(view, node, depth);
  if (typescript.isConditionalExpression(node)) return ofConditional(view, node, depth);
  if (typescript.isCallExpression(node)) return ofCall(view, node, depth);
  if (typescript.isIdentifier(node)) return ofName(view, node, depth);
  const access = memberAccess(typescript, node);
  return access ? ofMember(atFirst(view, access.object, depth), access.name) : 'given';
}

function literalValue(view: View, node: ts.Expression): AtFirst | undefined {
  const { ts: typescript } = view;
  const { SyntaxKind } = typescript;
  if (node.kind === SyntaxKind.TrueKeyword) return { is: true };
  if (node.kind === SyntaxKind.FalseKeyword) return { is: false };
  if (node.kind === SyntaxKind.NullKeyword) return { is: null };
  if (typescript.isIdentifier(node) && node.text === 'undefined') return nothing;
  if (typescript.isNumericLiteral(node)) return { is: Number(node.text) };
  if (typescript.isStringLiteralLike(node)) return { is: node.text };
  if (typescript.isArrayLiteralExpression(node)) return node.elements.length === 0 ? empty : elementsOf(view, node);
  if (typescript.isNewExpression(node) && /^(Map|Set)$/.test(node.expression.getText())) return (node.arguments ?? []).length === 0 ? empty : 'given';
  return typescript.isNewExpression(node) || typescript.isObjectLiteralExpression(node) || typescript.isFunctionLike(node) ? something : undefined;
}

/** `[...this.sessions.values()]` has as many as what is spread. */
function elementsOf(view: View, { elements }: ts.ArrayLiteralExpression): AtFirst {
  const [only, more] = elements;
  return only && !more && view.ts.isSpreadElement(only) ? atFirst(view, only.expression, 3) : 'given';
}

function not(value: AtFirst): AtFirst {
  return typeof value === 'string' ? value : { is: !value.is };
}

/** Of what several values decide together: what nobody knows outweighs what is decided outside. */
function together(...values: readonly AtFirst[]): AtFirst {
  return values.includes('unknown') ? 'unknown' : 'given';
}

function ofBinary(view: View, node: ts.BinaryExpression, depth: number): AtFirst {
  const { SyntaxKind } = view.ts;
  const operator = node.operatorToken.kind;
  const right = atFirst(view, node.right, depth);
  if (operator === SyntaxKind.EqualsToken) return right;
  const left = atFirst(view, node.left, depth);
  const goesRight = passes(view, operator, left);
  if (goesRight !== undefined) return goesRight ? right : left;
  if (typeof left !== 'string' && typeof right !== 'string') return compared(view, operator, left.is, right.is);
  return operator === SyntaxKind.AmpersandAmpersandToken && typeof right !== 'string' && !right.is ? right : together(left, right);
}

/** Whether `&&`, `||` or `??` asks what stands on its right; nothing for another operator, or when that is open. */
function passes(view: View, operator: ts.SyntaxKind, left: AtFirst): boolean | undefined {
  const { SyntaxKind } = view.ts;
  if (typeof left === 'string') return undefined;
  if (operator === SyntaxKind.AmpersandAmpersandToken) return Boolean(left.is);
  if (operator === SyntaxKind.BarBarToken) return !left.is;
  return operator === SyntaxKind.QuestionQuestionToken ? left.is === undefined || left.is === null : undefined;
}

function compared(view: View, operator: ts.SyntaxKind, left: unknown, right: unknown): AtFirst {
  const { SyntaxKind } = view.ts;
  if (typeof left === 'object' && left !== null && typeof right === 'object' && right !== null) return 'unknown';
  if (operator === SyntaxKind.EqualsEqualsEqualsToken) return { is: left === right };
  if (operator === SyntaxKind.ExclamationEqualsEqualsToken) return { is: left !== right };
  if (operator === SyntaxKind.EqualsEqualsToken) return { is: left === right || (isNil(left) && isNil(right)) };
  if (operator === SyntaxKind.ExclamationEqualsToken) return { is: left !== right && !(isNil(left) && isNil(right)) };
  if (typeof left !== 'number' || typeof right !== 'number') return 'given';
  if (operator === SyntaxKind.GreaterThanToken) return { is: left > right };
  if (operator === SyntaxKind.GreaterThanEqualsToken) return { is: left >= right };
  if (operator === SyntaxKind.LessThanToken) return { is: left < right };
  return operator === SyntaxKind.LessThanEqualsToken ? { is: left <= right } : 'given';
}

function isNil(value: unknown): boolean {
  return value === undefined || value === null;
}

function ofConditional(view: View, node: ts.ConditionalExpression, depth: number): AtFirst {
  const condition = atFirst(view, node.condition, depth);
  if (typeof condition !== 'string') return atFirst(view, condition.is ? node.whenTrue : node.whenFalse, depth);
  return together(condition, atFirst(view, node.whenTrue, depth), atFirst(view, node.whenFalse, depth));
}

const ofEmpty: Readonly<Record<string, unknown>> = { length: 0, size: 0 };
const askedOfEmpty: Readonly<Record<string, unknown>> = { has: false, get: undefined, some: false, every: true, includes: false, find: undefined, at: undefined, shift: undefined, pop: undefined, indexOf: -1, findIndex: -1 };
const passedOn: ReadonlySet<string> = new Set(['values', 'keys', 'entries', 'map', 'filter', 'flatMap', 'slice', 'toSorted', 'toReversed']);

function ofMember(object: AtFirst, name: string): AtFirst {
  if (typeof object === 'string') return object;
  if (isNil(object.is)) return nothing;
  return isEmpty(object) && name in ofEmpty ? { is: ofEmpty[name] } : 'unknown';
}

function ofCall(view: View, call: ts.CallExpression, depth: number): AtFirst {
  const own = fieldOfThis(view.ts, call.expression);
  if (own !== undefined) return methodAtFirst(view, call.expression, own, depth - 1);
  const method = methodCall(view.ts, call);
  if (!method) return together(...call.arguments.map((argument) => atFirst(view, argument, depth)));
  if (/^(Array|Object)$/.test(method.object.getText()) && call.arguments.length === 1) return atFirst(view, call.arguments[0]!, depth);
  const object = atFirst(view, method.object, depth);
  if (isEmpty(object)) return passedOn.has(method.name) ? object : method.name in askedOfEmpty ? { is: askedOfEmpty[method.name] } : 'unknown';
  if (typeof object !== 'string') return isNil(object.is) ? nothing : 'unknown';
  return together(object, ...call.arguments.map((argument) => atFirst(view, argument, depth)));
}

/** A parameter and what stands outside the function are given; a constant of the function is what it is made of. */
function ofName(view: View, name: ts.Identifier, depth: number): AtFirst {
  const { ts: typescript } = view;
  const declaration = view.types.symbolOf(name)?.valueDeclaration;
  if (!declaration || enclosingClass(typescript, declaration) === undefined) return 'given';
  if (typescript.isBindingElement(declaration)) return ofBinding(view, declaration, depth);
  const isConstant = typescript.isVariableDeclaration(declaration) && (declaration.parent.flags & typescript.NodeFlags.Const) !== 0;
  return isConstant && declaration.initializer ? atFirst(view, declaration.initializer, depth) : 'given';
}

/** `const { currentTerminal } = this.terminals` */
function ofBinding(view: View, element: ts.BindingElement, depth: number): AtFirst {
  const { ts: typescript } = view;
  const declaration = element.parent.parent;
  if (!typescript.isVariableDeclaration(declaration) || !declaration.initializer) return 'given';
  const name = (element.propertyName ?? element.name).getText();
  const from = skipTransparent(typescript, declaration.initializer);
  return isThis(typescript, from) ? fieldAtFirst(view, from, name, depth - 1) : ofMember(atFirst(view, from, depth), name);
}

const ended = /^_?(is|has)?_?(been)?_?(disposed|destroyed|closed|closing|stopped|stopping|ended|aborted|terminated|shut_?down|shutting_?down|finished)$/i;

function fieldAtFirst(view: View, at: ts.Node, name: string, depth: number): AtFirst {
  const { ts: typescript } = view;
  const owner = enclosingClass(typescript, at);
  const member = owner && memberOfClasses(view, classChain(view, owner), name);
  if (!owner || !member) return owner && isParameterProperty(view, owner, name) ? 'given' : ended.test(name) ? { is: false } : 'unknown';
  if (hasBody(member)) return typescript.isGetAccessor(member) ? answerOf(view, member, depth) : something;
  if (!typescript.isPropertyDeclaration(member) || hasDecorator(view, member) || isFilledIn(view, member)) return 'given';
  const initial = member.initializer ? atFirst(view, member.initializer, depth) : nothing;
  return (putInBeforeUse(view, owner).get(name) ?? []).every((value) => isSame(initial, value && literalValue(view, skipTransparent(typescript, value)))) ? initial : 'given';
}

function isSame(one: AtFirst, other: AtFirst | undefined): boolean {
  if (!other || typeof one === 'string' || typeof other === 'string') return false;
  return one.is === other.is || (isEmpty(one) && isEmpty(other));
}

/** A subclass or somebody else puts it in. */
function isFilledIn(view: View, member: ts.ClassElement): boolean {
  return [view.ts.SyntaxKind.AbstractKeyword, view.ts.SyntaxKind.DeclareKeyword].some((kind) => hasModifier(view.ts, member, kind));
}

function hasDecorator(view: View, member: ts.ClassElement): boolean {
  return view.ts.canHaveDecorators(member) && (view.ts.getDecorators(member) ?? []).length > 0;
}

function isParameterProperty(view: View, owner: ts.ClassLikeDeclaration, name: string): boolean {
  return constructorsOf(view, owner).some((constructor) => constructor.parameters.some((parameter) => view.ts.isParameterPropertyDeclaration(parameter, constructor) && memberName(view.ts, parameter.name) === name));
}

function constructorsOf(view: View, owner: ts.ClassLikeDeclaration): ts.ConstructorDeclaration[] {
  return classChain(view, owner).flatMap((one) => one.members.filter((member): member is ts.ConstructorDeclaration => view.ts.isConstructorDeclaration(member) && member.body !== undefined));
}

const fills: ReadonlySet<string> = new Set(['push', 'unshift', 'add', 'set']);

/** What is put in the fields by the constructors, by what starts the instance, and by the methods of the instance that these call; nothing stands for an element. */
function putInBeforeUse(view: View, owner: ts.ClassLikeDeclaration): ReadonlyMap<string, readonly (ts.Expression | undefined)[]> {
  return view.remember('putInBeforeUse', owner, () => {
    const found = new Map<string, (ts.Expression | undefined)[]>();
    const note = (field: string | undefined, value: ts.Expression | undefined): void => void (field !== undefined && found.set(field, [...(found.get(field) ?? []), value]));
    for (const body of codeBeforeUse(view, owner)) {
      for (const node of below(view.ts, body, 'binary')) if (node.operatorToken.kind === view.ts.SyntaxKind.EqualsToken) note(fieldOfThis(view.ts, node.left), node.right);
      for (const node of below(view.ts, body, 'call')) {
        const method = methodCall(view.ts, node);
        if (method && fills.has(method.name)) note(fieldOfThis(view.ts, method.object), undefined);
      }
    }
    return found;
  });
}

function codeBeforeUse(view: View, owner: ts.ClassLikeDeclaration): ReadonlySet<FunctionWithBody> {
  const chain = classChain(view, owner);
  const code = new Set<FunctionWithBody>();
  const queue: ts.Node[] = [...constructorsOf(view, owner), ...chain.flatMap((one) => [...startCode(view, one)])];
  for (let one = queue.shift(); one; one = queue.shift()) {
    if (!hasBody(one) || code.has(one)) continue;
    code.add(one);
    for (const call of directlyBelow(view.ts, one.body, 'call')) {
      const name = fieldOfThis(view.ts, call.expression);
      const helper = name === undefined ? undefined : memberOfClasses(view, chain, name);
      if (helper) queue.push(helper);
    }
  }
  return code;
}

function methodAtFirst(view: View, at: ts.Expression, name: string, depth: number): AtFirst {
  const owner = enclosingClass(view.ts, at);
  const member = owner && memberOfClasses(view, classChain(view, owner), name);
  if (hasBody(member)) return answerOf(view, member, depth);
  return ended.test(name) ? { is: false } : member ? 'given' : 'unknown';
}

/** What a getter or method answers: its statements are conditions that return, and a `return`. */
function answerOf(view: View, { body }: FunctionWithBody, depth: number): AtFirst {
  const { ts: typescript } = view;
  if (!typescript.isBlock(body)) return atFirst(view, body, depth);
  const open: AtFirst[] = [];
  for (const statement of body.statements) {
    if (typescript.isReturnStatement(statement)) return open.length > 0 ? together(...open) : statement.expression ? atFirst(view, statement.expression, depth) : nothing;
    if (!typescript.isIfStatement(statement)) continue;
    const condition = atFirst(view, statement.expression, depth);
    const returned = returnedBy(view, statement.thenStatement);
    if (typeof condition === 'string' || !returned) open.push(condition);
    else if (condition.is) return open.length > 0 ? together(...open) : atFirst(view, returned, depth);
  }
  return open.length > 0 ? together(...open) : nothing;
}

function returnedBy(view: View, statement: ts.Statement): ts.Expression | undefined {
  const only = view.ts.isBlock(statement) && statement.statements.length === 1 ? statement.statements[0]! : statement;
  return view.ts.isReturnStatement(only) ? only.expression : undefined;
}
