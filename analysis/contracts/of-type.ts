import type ts from 'typescript';
import type { Grade } from '../grade.ts';
import { originOfDeclaration } from '../origin.ts';
import { memberName } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Contract, Equivalence, Release } from './contract.ts';
import { mayBeDisposable } from './declared-disposal.ts';
import { inferredContract } from './infer.ts';
import { catalogueOf, entryFor, lineage } from './lookup.ts';
import { teardownVerbs } from './verbs.ts';

/** What is known of a type, and how surely. */
export interface KnownContract {
  contract: Contract;
  grade: Grade;
  source: 'catalogue' | 'program' | 'protocol';
}

/** The contract of a type: from the catalogue, inferred for a class of the program, or spoken by a dispose symbol. */
export function contractOfType(view: View, type: ts.Type): KnownContract | undefined {
  return view.remember('contractOfType', type, () => computeContract(view, type));
}

/** The contract of the value of an expression, `null` and `undefined` left out. */
export function contractOfValue(view: View, node: ts.Expression): KnownContract | undefined {
  return contractOfType(view, view.types.valueTypeOf(node));
}

function computeContract(view: View, type: ts.Type): KnownContract | undefined {
  const { TypeFlags } = view.ts;
  if (type.flags & (TypeFlags.Any | TypeFlags.Unknown | TypeFlags.Never)) return undefined;
  if (type.isUnion()) return contractOfUnion(view, type);
  if (!(type.flags & (TypeFlags.Object | TypeFlags.Intersection | TypeFlags.TypeParameter))) return undefined;
  const catalogue = catalogueOf(view);
  for (const ancestor of lineage(view, type)) {
    const symbol = view.types.symbolOfType(ancestor);
    if (!symbol) continue;
    if (entryFor(view, catalogue.nonResources, symbol)) return undefined;
    const listed = entryFor(view, catalogue.byType, symbol);
    if (listed) return { contract: listed, grade: 'certain', source: 'catalogue' };
    const declaration = programDeclaration(view, symbol);
    const inferred = declaration && inferredContract(view, declaration);
    if (inferred && !(listedBase(view, ancestor) && !declaresVerbOf(view, declaration, inferred.contract))) return { ...inferred, source: 'program' };
  }
  return protocolContract(view, type);
}

/** Whether a type extends one of the catalogue's. */
function listedBase(view: View, type: ts.Type): boolean {
  return lineage(view, type).some((ancestor) => entryFor(view, catalogueOf(view).byType, view.types.symbolOfType(ancestor)) !== undefined);
}

/** Whether a class has a start or a release of its own; one that inherits them all is what it extends. */
function declaresVerbOf(view: View, declaration: ts.ClassLikeDeclaration | ts.InterfaceDeclaration, contract: Contract): boolean {
  const verbs = new Set([...(contract.start ?? []).map((start) => start.method), ...contract.release.flatMap((release) => ('method' in release ? [release.method] : []))]);
  return declaration.members.some((member) => verbs.has(memberName(view.ts, member.name) ?? ''));
}

/** The checker orders the parts by when it met them, so the first by name speaks for all. */
function contractOfUnion(view: View, type: ts.UnionType): KnownContract | undefined {
  const { TypeFlags } = view.ts;
  const parts = type.types.filter((part) => !(part.flags & (TypeFlags.Null | TypeFlags.Undefined | TypeFlags.Void)));
  const known = parts.map((part) => contractOfType(view, part));
  if (!known.every((part) => part !== undefined)) return undefined;
  return known.toSorted((a, b) => (a.contract.type.name < b.contract.type.name ? -1 : 1))[0];
}

function programDeclaration(view: View, symbol: ts.Symbol): ts.ClassLikeDeclaration | ts.InterfaceDeclaration | undefined {
  const declaration = symbol.declarations?.find((one) => view.ts.isClassLike(one) || view.ts.isInterfaceDeclaration(one));
  if (!declaration || originOfDeclaration(view, declaration).from !== 'file') return undefined;
  return declaration as ts.ClassLikeDeclaration | ts.InterfaceDeclaration;
}

const iterationMembers = ['next', 'Symbol.iterator', 'Symbol.asyncIterator'];

/** A type that has a dispose symbol and is no iterator (docs/contracts.md). */
function protocolContract(view: View, type: ts.Type): KnownContract | undefined {
  if (!mayBeDisposable(view, type)) return undefined;
  const names = memberNames(view, type);
  const sync = names.has('Symbol.dispose');
  const async = names.has('Symbol.asyncDispose');
  if (!sync && !async) return undefined;
  if (iterationMembers.some((name) => names.has(name))) return undefined;
  const name = view.types.symbolOfType(type)?.name ?? view.types.print(type);
  return {
    contract: {
      type: { from: 'file', name },
      kind: 'handle',
      acquire: [{ by: 'new', begins: 'eager' }],
      release: [...disposeReleases(sync, async), ...teardownMethods(view, names)],
      dispose: { ...(sync ? { sync: 'exact' as Equivalence } : {}), ...(async ? { async: 'exact' as Equivalence } : {}) },
      evidence: [],
    },
    grade: 'certain',
    source: 'protocol',
  };
}

export function disposeReleases(sync: boolean, async: boolean): Release[] {
  return [
    ...(async ? [{ method: 'Symbol.asyncDispose', completion: 'promise' } as Release] : []),
    ...(sync ? [{ method: 'Symbol.dispose', completion: 'sync' } as Release] : []),
  ];
}

function teardownMethods(view: View, names: ReadonlyMap<string, ts.Symbol>): Release[] {
  return [...names].flatMap(([method, symbol]): Release[] => {
    if (!teardownVerbs.has(method)) return [];
    return [{ method, completion: view.types.isThenable(returnTypeOfMember(view, symbol)) ? 'promise' : 'sync' }];
  });
}

/** What a method returns: of its first signature. */
export function returnTypeOfMember(view: View, member: ts.Symbol): ts.Type {
  const at = member.valueDeclaration ?? member.declarations?.[0];
  if (!at) return view.types.typeOf(view.program.getSourceFiles()[0]!);
  const [signature] = signaturesOfMember(view, member);
  return signature ? view.types.returnTypeOf(signature) : view.types.typeOfMember(member, at);
}

/** How a method can be called; an optional one as if it were there. */
export function signaturesOfMember(view: View, member: ts.Symbol): readonly ts.Signature[] {
  const at = member.valueDeclaration ?? member.declarations?.[0];
  if (!at) return [];
  const type = view.types.typeOfMember(member, at);
  return (type.isUnion() ? type.types : [type]).flatMap((part) => part.getCallSignatures());
}

/** The type of the instances of a class. */
export function instanceTypeOf(view: View, owner: ts.ClassLikeDeclaration): ts.Type {
  const type = view.types.typeOf(owner);
  return type.getConstructSignatures()[0]?.getReturnType() ?? type;
}

/** Members by name; well-known symbols as `Symbol.dispose`. */
export function memberNames(view: View, type: ts.Type): ReadonlyMap<string, ts.Symbol> {
  return view.remember('memberNames', type, () => new Map(view.types.membersOf(type).map((member) => [readableName(member.name), member])));
}

/** The checker calls `Symbol.dispose` `__@dispose@123`. */
function readableName(name: string): string {
  const known = /^__@(\w+)@\d+$/.exec(name);
  return known ? `Symbol.${known[1]}` : name;
}
