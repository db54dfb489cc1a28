import type ts from 'typescript';
import type { FunctionWithBody } from './syntax.ts';
import type { TypeScript } from './view.ts';

/** Nodes that are asked for by what they are. */
export interface Shapes {
  call: ts.CallExpression;
  new: ts.NewExpression;
  /** `a.b`, `a['b']` */
  access: ts.PropertyAccessExpression | ts.ElementAccessExpression;
  /** `a = b`, and with every other operator between two operands. */
  binary: ts.BinaryExpression;
  await: ts.AwaitExpression;
  return: ts.ReturnStatement;
  if: ts.IfStatement;
  switch: ts.SwitchStatement;
  /** `a ? b : c` */
  conditional: ts.ConditionalExpression;
  throw: ts.ThrowStatement;
  try: ts.TryStatement;
  forOf: ts.ForOfStatement;
  forIn: ts.ForInStatement;
  for: ts.ForStatement;
  while: ts.WhileStatement;
  do: ts.DoStatement;
  spread: ts.SpreadElement;
  variable: ts.VariableDeclaration;
  class: ts.ClassLikeDeclaration;
  interface: ts.InterfaceDeclaration;
  /** Functions, methods, accessors and constructors that have a body. */
  function: FunctionWithBody;
  identifier: ts.Identifier;
  /** Where an import or export gives a name. */
  naming: ts.ImportSpecifier | ts.ImportClause | ts.NamespaceImport | ts.ImportEqualsDeclaration | ts.ExportSpecifier;
  exportAssignment: ts.ExportAssignment;
  binding: ts.BindingElement;
  property: ts.PropertyAssignment;
  field: ts.PropertyDeclaration;
}

export type Shape = keyof Shapes;

/** The nodes of a file in the order of the text. */
interface Outline {
  nodes: readonly ts.Node[];
  /** For each node the place of the first that is not below it. */
  ends: Uint32Array;
  /** For each node the place of the function or class that it lies in directly. */
  holders: Uint32Array;
  /** The places of the nodes of each shape, by its bit; of several shapes together, by all their bits, once that was asked for. */
  shaped: Map<number, Uint32Array>;
}

const outlines = new WeakMap<ts.SourceFile, Outline>();

/** A syntactic fact: it lives as long as the source file. */
function outlineOf(typescript: TypeScript, file: ts.SourceFile): Outline {
  let outline = outlines.get(file);
  if (!outline) outlines.set(file, (outline = outlineBelow(typescript, file)));
  return outline;
}

function outlineBelow(typescript: TypeScript, root: ts.Node): Outline {
  const { shapeOfKind, holds } = kindsOf(typescript);
  const nodes: ts.Node[] = [];
  const ends: number[] = [];
  const holders: number[] = [];
  const places: number[][] = shapes.map(() => []);
  let holder = 0;
  const visit = (node: ts.Node): void => {
    const at = nodes.push(node) - 1;
    ends.push(0);
    holders.push(holder);
    const shape = shapeOfKind[node.kind];
    if (shape !== undefined && (shape !== functionShape || isFunctionWithBody(typescript, node))) places[shape]!.push(at);
    if (holds[node.kind]) {
      const outer = holder;
      holder = at;
      typescript.forEachChild(node, visit);
      holder = outer;
    } else typescript.forEachChild(node, visit);
    ends[at] = nodes.length;
  };
  visit(root);
  return { nodes, ends: new Uint32Array(ends), holders: new Uint32Array(holders), shaped: new Map(shapes.map((shape, index) => [bits[shape], new Uint32Array(places[index]!)])) };
}

interface Kinds {
  /** The index of the shape of each kind of node. */
  shapeOfKind: readonly (number | undefined)[];
  /** The kinds of functions and classes. */
  holds: readonly boolean[];
}

const kindTables = new WeakMap<TypeScript, Kinds>();

function kindsOf(typescript: TypeScript): Kinds {
  let tables = kindTables.get(typescript);
  if (!tables) {
    const shapeOfKind: (number | undefined)[] = Array.from({ length: typescript.SyntaxKind.Count }, () => undefined);
    for (const [shape, kinds] of Object.entries(kindsByShape(typescript))) for (const kind of kinds) shapeOfKind[kind] = shapes.indexOf(shape as Shape);
    const holds = shapeOfKind.map((_shape, kind) => isHolder(typescript, { kind } as ts.Node));
    kindTables.set(typescript, (tables = { shapeOfKind, holds }));
  }
  return tables;
}

const shapes: readonly Shape[] = ['call', 'new', 'access', 'binary', 'await', 'return', 'if', 'switch', 'conditional', 'throw', 'try', 'forOf', 'forIn', 'for', 'while', 'do', 'spread', 'variable', 'class', 'interface', 'function', 'identifier', 'naming', 'exportAssignment', 'binding', 'property', 'field'];
const functionShape = shapes.indexOf('function');
const bits = Object.fromEntries(shapes.map((shape, index) => [shape, 1 << index])) as Record<Shape, number>;

function kindsByShape({ SyntaxKind }: TypeScript): Record<Shape, readonly ts.SyntaxKind[]> {
  return {
    call: [SyntaxKind.CallExpression],
    new: [SyntaxKind.NewExpression],
    access: [SyntaxKind.PropertyAccessExpression, SyntaxKind.ElementAccessExpression],
    binary: [SyntaxKind.BinaryExpression],
    await: [SyntaxKind.AwaitExpression],
    return: [SyntaxKind.ReturnStatement],
    if: [SyntaxKind.IfStatement],
    switch: [SyntaxKind.SwitchStatement],
    conditional: [SyntaxKind.ConditionalExpression],
    throw: [SyntaxKind.ThrowStatement],
    try: [SyntaxKind.TryStatement],
    forOf: [SyntaxKind.ForOfStatement],
    forIn: [SyntaxKind.ForInStatement],
    for: [SyntaxKind.ForStatement],
    while: [SyntaxKind.WhileStatement],
    do: [SyntaxKind.DoStatement],
    spread: [SyntaxKind.SpreadElement],
    variable: [SyntaxKind.VariableDeclaration],
    class: [SyntaxKind.ClassDeclaration, SyntaxKind.ClassExpression],
    interface: [SyntaxKind.InterfaceDeclaration],
    function: [SyntaxKind.FunctionDeclaration, SyntaxKind.FunctionExpression, SyntaxKind.ArrowFunction, SyntaxKind.MethodDeclaration, SyntaxKind.Constructor, SyntaxKind.GetAccessor, SyntaxKind.SetAccessor],
    identifier: [SyntaxKind.Identifier],
    naming: [SyntaxKind.ImportSpecifier, SyntaxKind.ImportClause, SyntaxKind.NamespaceImport, SyntaxKind.ImportEqualsDeclaration, SyntaxKind.ExportSpecifier],
    exportAssignment: [SyntaxKind.ExportAssignment],
    binding: [SyntaxKind.BindingElement],
    property: [SyntaxKind.PropertyAssignment],
    field: [SyntaxKind.PropertyDeclaration],
  };
}

/** What `descendants` does not enter of itself. */
function isHolder(typescript: TypeScript, node: ts.Node): boolean {
  return typescript.isFunctionLike(node) || typescript.isClassLike(node);
}

/** The outline that has a node, and its place there: of its file, or, for what is no part of the tree such as JSDoc, its own. */
function placeOf(typescript: TypeScript, node: ts.Node): { outline: Outline; at: number } {
  const outline = outlineOf(typescript, node.getSourceFile());
  for (let at = firstAt(outline.nodes, node.pos); outline.nodes[at]?.pos === node.pos; at++) if (outline.nodes[at] === node) return { outline, at };
  return { outline: outlineBelow(typescript, node), at: 0 };
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

/** The nodes of some shapes below a node, nested functions included, in the order of the text. */
export function below<Wanted extends Shape>(typescript: TypeScript, node: ts.Node, ...shapes: readonly Wanted[]): Shapes[Wanted][] {
  const { outline, at } = placeOf(typescript, node);
  return nodesBelow(outline, at, shapes);
}

/** The nodes of some shapes below a node, what nested functions and classes contain left out, in the order of the text. */
export function directlyBelow<Wanted extends Shape>(typescript: TypeScript, node: ts.Node, ...shapes: readonly Wanted[]): Shapes[Wanted][] {
  const { outline, at } = placeOf(typescript, node);
  const holder = at === 0 || isHolder(typescript, node) ? at : outline.holders[at]!;
  return nodesBelow(outline, at, shapes, (place) => outline.holders[place] === holder);
}

/** The nodes of some shapes below a node, in the order of the text; of nested functions and classes those that `into` enters. */
export function runningBelow<Wanted extends Shape>(typescript: TypeScript, node: ts.Node, into: (nested: ts.Node) => boolean, ...shapes: readonly Wanted[]): Shapes[Wanted][] {
  const { outline, at } = placeOf(typescript, node);
  const { nodes, holders } = outline;
  const own = at === 0 || isHolder(typescript, node) ? at : holders[at]!;
  const entered = new Map<number, boolean>();
  const isEntered = (holder: number): boolean => {
    if (holder === own) return true;
    let answer = entered.get(holder);
    if (answer === undefined) entered.set(holder, (answer = isEntered(holders[holder]!) && into(nodes[holder]!)));
    return answer;
  };
  return nodesBelow(outline, at, shapes, (place) => isEntered(holders[place]!));
}

/** The nodes of some shapes below a place, of which the places are wanted. */
function nodesBelow<Wanted extends Shape>(outline: Outline, at: number, wanted: readonly Wanted[], isWanted?: (place: number) => boolean): Shapes[Wanted][] {
  const places = placesOf(outline, wanted);
  const end = outline.ends[at]!;
  const found: Shapes[Wanted][] = [];
  for (let index = firstPlace(places, at + 1); index < places.length; index++) {
    const place = places[index]!;
    if (place >= end) break;
    if (isWanted?.(place) !== false) found.push(outline.nodes[place] as Shapes[Wanted]);
  }
  return found;
}

function placesOf({ shaped }: Outline, wanted: readonly Shape[]): Uint32Array {
  let key = 0;
  for (const shape of wanted) key |= bits[shape];
  let places = shaped.get(key);
  if (!places) shaped.set(key, (places = wanted.map((shape) => shaped.get(bits[shape])!).reduce(merged)));
  return places;
}

/** Two ascending lists as one. */
function merged(first: Uint32Array, second: Uint32Array): Uint32Array {
  if (first.length === 0 || second.length === 0) return first.length === 0 ? second : first;
  const all = new Uint32Array(first.length + second.length);
  let left = 0;
  let right = 0;
  for (let at = 0; at < all.length; at++) {
    const isFirst = right === second.length || (left < first.length && first[left]! < second[right]!);
    all[at] = isFirst ? first[left++]! : second[right++]!;
  }
  return all;
}

/** Where, in an ascending list of places, those from one on begin. */
export function firstPlace(places: Uint32Array, from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every node below, the nested functions and classes left out unless `into` says otherwise. */
export function descendants(typescript: TypeScript, node: ts.Node, into?: (nested: ts.Node) => boolean): readonly ts.Node[] {
  const { outline: { nodes, ends }, at } = placeOf(typescript, node);
  const end = ends[at]!;
  const found: ts.Node[] = [];
  for (let next = at + 1; next < end; ) {
    const below = nodes[next]!;
    found.push(below);
    const isOpaque = isHolder(typescript, below) && !into?.(below);
    next = isOpaque ? ends[next]! : next + 1;
  }
  return found;
}

/** Every node below, nested functions included. */
export function allDescendants(typescript: TypeScript, node: ts.Node): readonly ts.Node[] {
  const { outline: { nodes, ends }, at } = placeOf(typescript, node);
  return nodes.slice(at + 1, ends[at]);
}

function isFunctionWithBody(typescript: TypeScript, node: ts.Node): node is FunctionWithBody {
  return typescript.isFunctionLike(node) && (node as ts.FunctionLikeDeclaration).body !== undefined;
}

const variables = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/** Whether a file declares a variable of a name, anywhere. A syntactic fact: it lives as long as the source file. */
export function declaresVariable(typescript: TypeScript, file: ts.SourceFile, name: string): boolean {
  let names = variables.get(file);
  if (!names) variables.set(file, (names = new Set(below(typescript, file, 'variable').flatMap(({ name: declared }) => (typescript.isIdentifier(declared) ? [declared.text] : [])))));
  return names.has(name);
}
