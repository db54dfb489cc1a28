import type ts from 'typescript';
import type { FunctionWithBody } from './syntax.ts';
import type { TypeScript } from './view.ts';

/** The nodes of a file in the order of the text, each with the place of the first that is not below it. */
interface Outline {
  nodes: readonly ts.Node[];
  ends: Uint32Array;
}

const outlines = new WeakMap<ts.SourceFile, Outline>();

/** A syntactic fact: it lives as long as the source file. */
function outlineOf(typescript: TypeScript, file: ts.SourceFile): Outline {
  let outline = outlines.get(file);
  if (!outline) outlines.set(file, (outline = outlineBelow(typescript, file)));
  return outline;
}

function outlineBelow(typescript: TypeScript, root: ts.Node): Outline {
  const nodes: ts.Node[] = [];
  const ends: number[] = [];
  const visit = (node: ts.Node): void => {
    const at = nodes.push(node) - 1;
    ends.push(0);
    typescript.forEachChild(node, visit);
    ends[at] = nodes.length;
  };
  visit(root);
  return { nodes, ends: Uint32Array.from(ends) };
}

/** The outline that has a node, and its place there: of its file, or, for what is no part of the tree such as JSDoc, its own. */
function placeOf(typescript: TypeScript, node: ts.Node): Outline & { at: number } {
  const outline = outlineOf(typescript, node.getSourceFile());
  for (let at = firstAt(outline.nodes, node.pos); outline.nodes[at]?.pos === node.pos; at++) if (outline.nodes[at] === node) return { ...outline, at };
  return { ...outlineBelow(typescript, node), at: 0 };
}

/** The first of the nodes that begins at a position, or after it. */
function firstAt(nodes: readonly ts.Node[], pos: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (nodes[middle]!.pos < pos) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every node below, the nested functions and classes left out unless `into` says otherwise. */
export function* descendants(typescript: TypeScript, node: ts.Node, into?: (nested: ts.Node) => boolean): Generator<ts.Node> {
  const { nodes, ends, at } = placeOf(typescript, node);
  const end = ends[at]!;
  for (let next = at + 1; next < end; ) {
    const below = nodes[next]!;
    yield below;
    const isOpaque = (typescript.isFunctionLike(below) || typescript.isClassLike(below)) && !into?.(below);
    next = isOpaque ? ends[next]! : next + 1;
  }
}

/** Every node below, nested functions included. */
export function allDescendants(typescript: TypeScript, node: ts.Node): readonly ts.Node[] {
  const { nodes, ends, at } = placeOf(typescript, node);
  return nodes.slice(at + 1, ends[at]);
}

function isFunctionWithBody(typescript: TypeScript, node: ts.Node): node is FunctionWithBody {
  return typescript.isFunctionLike(node) && (node as ts.FunctionLikeDeclaration).body !== undefined;
}

/** The nodes of a file that story parts begin with, in the order of the text. */
export interface Landmarks {
  calls: readonly (ts.CallExpression | ts.NewExpression)[];
  classes: readonly ts.ClassLikeDeclaration[];
  /** Those that have a body. */
  functions: readonly FunctionWithBody[];
}

const landmarks = new WeakMap<ts.SourceFile, Landmarks>();

/** A syntactic fact: it lives as long as the source file. */
export function landmarksOf(typescript: TypeScript, file: ts.SourceFile): Landmarks {
  let found = landmarks.get(file);
  if (!found) {
    const { nodes } = outlineOf(typescript, file);
    const isBegin = (node: ts.Node): node is ts.CallExpression | ts.NewExpression => typescript.isCallExpression(node) || typescript.isNewExpression(node);
    landmarks.set(file, (found = { calls: nodes.filter(isBegin), classes: nodes.filter(typescript.isClassLike), functions: nodes.filter((node) => isFunctionWithBody(typescript, node)) }));
  }
  return found;
}
