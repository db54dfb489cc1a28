import type ts from 'typescript';
import { type Cycle, Memory } from './memory.ts';
import { noSettings, type Settings } from './settings.ts';
import { typescriptAtHand } from './typescript-at-hand.ts';

export type TypeScript = typeof ts;

/**
 * One program seen through one `typescript` and one set of settings. Every question of the analysis takes a view first.
 * All calls of the type checker go through `types`, so that another checker API can take its place.
 */
export interface View {
  readonly ts: TypeScript;
  readonly program: ts.Program;
  readonly settings: Settings;
  readonly types: Types;
  /** Places where the analysis gave up, so that silence is never mistaken for proof. */
  readonly bailOuts: BailOut[];
  /** Typed facts, remembered for as long as the program lives: `remember(question, key, answer)`. One that may depend on itself says where that begins. */
  remember<Key extends object, Answer>(question: string, key: Key, answer: () => Answer, cycle?: Cycle<Answer>): Answer;
}

export interface BailOut {
  reason: 'any receiver' | 'unresolved callee' | 'state limit' | 'depth limit' | 'escaped';
  file: string;
  start: number;
}

/** What the analysis asks of a type checker. */
export interface Types {
  typeOf(node: ts.Node): ts.Type;
  /** The type without `null` and `undefined`. */
  valueTypeOf(node: ts.Node): ts.Type;
  /** The symbol a name or property access stands for, aliases of imports followed. */
  symbolOf(node: ts.Node): ts.Symbol | undefined;
  /** The type that the place of an expression asks for. */
  contextualTypeOf(node: ts.Expression): ts.Type | undefined;
  /** The symbol a type belongs to. */
  symbolOfType(type: ts.Type): ts.Symbol | undefined;
  /** The declaration a call or `new` resolves to. */
  signatureOf(call: ts.CallLikeExpression): ts.Signature | undefined;
  returnTypeOf(signature: ts.Signature): ts.Type;
  membersOf(type: ts.Type): readonly ts.Symbol[];
  /** What a module exports, aliases followed. */
  exportsOf(module: ts.SourceFile): readonly ts.Symbol[];
  memberOf(type: ts.Type, name: string): ts.Symbol | undefined;
  typeOfMember(member: ts.Symbol, at: ts.Node): ts.Type;
  /** The type of the instances of a class. */
  declaredTypeOf(symbol: ts.Symbol): ts.Type;
  baseTypesOf(type: ts.Type): readonly ts.Type[];
  awaitedTypeOf(type: ts.Type): ts.Type;
  isAny(type: ts.Type): boolean;
  /** Whether awaiting a value of this type waits for something. */
  isThenable(type: ts.Type): boolean;
  print(type: ts.Type): string;
  /** The import that a name was declared by. */
  importOf(node: ts.Identifier): ts.ImportSpecifier | ts.ImportClause | ts.NamespaceImport | undefined;
  shorthandValueOf(node: ts.ShorthandPropertyAssignment): ts.Symbol | undefined;
  /** The names of the modules that `declare module 'x'` declares. */
  ambientModules(): readonly string[];
  /** What a name stands for as a type at a place. */
  typeNamed(name: string, at: ts.Node): ts.Symbol | undefined;
}

const views = new WeakMap<ts.Program, Map<Settings, View>>();

/** The view of a program; the same one for the same program and settings. */
export function viewOf(typescript: TypeScript, program: ts.Program, settings: Settings = noSettings): View {
  let bySettings = views.get(program);
  if (!bySettings) views.set(program, (bySettings = new Map()));
  let view = bySettings.get(settings);
  if (!view) bySettings.set(settings, (view = createView(typescript, program, settings)));
  return view;
}

function createView(typescript: TypeScript, program: ts.Program, settings: Settings): View {
  const bailOuts: BailOut[] = [];
  const memory = new Memory(inText, (key) => void bailOuts.push({ reason: 'depth limit', file: fileOf(key), start: (key as ts.Node).pos }));
  return {
    ts: typescriptAtHand(typescript),
    program,
    settings,
    types: typesOf(typescript, program.getTypeChecker()),
    bailOuts,
    remember: (question, key, answer, cycle) => memory.remember(question, key, answer, cycle),
  };
}

/** The order of two nodes by file and place. Questions with a cycle are asked about nodes only. */
function inText(a: object, b: object): number {
  const [left, right] = [fileOf(a), fileOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  return (a as ts.Node).pos - (b as ts.Node).pos || (b as ts.Node).end - (a as ts.Node).end;
}

function fileOf(node: object): string {
  return (node as ts.Node).getSourceFile().fileName;
}

function typesOf(typescript: TypeScript, checker: ts.TypeChecker): Types {
  const { TypeFlags, SymbolFlags } = typescript;
  const resolved = (symbol: ts.Symbol | undefined) =>
    symbol && symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const isAny = (type: ts.Type) => (type.flags & TypeFlags.Any) !== 0;
  const isThenable = (type: ts.Type): boolean => {
    if (type.isUnion()) return type.types.some(isThenable);
    if (type.flags & (TypeFlags.Any | TypeFlags.Unknown | TypeFlags.Never)) return false;
    const then = checker.getPropertyOfType(checker.getApparentType(type), 'then');
    return then !== undefined && (then.flags & (SymbolFlags.Method | SymbolFlags.Property)) !== 0;
  };
  return {
    typeOf: (node) => checker.getTypeAtLocation(node),
    valueTypeOf: (node) => checker.getNonNullableType(checker.getTypeAtLocation(node)),
    contextualTypeOf: (node) => checker.getContextualType(node),
    symbolOf: (node) => resolved(checker.getSymbolAtLocation(node)),
    symbolOfType: (type) => resolved(type.getSymbol() ?? type.aliasSymbol),
    signatureOf: (call) => checker.getResolvedSignature(call),
    returnTypeOf: (signature) => checker.getReturnTypeOfSignature(signature),
    exportsOf: (module) => {
      const symbol = checker.getSymbolAtLocation(module);
      return symbol ? checker.getExportsOfModule(symbol).map((exported) => resolved(exported) ?? exported) : [];
    },
    membersOf: (type) => checker.getPropertiesOfType(checker.getApparentType(type)),
    memberOf: (type, name) => checker.getPropertyOfType(checker.getApparentType(type), name),
    typeOfMember: (member, at) => checker.getTypeOfSymbolAtLocation(member, at),
    declaredTypeOf: (symbol) => checker.getDeclaredTypeOfSymbol(symbol),
    baseTypesOf: (type) => (type.isClassOrInterface() ? checker.getBaseTypes(type) : []),
    awaitedTypeOf: (type) => checker.getAwaitedType(type) ?? type,
    isAny,
    isThenable,
    print: (type) => checker.typeToString(type),
    importOf: (node) => {
      const declaration = checker.getSymbolAtLocation(node)?.declarations?.[0];
      return declaration && (typescript.isImportSpecifier(declaration) || typescript.isImportClause(declaration) || typescript.isNamespaceImport(declaration)) ? declaration : undefined;
    },
    shorthandValueOf: (node) => resolved(checker.getShorthandAssignmentValueSymbol(node)),
    ambientModules: () => checker.getAmbientModules().map((symbol) => symbol.name.replace(/^"|"$/g, '')),
    typeNamed: (name, at) => resolved(checker.getSymbolsInScope(at, SymbolFlags.Type | SymbolFlags.Alias).find((symbol) => symbol.name === name)),
  };
}
