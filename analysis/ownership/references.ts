import type ts from 'typescript';
import { below } from '../nodes.ts';
import { enclosingFunction } from '../syntax.ts';
import type { View } from '../view.ts';

interface Identifiers {
  /** In the order of the text. */
  readonly all: readonly ts.Identifier[];
  /** Whether some may be written in another way than they are called. */
  readonly escapes: boolean;
}

const identifiers = new WeakMap<ts.SourceFile, Identifiers>();

/** A syntactic fact: it lives as long as the source file. */
function identifiersOf(view: View, file: ts.SourceFile): Identifiers {
  let known = identifiers.get(file);
  if (!known) identifiers.set(file, (known = { all: below(view.ts, file, 'identifier'), escapes: file.text.includes('\\u') }));
  return known;
}

/** The identifiers of a file that have a text. */
export function identifiersNamed(view: View, file: ts.SourceFile, text: string): readonly ts.Identifier[] {
  return identifiersWithin(view, file, text);
}

/** Those of a scope: they are looked for in its text, which is read much faster than its tree. */
function identifiersWithin(view: View, scope: ts.Node, text: string): readonly ts.Identifier[] {
  const file = scope.getSourceFile();
  const { all, escapes } = identifiersOf(view, file);
  if (escapes || text === '') return all.filter((node) => node.text === text && node.pos >= scope.pos && node.end <= scope.end);
  const written = file.text.slice(scope.pos, scope.end);
  const found: ts.Identifier[] = [];
  for (let at = written.indexOf(text); at >= 0; at = written.indexOf(text, at + text.length)) {
    const start = scope.pos + at;
    const node = lastBeginningBy(all, start);
    if (node?.end === start + text.length && node.text === text) found.push(node);
  }
  return found;
}

/** The last identifier that, with what stands before it, begins at a position or before. */
function lastBeginningBy(all: readonly ts.Identifier[], position: number): ts.Identifier | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.pos <= position) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}

/** The places below a node that mean a symbol, its declaration left out, in the order of the text; of these the wanted ones, which costs less than to sort them out afterwards. */
export function referencesIn(view: View, symbol: ts.Symbol, scope: ts.Node, wanted?: (reference: ts.Identifier) => boolean): readonly ts.Identifier[] {
  return identifiersWithin(view, scope, symbol.name).filter((node) => wanted?.(node) !== false && !isDeclarationName(view, node) && means(view, node, symbol));
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
