import type ts from 'typescript';
import { startedBy } from '../../analysis/contracts/calls.ts';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { isNothing } from '../../analysis/ownership/receiver.ts';
import { allDescendants, descendants, isWithin, skipTransparent } from '../../analysis/syntax.ts';
import type { EntryRelease } from '../../plans/entrypoint-to-stack/site.ts';
import { pieceOf, rangeOf, type Frame, type Scope } from './scope.ts';

/** Where there is something to release, and whether its variable can become a constant there. */
export interface Acquired extends Pick<EntryRelease, 'live' | 'constant'> {
  /** The statement that declares what is released first; undefined when it is declared elsewhere. */
  readonly declaredIn: ts.Statement | undefined;
}

/** The statements of all frames up to the wait, in the order in which they run. */
export function sequenceOf(frames: readonly Frame[]): readonly ts.Statement[] {
  return frames.flatMap(({ statements, at }, index) => statements.slice(0, statements.indexOf(at) + (index === frames.length - 1 ? 1 : 0)));
}

/**
 * Looks for the statements behind which all that a release mentions is there.
 * @param goes whether a place goes away, so that what it reads does not count
 * @param covered what runs the release whatever happens: a start within it that fails is followed by the release
 */
export function acquiredFor(scope: Scope, frames: readonly Frame[], release: ts.Node, goes: (node: ts.Node) => boolean, covered: ts.Node | undefined): Acquired {
  const sequence = sequenceOf(frames);
  const variables = variablesIn(scope, release, sequence);
  const places = variables.map((variable) => placeOf(scope, frames, sequence, variable, goes, covered));
  const isKnown = places.length > 0 && places.every(({ live }) => live !== undefined);
  const declared = variables.map(({ statement }) => statement).sort((a, b) => a.pos - b.pos)[0];
  const [only, ...more] = places;
  return { live: isKnown ? Math.max(...places.map(({ live }) => live ?? 0)) : undefined, constant: more.length === 0 ? only?.constant : undefined, declaredIn: declared };
}

interface Variable {
  readonly symbol: ts.Symbol;
  readonly declaration: ts.VariableDeclaration | ts.BindingElement;
  readonly statement: ts.VariableStatement;
}

/** The variables of the sequence that a release mentions. */
function variablesIn({ view }: Scope, release: ts.Node, sequence: readonly ts.Statement[]): readonly Variable[] {
  const { ts: typescript } = view;
  const symbols = new Set([release, ...allDescendants(typescript, release)].flatMap((node) => (typescript.isIdentifier(node) && !isMemberName(node) ? (view.types.symbolOf(node) ?? []) : [])));
  return [...symbols].flatMap((symbol) => {
    const declaration = symbol.valueDeclaration;
    if (!declaration || !(typescript.isVariableDeclaration(declaration) || typescript.isBindingElement(declaration))) return [];
    const statement = sequence.find((one): one is ts.VariableStatement => typescript.isVariableStatement(one) && isWithin(declaration, one));
    return statement ? [{ symbol, declaration, statement }] : [];
  });

  function isMemberName(node: ts.Identifier): boolean {
    return typescript.isPropertyAccessExpression(node.parent) && node.parent.name === node;
  }
}

function placeOf(scope: Scope, frames: readonly Frame[], sequence: readonly ts.Statement[], variable: Variable, goes: (node: ts.Node) => boolean, covered: ts.Node | undefined): Pick<Acquired, 'live' | 'constant'> {
  const { view } = scope;
  const { ts: typescript } = view;
  const { declaration, statement, symbol } = variable;
  const references = referencesIn(view, symbol, scope.node);
  const writes = references.filter((reference) => isWritten(scope, reference));
  const value = declaration.initializer;
  const isGiven = typescript.isBindingElement(declaration) || (value !== undefined && !isNothing(view, value));
  if (isGiven) return { live: writes.length === 0 ? liveBehind(scope, sequence, statement, variable, covered) : undefined, constant: undefined };
  const [write, ...more] = writes;
  const assignment = write && sequence.find((one) => typescript.isExpressionStatement(one) && one.expression === write.parent);
  if (!write || !assignment || more.length > 0) return { live: undefined, constant: undefined };
  const list = frames.find(({ statements }) => statements.includes(assignment))!.statements;
  const end = list.at(-1)!.end;
  const isLater = references.every((reference) => reference === write || goes(reference) || (reference.pos >= assignment.end && reference.end <= end));
  const isAlone = statement.declarationList.declarations.length === 1;
  return { live: liveBehind(scope, sequence, assignment, variable, covered), constant: isLater && isAlone ? { declaration: pieceOf(statement), assignment: rangeOf(assignment) } : undefined };
}

function isWritten({ view: { ts: typescript } }: Scope, reference: ts.Identifier): boolean {
  const { parent } = reference;
  const { PlusPlusToken, MinusMinusToken, FirstAssignment, LastAssignment } = typescript.SyntaxKind;
  if (typescript.isBinaryExpression(parent)) return parent.left === reference && parent.operatorToken.kind >= FirstAssignment && parent.operatorToken.kind <= LastAssignment;
  if (typescript.isPostfixUnaryExpression(parent) || typescript.isArrayLiteralExpression(parent) && typescript.isBinaryExpression(parent.parent) && parent.parent.left === parent) return true;
  return typescript.isPrefixUnaryExpression(parent) && (parent.operator === PlusPlusToken || parent.operator === MinusMinusToken);
}

/** Behind the start of the service, unless the release runs when that start fails. */
function liveBehind(scope: Scope, sequence: readonly ts.Statement[], made: ts.Statement, { symbol }: Variable, covered: ts.Node | undefined): number {
  const start = sequence.find((statement) => statement.pos >= made.pos && startIn(scope, statement, symbol));
  return start && !(covered && isWithin(start, covered)) ? start.end : made.end;
}

function startIn({ view }: Scope, statement: ts.Statement, symbol: ts.Symbol): boolean {
  const { ts: typescript } = view;
  if (!typescript.isExpressionStatement(statement) && !typescript.isVariableStatement(statement)) return false;
  return [...descendants(typescript, statement)].some((node) => {
    const started = startedBy(view, node);
    const object = started && skipTransparent(typescript, started.object);
    return object !== undefined && typescript.isIdentifier(object) && view.types.symbolOf(object) === symbol;
  });
}
