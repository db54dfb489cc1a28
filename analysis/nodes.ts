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
  /** For each node the bit of its shape. */
  shapes: Uint32Array;
  /** The places of the nodes of some shapes, by all their bits, once that was asked for. */
  shaped: Map<number, readonly number[]>;
}

const outlines = new WeakMap<ts.SourceFile, Outline>();

/** A syntactic fact: it lives as long as the source file. */
function outlineOf(typescript: TypeScript, file: ts.SourceFile): Outline {
  let outline = outlines.get(file);
  if (!outline) outlines.set(file, (outline = outlineBelow(typescript, file)));
  return outline;
}

function outlineBelow(typescript: TypeScript, root: ts.Node): Outline {
  const { bitOfKind, holds } = kindsOf(typescript);
  const nodes: ts.Node[] = [];
  const ends: number[] = [];
  const holders: number[] = [];
  const shapes: number[] = [];
  let holder = 0;
  const visit = (node: ts.Node): void => {
    const { kind } = node;
    const at = nodes.push(node) - 1;
    ends.push(0);
    holders.push(holder);
    const bit = bitOfKind[kind]!;
    shapes.push(bit === bits.function && !isFunctionWithBody(typescript, node) ? 0 : bit);
    if (holds[kind]) {
      const outer = holder;
      holder = at;
      typescript.forEachChild(node, visit);
      holder = outer;
    } else typescript.forEachChild(node, visit);
    ends[at] = nodes.length;
  };
  visit(root);
  return { nodes, ends: Uint32Array.from(ends), holders: Uint32Array.from(holders), shapes: Uint32Array.from(shapes), shaped: new Map() };
}

interface Kinds {
  /** The bit of the shape of each kind of node. */
  bitOfKind: Uint32Array;
  /** The kinds of functions and classes. */
  holds: readonly boolean[];
}

const kindTables = new WeakMap<TypeScript, Kinds>();

function kindsOf(typescript: TypeScript): Kinds {
  let tables = kindTables.get(typescript);
  if (!tables) {
    const bitOfKind = new Uint32Array(typescript.SyntaxKind.Count);
    for (const [shape, kinds] of Object.entries(kindsByShape(typescript))) for (const kind of kinds) bitOfKind[kind] = bits[shape as Shape];
    const holds = Array.from(bitOfKind, (_bit, kind) => isHolder(typescript, { kind } as ts.Node));
    kindTables.set(typescript, (tables = { bitOfKind, holds }));
  }
  return tables;
}

const bits = Object.fromEntries(
  (['call', 'new', 'access', 'binary', 'await', 'return', 'if', 'switch', 'conditional', 'throw', 'try', 'forOf', 'forIn', 'for', 'while', 'do', 'spread', 'variable', 'class', 'interface', 'function', 'identifier', 'naming', 'exportAssignment', 'binding', 'property', 'field'] as const).map((shape, index) => [shape, 1 << index]),
) as Record<Shape, number>;

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
  return nodesBelow(outline, at, placesOf(outline, shapes));
}

/** The nodes of some shapes below a node, what nested functions and classes contain left out, in the order of the text. */
export function directlyBelow<Wanted extends Shape>(typescript: TypeScript, node: ts.Node, ...shapes: readonly Wanted[]): Shapes[Wanted][] {
  const { outline, at } = placeOf(typescript, node);
  return nodesBelow(outline, at, placesOf(outline, shapes), directlyIn(typescript, outline, at, node));
}

/** The nodes of some shapes below a node, in the order of the text; of nested functions and classes those that `into` enters. */
export function runningBelow<Wanted extends Shape>(typescript: TypeScript, node: ts.Node, into: (nested: ts.Node) => boolean, ...shapes: readonly Wanted[]): Shapes[Wanted][] {
  const { outline, at } = placeOf(typescript, node);
  return nodesBelow(outline, at, placesOf(outline, shapes), enteredBelow(typescript, outline, at, node, into));
}

/** Nodes of one file that were chosen before they are asked for. */
export interface Chosen<Node extends ts.Node> {
  /** Their places in the outline, ascending. */
  readonly places: readonly number[];
  readonly nodes?: readonly Node[];
}

/** The places of the nodes of a shape, by a key of each. */
export function placesByKey<Wanted extends Shape, Key>(typescript: TypeScript, file: ts.SourceFile, shape: Wanted, keyOf: (node: Shapes[Wanted]) => Key): ReadonlyMap<Key, readonly number[]> {
  const outline = outlineOf(typescript, file);
  const found = new Map<Key, number[]>();
  for (const place of placesOf(outline, [shape])) {
    const key = keyOf(outline.nodes[place] as Shapes[Wanted]);
    const same = found.get(key);
    if (same) same.push(place);
    else found.set(key, [place]);
  }
  return found;
}

/** The nodes at some places of a file, and all of some shapes. */
export function choose<Node extends ts.Node, Wanted extends Shape = never>(typescript: TypeScript, file: ts.SourceFile, places: readonly number[], ...shapes: readonly Wanted[]): Chosen<Node | Shapes[Wanted]> {
  const others = shapes.length === 0 ? [] : placesOf(outlineOf(typescript, file), shapes);
  if (others.length === 0 || places.length === 0) return { places: others.length === 0 ? places : others };
  return { places: [...places, ...others].sort((a, b) => a - b) };
}

/** Those of the chosen nodes that are below a node, nested functions included, in the order of the text. */
export function chosenBelow<Node extends ts.Node>(typescript: TypeScript, node: ts.Node, { places }: Chosen<Node>): Node[] {
  if (places.length === 0) return [];
  const { outline, at } = placeOf(typescript, node);
  return nodesBelow(outline, at, places);
}

/** The same, what nested functions and classes contain left out. */
export function chosenDirectlyBelow<Node extends ts.Node>(typescript: TypeScript, node: ts.Node, { places }: Chosen<Node>): Node[] {
  if (places.length === 0) return [];
  const { outline, at } = placeOf(typescript, node);
  return nodesBelow(outline, at, places, directlyIn(typescript, outline, at, node));
}

/** The same; of nested functions and classes those that `into` enters. */
export function chosenRunningBelow<Node extends ts.Node>(typescript: TypeScript, node: ts.Node, into: (nested: ts.Node) => boolean, { places }: Chosen<Node>): Node[] {
  if (places.length === 0) return [];
  const { outline, at } = placeOf(typescript, node);
  return nodesBelow(outline, at, places, enteredBelow(typescript, outline, at, node, into));
}

/** Whether so many of the chosen nodes are below a node, nested functions included. */
export function hasChosenBelow(typescript: TypeScript, node: ts.Node, { places }: Chosen<ts.Node>, times: number): boolean {
  if (places.length < times) return false;
  const { outline, at } = placeOf(typescript, node);
  const last = places[firstPlace(places, at + 1) + times - 1];
  return last !== undefined && last < outline.ends[at]!;
}

/** A place itself where it is wanted; else the first behind the function or class that is not entered. */
type NextPlace = (place: number) => number;

function directlyIn(typescript: TypeScript, outline: Outline, at: number, node: ts.Node): NextPlace {
  const own = at === 0 || isHolder(typescript, node) ? at : outline.holders[at]!;
  return wantedIn(outline, (holder) => holder === own);
}

function enteredBelow(typescript: TypeScript, outline: Outline, at: number, node: ts.Node, into: (nested: ts.Node) => boolean): NextPlace {
  const { nodes, holders } = outline;
  const own = at === 0 || isHolder(typescript, node) ? at : holders[at]!;
  const entered = new Map<number, boolean>();
  const isEntered = (holder: number): boolean => {
    if (holder === own) return true;
    let answer = entered.get(holder);
    if (answer === undefined) entered.set(holder, (answer = isEntered(holders[holder]!) && into(nodes[holder]!)));
    return answer;
  };
  return wantedIn(outline, isEntered);
}

function wantedIn({ holders, ends }: Outline, isEntered: (holder: number) => boolean): NextPlace {
  return (place) => {
    let holder = holders[place]!;
    if (isEntered(holder)) return place;
    while (!isEntered(holders[holder]!)) holder = holders[holder]!;
    return ends[holder]!;
  };
}

/** The nodes at those of some places that are below one place, and are wanted. */
function nodesBelow<Node extends ts.Node>({ nodes, ends }: Outline, at: number, places: readonly number[], nextFrom: NextPlace = (place) => place): Node[] {
  const end = ends[at]!;
  const found: Node[] = [];
  for (let index = firstPlace(places, at + 1); index < places.length; ) {
    const place = places[index]!;
    if (place >= end) break;
    const next = nextFrom(place);
    if (next === place) found.push(nodes[place] as Node);
    index = next === place ? index + 1 : firstPlace(places, next, index + 1);
  }
  return found;
}

function placesOf({ shapes, shaped }: Outline, wanted: readonly Shape[]): readonly number[] {
  let key = 0;
  for (const shape of wanted) key |= bits[shape];
  let places = shaped.get(key);
  if (!places) shaped.set(key, (places = placesWith(shapes, key)));
  return places;
}

/** Where a list of bits has one of some bits. */
function placesWith(shapes: Uint32Array, key: number): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < shapes.length; at++) if (shapes[at]! & key) found.push(at);
  return found;
}

/** Where, in an ascending list of places, those from one on begin. */
function firstPlace(places: readonly number[], from: number, low = 0): number {
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
