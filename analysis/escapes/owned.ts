import type ts from 'typescript';
import { callsThatMay } from '../named-calls.ts';
import { below, chosenBelow } from '../nodes.ts';
import { isStack } from '../ownership/stack.ts';
import { isUsing } from '../ownership/uses.ts';
import { registrationsOf } from '../released/registrations.ts';
import { enclosingFunction, hasBody, isWithin, methodCall, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';

/** A variable whose value a scope releases when control leaves it. */
export interface Owned {
  name: string;
  symbol: ts.Symbol;
  /** The `using` declaration, or what gave it to a stack of the scope. */
  at: ts.Node;
  /** The statements at whose end it is released. */
  block: ts.Node;
  scope: FunctionWithBody;
  /** Where in the text the scope takes over; what was taken over later is released earlier. */
  since: number;
}

/** The variables of a file that a `using` declaration owns, itself or through a stack that stays in its scope. */
export function ownedIn(view: View, file: ts.SourceFile): readonly Owned[] {
  return below(view.ts, file, 'variable').flatMap((node) => (isUsing(view, node) ? ownedBy(view, node) : []));
}

function ownedBy(view: View, declaration: ts.VariableDeclaration): readonly Owned[] {
  const scope = enclosingFunction(view.ts, declaration);
  const symbol = view.types.symbolOf(declaration.name);
  if (!hasBody(scope) || !symbol) return [];
  const block = blockOf(view, declaration);
  const own: Owned = { name: symbol.name, symbol, at: declaration, block, scope, since: declaration.pos };
  if (!declaration.initializer || !isStack(view, declaration.name as ts.Expression)) return [own];
  return isMoved(view, symbol, scope) ? [] : [own, ...givenTo(view, symbol, own)];
}

/** The block, or the turn of a loop, that a declaration belongs to. */
function blockOf(view: View, declaration: ts.VariableDeclaration): ts.Node {
  const list = declaration.parent;
  return view.ts.isVariableStatement(list.parent) ? list.parent.parent : list.parent;
}

/** What a stack was given under a name. */
function givenTo(view: View, stack: ts.Symbol, { block, scope }: Owned): readonly Owned[] {
  return registrationsOf(view, scope).flatMap((one): Owned[] => {
    const symbol = view.types.symbolOf(one.stack) === stack ? view.types.symbolOf(one.object) : undefined;
    const declared = symbol?.valueDeclaration;
    const isLocal = declared !== undefined && view.ts.isVariableDeclaration(declared) && isWithin(declared, scope) && !isUsing(view, declared);
    return symbol && isLocal && view.ts.isIdentifier(one.object) ? [{ name: symbol.name, symbol, at: one.at, block, scope, since: one.at.pos }] : [];
  });
}

const moves = callsThatMay((_view, name) => name === 'move');

/** `stack.move()` hands everything on. */
function isMoved(view: View, stack: ts.Symbol, scope: FunctionWithBody): boolean {
  return chosenBelow(view.ts, scope, moves(view, scope.getSourceFile())).some((node) => {
    const method = methodCall(view.ts, node);
    return method?.name === 'move' && view.types.symbolOf(method.object) === stack;
  });
}
