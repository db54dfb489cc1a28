/**
 * The little that the planner needs to know of a syntax tree: any ESTree-shaped node, from Babel (`start`, `end`) or from
 * typescript-estree (`range`), so that a transform, the command and a rule's suggestion share one finder.
 */
export interface Node {
  readonly type: string;
  readonly start?: number | null;
  readonly end?: number | null;
  readonly range?: readonly [number, number];
  readonly [key: string]: unknown;
}

/** Half-open offsets into the file's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A comment with the offsets of its delimiters. */
export interface Comment extends Range {
  readonly kind: 'line' | 'block';
}

/** A parsed file as the planner takes it. */
export interface ParsedFile {
  readonly text: string;
  readonly program: Node;
  readonly comments: readonly Comment[];
  readonly language: 'js' | 'ts';
}

/** The node's offsets, whichever parser made it. */
export function rangeOf(node: Node): Range {
  return node.range ? { start: node.range[0], end: node.range[1] } : { start: node.start ?? 0, end: node.end ?? 0 };
}

/** The text a node stands for. */
export function textOf(node: Node, text: string): string {
  const { start, end } = rangeOf(node);
  return text.slice(start, end);
}

/** A single child by its field name, or undefined when the field is empty. */
export function childOf(node: Node, field: string): Node | undefined {
  const value = node[field];
  return isNode(value) ? value : undefined;
}

/** The children in a list field; holes and absent fields give none. */
export function childrenOf(node: Node, field: string): readonly Node[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
