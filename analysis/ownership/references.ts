import type ts from 'typescript';
import { below } from '../nodes.ts';
import { enclosingFunction } from '../syntax.ts';
import type { View } from '../view.ts';

const indexes = new WeakMap<ts.SourceFile, ReadonlyMap<string, readonly ts.Identifier[]>>();

/** Every identifier of a file by its text. A syntactic fact: it lives as long as the source file. */
function identifiersOf(view: View, file: ts.SourceFile): ReadonlyMap<string, readonly ts.Identifier[]> {
  let index = indexes.get(file);
  if (!index) indexes.set(file, (index = collect(view, file)));
  return index;
}

function collect(view: View, file: ts.SourceFile): ReadonlyMap<string, readonly ts.Identifier[]> {
  const index = new Map<string, ts.Identifier[]>();
  for (const node of below(view.ts, file, 'identifier')) {
    const same = index.get(node.text);
    if (same) same.push(node);
    else index.set(node.text, [node]);
  }
  return index;
}

/** The identifiers of a file that have a text. */
export function identifiersNamed(view: View, file: ts.SourceFile, text: string): readonly ts.Identifier[] {
  return identifiersOf(view, file).get(text) ?? [];
}

/** The places below a node that mean a symbol, its declaration left out, in the order of the text; of these the wanted ones, which costs less than to sort them out afterwards. */
export function referencesIn(view: View, symbol: ts.Symbol, scope: ts.Node, wanted?: (reference: ts.Identifier) => boolean): readonly ts.Identifier[] {
  return identifiersNamed(view, scope.getSourceFile(), symbol.name).filter((node) => node.pos >= scope.pos && node.end <= scope.end && wanted?.(node) !== false && !isDeclarationName(view, node) && means(view, node, symbol));
}

function means(view: View, node: ts.Identifier, symbol: ts.Symbol): boolean {
  if (view.ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return false;
  if (view.ts.isShorthandPropertyAssignment(node.parent)) return view.types.shorthandValueOf(node.parent) === symbol;
  if (view.ts.isPropertyAssignment(node.parent) && node.parent.name === node) return false;
  return view.types.symbolOf(node) === symbol;
}

function isDeclarationName(view: View, node: ts.Identifier): boolean {
  const { parent } = node;
  return (view.ts.isVariableDeclaration(parent) || view.ts.isParameter(parent) || view.ts.isBindingElement(parent) || view.ts.isFunctionDeclaration(parent)) && parent.name === node;
}

/** The nested function, directly inside a scope, that a node lies in; nothing when the node runs with the scope itself. */
export function closureWithin(view: View, node: ts.Node, scope: ts.Node): ts.FunctionLikeDeclaration | undefined {
  let closure: ts.Node | undefined;
  for (let at = enclosingFunction(view.ts, node); at !== scope; at = enclosingFunction(view.ts, at)) {
    closure = at;
    if (view.ts.isSourceFile(at)) return undefined;
  }
  return closure as ts.FunctionLikeDeclaration | undefined;
}
