import type ts from 'typescript';
import type { Range } from '../../plans/syntax/node.ts';

/** The outermost node of a kind that stands for exactly this piece of the text. */
export function nodeAt<Found extends ts.Node>(sourceFile: ts.SourceFile, { start, end }: Range, isKind: (node: ts.Node) => node is Found): Found | undefined {
  const search = (node: ts.Node): Found | undefined => {
    if (node.end === end && isKind(node) && node.getStart(sourceFile) === start) return node;
    return node.forEachChild((child) => (child.pos <= start && end <= child.end ? search(child) : undefined));
  };
  return search(sourceFile);
}
