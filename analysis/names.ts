import type ts from 'typescript';
import { below, directlyBelow, type Shapes } from './nodes.ts';
import { perView } from './per-view.ts';
import { isPlainInTheEnd } from './plain-types.ts';
import { isTransparent, memberAccess, memberName, skipAwait, skipTransparent, type FunctionWithBody } from './syntax.ts';
import type { TypeScript, View } from './view.ts';

/**
 * What names alone rule out, before any symbol or type is asked for. Every test here may say yes where the checker says no, never the other way round:
 * a name that an import or export gives anew counts as any name.
 */

/** A function that may return what it made. */
interface Maker {
  node: FunctionWithBody;
  names: readonly string[];
  values: MadeValues;
}

/** For each value that a function returns the calls and `new`s that may have made it. */
export type MadeValues = readonly (readonly (ts.CallExpression | ts.NewExpression)[])[];

/** What the syntax of one file says about names. */
interface FileNames {
  /** Functions and classes that have a body, and names that exports give. */
  declared: ReadonlySet<string>;
  /** Local names of imports that may stand for something of another name. */
  renamed: ReadonlySet<string>;
  /** Names that exports may give to what has another one. */
  given: ReadonlySet<string>;
  /** Local names of all imports. */
  imported: ReadonlySet<string>;
  makers: readonly Maker[];
}

const filesNames = new WeakMap<ts.SourceFile, FileNames>();

/** A syntactic fact: it lives as long as the source file. */
function namesOf(typescript: TypeScript, file: ts.SourceFile): FileNames {
  let names = filesNames.get(file);
  if (!names) filesNames.set(file, (names = collect(typescript, file)));
  return names;
}

function collect(typescript: TypeScript, file: ts.SourceFile): FileNames {
  const declared = new Set<string>();
  const renamed = new Set<string>();
  const given = new Set<string>();
  const imported = new Set<string>();
  const makers: Maker[] = [];
  const isJavaScript = (file.flags & typescript.NodeFlags.JavaScriptFile) !== 0;
  if (isJavaScript) {
    for (const node of below(typescript, file, 'identifier')) given.add(node.text);
    for (const node of below(typescript, file, 'variable', 'binding')) if (typescript.isIdentifier(node.name)) renamed.add(node.name.text);
  }
  for (const node of below(typescript, file, 'naming')) {
    noteRenaming(typescript, node, given, renamed);
    if (!typescript.isExportSpecifier(node) && node.name) imported.add(node.name.text);
  }
  for (const node of below(typescript, file, 'class', 'function')) {
    const names = namesOfFunction(typescript, node);
    for (const name of names) declared.add(name);
    const values = names.length > 0 && !typescript.isClassLike(node) ? madeValues(typescript, node) : undefined;
    if (values) makers.push({ node: node as FunctionWithBody, names, values });
  }
  for (const name of given) declared.add(name);
  return { declared, renamed, given, imported, makers };
}

function noteRenaming(typescript: TypeScript, node: Shapes['naming'], given: Set<string>, renamed: Set<string>): void {
  if (typescript.isImportSpecifier(node)) {
    if (node.propertyName) renamed.add(node.name.text);
  } else if (typescript.isImportClause(node)) {
    if (node.name) renamed.add(node.name.text);
  } else if (typescript.isNamespaceImport(node)) renamed.add(node.name.text);
  else if (typescript.isImportEqualsDeclaration(node)) {
    renamed.add(node.name.text);
    given.add(node.name.text);
  } else if (node.propertyName) given.add(node.name.text);
}

function holderOf(typescript: TypeScript, node: ts.Node): ts.Node {
  return isTransparent(typescript, node.parent) ? holderOf(typescript, node.parent) : node.parent;
}

/** The own name of a function or class, and the names of the variable or property that holds it. */
function namesOfFunction(typescript: TypeScript, node: ts.Node): string[] {
  const own = memberName(typescript, (node as ts.FunctionLikeDeclaration).name);
  const holder = holderOf(typescript, node);
  const holds = typescript.isVariableDeclaration(holder) || typescript.isPropertyAssignment(holder) || typescript.isPropertyDeclaration(holder);
  const held = holds ? memberName(typescript, holder.name) : undefined;
  return [own, held].filter((name) => name !== undefined);
}

/** What may have made each value that a function returns; nothing when it returns anything that no call or `new` made. */
export function madeValues(typescript: TypeScript, node: FunctionWithBody): MadeValues | undefined {
  const { body, asteriskToken, type } = node;
  if (asteriskToken || (type && isPlainInTheEnd(typescript, type))) return undefined;
  const returned = typescript.isBlock(body) ? directlyBelow(typescript, body, 'return').flatMap(({ expression }) => (expression ? [skipAwait(typescript, expression)] : [])) : [skipAwait(typescript, body)];
  const values: (readonly (ts.CallExpression | ts.NewExpression)[])[] = [];
  for (const value of returned) {
    if (value.kind === typescript.SyntaxKind.NullKeyword || (typescript.isIdentifier(value) && value.text === 'undefined')) continue;
    const made = typescript.isIdentifier(value) ? initializersOf(typescript, node, value.text).flatMap((initializer) => makingCalls(typescript, initializer)) : makingCalls(typescript, value);
    if (made.length === 0) return undefined;
    values.push(made);
  }
  return values.length > 0 ? values : undefined;
}

function initializersOf(typescript: TypeScript, body: ts.Node, name: string): ts.Expression[] {
  return below(typescript, body, 'variable').flatMap((node) => (node.initializer && memberName(typescript, node.name) === name ? [skipAwait(typescript, node.initializer)] : []));
}

/** `a().b().c()`: the call, and the calls it is chained to. */
function makingCalls(typescript: TypeScript, value: ts.Expression): (ts.CallExpression | ts.NewExpression)[] {
  if (typescript.isNewExpression(value)) return [value];
  if (!typescript.isCallExpression(value)) return [];
  return typescript.isPropertyAccessExpression(value.expression) ? [value, ...makingCalls(typescript, skipAwait(typescript, value.expression.expression))] : [value];
}

/** The name that a call or `new` calls; nothing where it calls no name, or one that may stand for another. */
export function calledName(view: View, node: ts.CallExpression | ts.NewExpression): string | undefined {
  return nameMeant(view.ts, skipTransparent(view.ts, node.expression));
}

/** The name that a symbol must have to be meant by an expression; nothing where an import may have given it anew, or it is no name. */
export function nameMeant(typescript: TypeScript, expression: ts.Expression): string | undefined {
  const access = memberAccess(typescript, expression);
  if (access) return access.name;
  return typescript.isIdentifier(expression) && !namesOf(typescript, expression.getSourceFile()).renamed.has(expression.text) ? expression.text : undefined;
}

/** Whether an import of its file declares a name, unless something nearer does. */
export function mayBeImported(view: View, name: ts.Identifier): boolean {
  return namesOf(view.ts, name.getSourceFile()).imported.has(name.text);
}

/** Whether some function or class of the program may be what a call or `new` runs. */
export function mayRunProgramCode(view: View, node: ts.CallExpression | ts.NewExpression): boolean {
  const name = calledName(view, node);
  return name === undefined || programNames(view).declared.has(name);
}

/** The functions of the program that may return what they made, by a name that they are called by. */
export function makersNamed(view: View, name: string): readonly Maker[] {
  return programNames(view).makers.get(name) ?? [];
}

/** Whether an export gives a name to what may have another one. */
export function isGivenAnew(view: View, name: string): boolean {
  return programNames(view).given.has(name);
}

const programNames = perView((view): { declared: ReadonlySet<string>; given: ReadonlySet<string>; makers: ReadonlyMap<string, readonly Maker[]> } => {
  const declared = new Set<string>();
  const given = new Set<string>();
  const makers = new Map<string, Maker[]>();
  for (const file of view.program.getSourceFiles()) {
    if (file.isDeclarationFile) continue;
    const names = namesOf(view.ts, file);
    for (const name of names.declared) declared.add(name);
    for (const name of names.given) given.add(name);
    for (const maker of names.makers) for (const name of maker.names) noteUnder(makers, name, maker);
  }
  return { declared, given, makers };
});

function noteUnder(makers: Map<string, Maker[]>, name: string, maker: Maker): void {
  const same = makers.get(name);
  if (same) same.push(maker);
  else makers.set(name, [maker]);
}

/** Things by the name that they mean, in the order they came in; what may mean any name is found under each. */
export class ByMeantName<Item> {
  readonly #named = new Map<string, { item: Item; rank: number }[]>();
  readonly #renamed: { item: Item; rank: number }[] = [];
  #count = 0;

  add(item: Item, name: string | undefined): void {
    const same = name === undefined ? this.#renamed : (this.#named.get(name) ?? []);
    if (name !== undefined) this.#named.set(name, same);
    same.push({ item, rank: this.#count++ });
  }

  get(name: string): Item[] {
    const found = [...(this.#named.get(name) ?? []), ...this.#renamed];
    return found.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
  }
}
