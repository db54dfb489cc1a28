import type ts from 'typescript';
import { referencesIn } from '../ownership/references.ts';
import { below } from '../nodes.ts';
import { enclosingFunction, isThis, isWithin, memberAccess, outermost, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

/** Something that a function calls by one name: a variable, a field of the instance, a property of a variable. */
export interface Subject {
  /** As the program writes it: `pool`, `this.pool`. */
  name: string;
  /** The variable at the front; nothing for `this`. */
  root: ts.Symbol | undefined;
  /** Whether code that runs in between, out of sight of the function, may put another value there. */
  readonly shared: boolean;
}

/** The subject that an expression means; nothing for calls, elements and other values without a name. */
export function subjectOf(view: View, expression: ts.Expression, scope: FunctionWithBody): Subject | undefined {
  const node = skipTransparent(view.ts, expression);
  const front = frontOf(view, node);
  if (!front) return undefined;
  if (isThis(view.ts, front)) return front === node ? undefined : subject(node.getText(), undefined, () => isReassignedField(view, node));
  const root = originOf(view, view.types.symbolOf(front));
  if (front === node && root) return subject(root.name, root, () => isReassigned(view, root, scope));
  return root && { name: node.getText(), root, shared: true };
}

/** Whether it is shared is asked when it matters, and once. */
function subject(name: string, root: ts.Symbol | undefined, isShared: () => boolean): Subject {
  let shared: boolean | undefined;
  return {
    name,
    root,
    get shared() {
      return (shared ??= isShared());
    },
  };
}

/** The variable that a constant is only another name of. */
function originOf(view: View, symbol: ts.Symbol | undefined): ts.Symbol | undefined {
  const declaration = symbol?.valueDeclaration;
  if (!declaration || !view.ts.isVariableDeclaration(declaration) || !declaration.initializer || !isConstant(view, declaration)) return symbol;
  const value = skipTransparent(view.ts, declaration.initializer);
  const origin = view.ts.isIdentifier(value) ? view.types.symbolOf(value) : undefined;
  return origin && isNeverAssigned(view, origin) ? originOf(view, origin) : symbol;
}

function isConstant(view: View, declaration: ts.VariableDeclaration): boolean {
  return (declaration.parent.flags & view.ts.NodeFlags.Const) !== 0;
}

function isNeverAssigned(view: View, symbol: ts.Symbol): boolean {
  return symbol.valueDeclaration !== undefined && assignmentsTo(view, symbol, symbol.valueDeclaration).length === 0;
}

/** Where a variable is assigned, in its file. */
function assignmentsTo(view: View, symbol: ts.Symbol, declaration: ts.Declaration): readonly ts.Identifier[] {
  return view.remember('assignmentsTo', symbol, () => referencesIn(view, symbol, declaration.getSourceFile(), (reference) => isTarget(view, reference)));
}

/** The name or `this` at the front of a chain of properties. */
function frontOf(view: View, node: ts.Expression): ts.Expression | undefined {
  let at = node;
  while (view.ts.isPropertyAccessExpression(at)) at = skipTransparent(view.ts, at.expression);
  return view.ts.isIdentifier(at) || isThis(view.ts, at) ? at : undefined;
}

/** Every expression below a scope that means the subject, nested functions and other constants of the same value included. */
export function placesOf(view: View, subject: Subject, scope: ts.Node): readonly ts.Expression[] {
  const places = ownPlacesOf(view, subject, scope);
  if (subject.root?.name === subject.name ? !isNeverAssigned(view, subject.root) : subject.shared) return places;
  return [...places, ...places.flatMap((place) => placesOfAlias(view, place, scope))];
}

/** `const db = pool;` */
function placesOfAlias(view: View, place: ts.Expression, scope: ts.Node): readonly ts.Expression[] {
  const declaration = outermost(view.ts, place).parent;
  if (!view.ts.isVariableDeclaration(declaration) || !view.ts.isIdentifier(declaration.name) || !isConstant(view, declaration)) return [];
  const root = view.types.symbolOf(declaration.name);
  return root ? placesOf(view, { name: root.name, root, shared: false }, scope) : [];
}

function ownPlacesOf(view: View, subject: Subject, scope: ts.Node): readonly ts.Expression[] {
  if (subject.root?.name === subject.name) return referencesIn(view, subject.root, scope);
  return below(view.ts, scope, 'access').filter((node): node is ts.PropertyAccessExpression => view.ts.isPropertyAccessExpression(node) && subject.name.endsWith(node.name.text) && node.getText() === subject.name && meansFront(view, node, subject));
}

function meansFront(view: View, node: ts.Expression, { root }: Subject): boolean {
  const front = frontOf(view, node);
  return front !== undefined && (root === undefined ? isThis(view.ts, front) : view.types.symbolOf(front) === root);
}

/** A variable of the outside, or of the function itself but assigned by a nested one. */
function isReassigned(view: View, symbol: ts.Symbol, scope: FunctionWithBody): boolean {
  const declaration = symbol.valueDeclaration;
  if (!declaration) return true;
  const assigned = assignmentsTo(view, symbol, declaration);
  return isWithin(declaration, scope) ? assigned.some((reference) => enclosingFunction(view.ts, reference) !== scope) : assigned.length > 0;
}

/** A field that something beside the constructor assigns. */
function isReassignedField(view: View, node: ts.Expression): boolean {
  const access = memberAccess(view.ts, node);
  const declaration = access && view.types.symbolOf(access.nameNode)?.valueDeclaration;
  if (!access || !declaration || !isThis(view.ts, skipTransparent(view.ts, access.object))) return true;
  if (view.ts.getCombinedModifierFlags(declaration) & view.ts.ModifierFlags.Readonly) return false;
  return view.remember('isReassignedField', declaration, () => {
    for (const other of below(view.ts, declaration.getSourceFile(), 'access')) {
      if (!view.ts.isPropertyAccessExpression(other) || other.name.text !== access.name || !isTarget(view, other)) continue;
      if (!view.ts.isConstructorDeclaration(enclosingFunction(view.ts, other))) return true;
    }
    return false;
  });
}

/** Whether an expression is assigned to. */
export function isTarget(view: View, expression: ts.Expression): boolean {
  const { parent } = expression;
  const { SyntaxKind } = view.ts;
  return view.ts.isBinaryExpression(parent) && parent.left === expression && parent.operatorToken.kind >= SyntaxKind.FirstAssignment && parent.operatorToken.kind <= SyntaxKind.LastAssignment;
}
