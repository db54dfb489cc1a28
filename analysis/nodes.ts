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
  /** The places of the nodes of each shape; of several shapes together once that was asked for. */
  shaped: Map<string, readonly number[]>;
}

const outlines = new WeakMap<ts.SourceFile, Outline>();

/** A syntactic fact: it lives as long as the source file. */
function outlineOf(typescript: TypeScript, file: ts.SourceFile): Outline {
  let outline = outlines.get(file);
  if (!outline) outlines.set(file, (outline = outlineBelow(typescript, file)));
  return outline;
}

function outlineBelow(typescript: TypeScript, root: ts.Node): Outline {
  const shapeOfKind = shapesOf(typescript);
  const nodes: ts.Node[] = [];
  const ends: number[] = [];
  const holders: number[] = [];
  const shaped = new Map<string, number[]>();
  let holder = 0;
  const visit = (node: ts.Node): void => {
    const at = nodes.push(node) - 1;
    ends.push(0);
    holders.push(holder);
    const shape = shapeOfKind[node.kind];
    if (shape !== undefined && (shape !== 'function' || isFunctionWithBody(typescript, node))) add(shaped, shape, at);
    const outer = holder;
    if (isHolder(typescript, node)) holder = at;
    typescript.forEachChild(node, visit);
    holder = outer;
    ends[at] = nodes.length;
  };
  visit(root);
  return { nodes, ends: new Uint32Array(ends), holders: new Uint32Array(holders), shaped };
}

function add(shaped: Map<string, number[]>, shape: Shape, at: number): void {
  const same = shaped.get(shape);
  if (same) same.push(at);
  else shaped.set(shape, [at]);
}

const shapeTables = new WeakMap<TypeScript, readonly (Shape | undefined)[]>();

/** The shape of each kind of node. */
function shapesOf(typescript: TypeScript): readonly (Shape | undefined)[] {
  let table = shapeTables.get(typescript);
  if (!table) {
    const { SyntaxKind } = typescript;
    const kinds: Record<Shape, readonly ts.SyntaxKind[]> = {
      call: [SyntaxKind.CallExpression],
      new: [SyntaxKind.NewExpression],
      access: [SyntaxKind.PropertyAccessExpression, SyntaxKind.ElementAccessExpression],
      binary: [SyntaxKind.BinaryExpression],
      await: [SyntaxKind.AwaitExpression],
      return: [SyntaxKind.ReturnStatement],
      if: [SyntaxKind.IfStatement],
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
      binding: [SyntaxKind.BindingElement],
      property: [SyntaxKind.PropertyAssignment],
      field: [SyntaxKind.PropertyDeclaration],
    };
    const shapes: (Shape | undefined)[] = Array.from({ length: SyntaxKind.Count }, () => undefined);
    for (const [shape, of] of Object.entries(kinds)) for (const kind of of) shapes[kind] = shape as Shape;
    shapeTables.set(typescript, (table = shapes));
  }
  return table;
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
  return placesBelow(outline, at, shapes).map((place) => outline.nodes[place] as Shapes[Wanted]);
}

/** The nodes of some shapes below a node, what nested functions and classes contain left out, in the order of the text. */
export function directlyBelow<Wanted extends Shape>(typescript: TypeScript, node: ts.Node, ...shapes: readonly Wanted[]): Shapes[Wanted][] {
  const { outline, at } = placeOf(typescript, node);
  const holder = at === 0 || isHolder(typescript, node) ? at : outline.holders[at]!;
  return placesBelow(outline, at, shapes).flatMap((place) => (outline.holders[place] === holder ? [outline.nodes[place] as Shapes[Wanted]] : []));
}

/** The nodes of some shapes below a node, in the order of the text; of nested functions and classes those that `into` enters. */
export function runningBelow<Wanted extends Shape>(typescript: TypeScript, node: ts.Node, into: (nested: ts.Node) => boolean, ...shapes: readonly Wanted[]): Shapes[Wanted][] {
  const { outline, at } = placeOf(typescript, node);
  const { nodes, holders } = outline;
  const entered = new Map<number, boolean>([[at === 0 || isHolder(typescript, node) ? at : holders[at]!, true]]);
  const isEntered = (holder: number): boolean => {
    let answer = entered.get(holder);
    if (answer === undefined) entered.set(holder, (answer = isEntered(holders[holder]!) && into(nodes[holder]!)));
    return answer;
  };
  return placesBelow(outline, at, shapes).flatMap((place) => (isEntered(holders[place]!) ? [nodes[place] as Shapes[Wanted]] : []));
}

function placesBelow(outline: Outline, at: number, shapes: readonly Shape[]): readonly number[] {
  const places = placesOf(outline, shapes);
  return places.slice(firstPlace(places, at + 1), firstPlace(places, outline.ends[at]!));
}

function placesOf({ shaped }: Outline, shapes: readonly Shape[]): readonly number[] {
  const key = shapes.join();
  let places = shaped.get(key);
  if (!places) shaped.set(key, (places = shapes.flatMap((shape) => shaped.get(shape) ?? []).sort((a, b) => a - b)));
  return places;
}

/** Where, in an ascending list of places, those from one on begin. */
function firstPlace(places: readonly number[], from: number): number {
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
export function* descendants(typescript: TypeScript, node: ts.Node, into?: (nested: ts.Node) => boolean): Generator<ts.Node> {
  const { outline: { nodes, ends }, at } = placeOf(typescript, node);
  const end = ends[at]!;
  for (let next = at + 1; next < end; ) {
    const below = nodes[next]!;
    yield below;
    const isOpaque = isHolder(typescript, below) && !into?.(below);
    next = isOpaque ? ends[next]! : next + 1;
  }
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
