import type ts from 'typescript';
import { memberAccess, memberName, skipTransparent } from '../syntax.ts';
import { perView } from '../per-view.ts';
import type { View } from '../view.ts';
import { keyByImport } from './by-import.ts';
import { pairsOf } from './infer.ts';
import { catalogueOf, namesPresent } from './lookup.ts';
import { contractOfType, type KnownContract } from './of-type.ts';
import { teardownVerbs } from './verbs.ts';

/** The contract of what a `new` makes. The class decides, so that neither the arguments are checked nor the type's own are found where they do not matter. */
export function contractOfConstructed(view: View, node: ts.NewExpression): KnownContract | undefined {
  const symbol = calledSymbol(view, node);
  if (!symbol || !(symbol.flags & (view.ts.SymbolFlags.Class | view.ts.SymbolFlags.Variable))) return contractOfExpression(view, node);
  const { known } = view.remember('contractOfConstructed', symbol, () => ({ known: bySymbol(view, symbol) }));
  return known === 'depends' ? contractOfExpression(view, node) : known;
}

/** The type of what a `new` makes; of a class's as the class declares it, its type parameters left open. */
export function typeConstructed(view: View, node: ts.NewExpression): ts.Type {
  const symbol = calledSymbol(view, node);
  return symbol && symbol.flags & view.ts.SymbolFlags.Class ? view.types.declaredTypeOf(symbol) : view.types.typeOf(node);
}

function calledSymbol(view: View, node: ts.NewExpression): ts.Symbol | undefined {
  const callee = skipTransparent(view.ts, node.expression);
  return view.types.symbolOf(memberAccess(view.ts, callee)?.nameNode ?? callee);
}

/** What is the same for every `new` of a class, or of a global that the host declares together with its interface. */
function bySymbol(view: View, symbol: ts.Symbol): KnownContract | 'depends' | undefined {
  if (symbol.flags & view.ts.SymbolFlags.Class) return mayHaveContract(view, symbol) ? contractOfType(view, view.types.declaredTypeOf(symbol)) : undefined;
  const { valueDeclaration } = symbol;
  if (!valueDeclaration?.getSourceFile().isDeclarationFile) return 'depends';
  const signatures = view.types.typeOfMember(symbol, valueDeclaration).getConstructSignatures();
  const made = new Set(signatures.map((signature) => view.types.returnTypeOf(signature)));
  const contracts = new Set([...made].map((type) => (type.flags & view.ts.TypeFlags.TypeParameter ? 'depends' : contractOfType(view, type))));
  return contracts.size === 1 ? [...contracts][0] : 'depends';
}

function contractOfExpression(view: View, node: ts.NewExpression): KnownContract | undefined {
  if (view.types.isAny(view.types.typeOf(node.expression))) return contractByImport(view, node.expression);
  const type = view.types.typeOf(node);
  return view.types.isAny(type) ? contractByImport(view, node.expression) : contractOfType(view, type);
}

/** Without types the import's name is all there is, so what follows from it is only likely. */
function contractByImport(view: View, callee: ts.Expression): KnownContract | undefined {
  const key = keyByImport(view, callee);
  const contract = key === undefined ? undefined : catalogueOf(view).byType.get(key);
  return contract && { contract, grade: 'likely', source: 'catalogue' };
}

/** A cheap test of what a `new` makes, before members are asked for their types: a class of the program without a verb among its members or those of what it extends is no resource. */
export function mayMakeResource(view: View, node: ts.NewExpression): boolean {
  const symbol = calledSymbol(view, node);
  if (!symbol?.declarations) return true;
  return symbol.declarations.some((declaration) => declaration.getSourceFile().isDeclarationFile) ? contractOfConstructed(view, node) !== undefined : mayHaveContract(view, symbol);
}

/** Whether a class or interface may have a contract, by the syntax of its declarations and of those that they extend or implement. */
function mayHaveContract(view: View, symbol: ts.Symbol): boolean {
  const answers = contractsBySyntax(view);
  const known = answers.get(symbol);
  if (known !== undefined) return known;
  answers.set(symbol, false);
  const answer = (symbol.declarations ?? []).some((declaration) => mayBeResource(view, declaration));
  answers.set(symbol, answer);
  return answer;
}

const contractsBySyntax = perView(() => new Map<ts.Symbol, boolean>());

/** By the syntax of its declaration and of what it extends or implements: no member that starts, stops or disposes leaves a class or interface without a contract. */
export function mayBeResource(view: View, declaration: ts.Declaration): boolean {
  const { ts: typescript } = view;
  if (declaration.getSourceFile().isDeclarationFile || declaration.flags & typescript.NodeFlags.JavaScriptFile || !(typescript.isClassLike(declaration) || typescript.isInterfaceDeclaration(declaration))) return true;
  if (hasVerb(view, declaration) || isListed(view, declaration)) return true;
  const bases = (declaration.heritageClauses ?? []).flatMap(({ types }) => types.map(({ expression }) => view.types.symbolOf(memberAccess(typescript, expression)?.nameNode ?? expression)));
  return bases.some((base) => !base || mayHaveContract(view, base));
}

/** A class may be listed by its name in the settings. */
function isListed(view: View, { name }: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): boolean {
  return name !== undefined && namesPresent(view, catalogueOf(view).byType).has(name.text);
}

/** A member under a computed name may be any; JavaScript, which declares members by assignments, has been let through. */
function hasVerb(view: View, declaration: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): boolean {
  const { ts: typescript } = view;
  return namesDeclared(view, declaration).some((name) => {
    const said = memberName(typescript, name);
    return said === undefined ? typescript.isComputedPropertyName(name) : lifecycleNames(view).has(said);
  });
}

/** The names of members, those that a constructor declares by its parameters included. */
function namesDeclared({ ts: typescript }: View, { members }: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): ts.Node[] {
  return members.flatMap((member): ts.Node[] => {
    if (typescript.isConstructorDeclaration(member)) return member.parameters.filter((parameter) => typescript.isParameterPropertyDeclaration(parameter, member)).map(({ name }) => name);
    return member.name ? [member.name] : [];
  });
}

/** Members without one of which a class has no contract: teardowns, whatever starts, dispose symbols. */
const lifecycleNames = perView((view): ReadonlySet<string> => new Set([...teardownVerbs, ...pairsOf(view).flatMap((pair) => [pair.start, ...pair.stop]), 'Symbol.dispose', 'Symbol.asyncDispose']));
