import ts from 'typescript';
import type { Acquisition, CallName, Contract, Family, Name, OptionCondition, Release, Start } from '../../analysis/contracts/contract.ts';
import { lineage } from '../../analysis/contracts/lookup.ts';
import { keysOf, nameKey } from '../../analysis/origin.ts';
import { unchecked } from './packages.ts';
import { callShapes, constructShapes, hasProperty, memberNamed, typeOfSymbol } from './shapes.ts';
import type { Typings } from './typings-program.ts';

/** One claim of the catalogue that the typings do not confirm. */
export interface Drift {
  family: string;
  subject: string;
  claim: string;
  found: string;
}

interface Check {
  typings: Typings;
  report: (claim: string, found: string) => void;
}

export interface Outcome {
  drifts: Drift[];
  claims: number;
}

export function checkFamilies(typings: Typings, families: Readonly<Record<string, Family>>): Outcome {
  const drifts: Drift[] = [];
  let claims = 0;
  const isChecked = (name: Name): boolean => name.from !== 'package' || !(name.package in unchecked);
  for (const [family, { contracts = [], listeners = [], sinks = [], nonResources = [] }] of Object.entries(families)) {
    const about = (subject: string): Check => ({ typings, report: (claim, found) => void drifts.push({ family, subject, claim, found }) });
    const run = (subject: string, check: (check: Check) => number): void => void (claims += check(about(subject)));
    for (const contract of contracts.filter(({ type }) => isChecked(type))) run(nameKey(contract.type), (check) => checkContract(check, contract));
    for (const { type, add, remove } of listeners) run(nameKey(type), (check) => checkMembers(check, type, [...add, ...remove]));
    for (const sink of sinks.filter(({ call }) => isChecked(call))) run(nameKey(sink.call), (check) => checkCall(check, sink.call));
    for (const { type } of nonResources) run(nameKey(type), (check) => (isThere(typings, type) || check.report('the type exists', 'no such name'), 1));
  }
  return { drifts, claims };
}

function checkContract(check: Check, contract: Contract): number {
  const acquired = contract.acquire.map((acquisition) => checkAcquisition(check, contract, acquisition));
  const calls = contract.release.flatMap((release) => ('call' in release ? [checkCall(check, release.call)] : []));
  const types = contract.opaque ? acquired.flatMap((each) => each.types) : typesNamed(check, contract);
  const members = checkAny(check, types, (attempt, type) => checkType(attempt, contract, type));
  return [...acquired.map((each) => each.claims), ...calls, members].reduce((sum, count) => sum + count, 1);
}

/** Two types of a package can have one name, as `Producer` in and outside of a namespace: each claim must hold for one of them. */
function checkAny(check: Check, types: readonly ts.Type[], checkOne: (check: Check, type: ts.Type) => number): number {
  const attempts = types.map((type) => {
    const found = new Map<string, string>();
    const claims = checkOne({ ...check, report: (claim, other) => void found.set(claim, other) }, type);
    return { claims, found };
  });
  const [first, ...others] = attempts;
  for (const [claim, other] of first?.found ?? []) {
    if (others.every(({ found }) => found.has(claim))) check.report(claim, other);
  }
  return first?.claims ?? 0;
}

/** Each name must exist, and the resolution must find at least one of them where it is declared. */
function typesNamed(check: Check, contract: Contract): ts.Type[] {
  const { typings } = check;
  const all = namesOf(contract);
  if (!all.some(({ names }) => names.some((name) => typings.symbols.has(nameKey(name))))) check.report('the resolution finds the type', 'only a re-export has the name');
  return all.flatMap(({ names, claim }) => {
    const types = names.flatMap((name) => symbolsNamed(typings, name)).flatMap((symbol) => typeOfSymbol(typings, symbol) ?? []);
    if (types.length === 0) check.report(claim, 'no such type');
    return types;
  });
}

/** The type's own name must exist in its package; each other name in one of its packages. */
function namesOf(contract: Contract): { names: Name[]; claim: string }[] {
  const elsewhere = (name: string): Name[] => [{ ...contract.type, name }, ...(contract.alsoFrom ?? []).map((from): Name => ({ from: 'package', package: from, name }))];
  return [
    { names: elsewhere(contract.type.name), claim: 'the type exists' },
    ...(contract.alsoNamed ?? []).filter((name) => name !== 'default').map((name) => ({ names: elsewhere(name), claim: `the type is also named ${name}` })),
  ];
}

function checkType(check: Check, contract: Contract, type: ts.Type): number {
  const starts = (contract.start ?? []).map((start) => checkCompletion(check, type, start.method, start.completion));
  const releases = contract.release.flatMap((release) => ('method' in release ? [checkCompletion(check, type, release.method, release.completion)] : []));
  const others = [...(contract.endsBy?.methods ?? []), ...(contract.flush ?? []), ...(contract.deadAfterRelease ?? [])].map((name) => checkMember(check, type, name));
  const fluent = (contract.fluent ?? []).map((name) => checkFluent(check, type, name));
  checkDispose(check, contract, type, 'dispose', contract.dispose?.sync);
  checkDispose(check, contract, type, 'asyncDispose', contract.dispose?.async);
  return starts.length + releases.length + others.length + fluent.length + 2;
}

function checkMember(check: Check, type: ts.Type, name: string): ts.Symbol | undefined {
  const member = memberNamed(check.typings, type, name);
  if (!member) check.report(`has ${name}`, 'no such member');
  return member;
}

function checkCompletion(check: Check, type: ts.Type, method: string, completion: Start['completion'] | Release['completion']): void {
  const member = checkMember(check, type, method);
  if (!member) return;
  const shapes = callShapes(check.typings, member);
  if (shapes.length === 0) return check.report(`${method}() can be called`, 'not callable');
  const thenable = shapes.some((shape) => shape.thenable);
  if (completion === 'promise' && !thenable) check.report(`${method}() returns a promise`, shapes.map((shape) => shape.returns).join(' | '));
  if (completion === 'callback' && !shapes.some((shape) => shape.callback)) check.report(`${method}() takes a callback`, 'no callback parameter');
  if (completion !== 'promise' && shapes.every((shape) => shape.thenable)) check.report(`${method}() returns no promise`, shapes.map((shape) => shape.returns).join(' | '));
}

function checkFluent(check: Check, type: ts.Type, name: string): void {
  const member = checkMember(check, type, name);
  if (!member) return;
  const shapes = callShapes(check.typings, member);
  const same = (returned: ts.Type): boolean => related(check, returned, type) || related(check, check.typings.view.types.awaitedTypeOf(returned), type);
  if (!shapes.some((shape) => same(shape.type))) check.report(`${name}() returns the resource`, shapes.map((shape) => shape.returns).join(' | ') || 'not callable');
}

function related(check: Check, returned: ts.Type, type: ts.Type): boolean {
  const { view } = check.typings;
  if (returned.isIntersection() && returned.types.some((part) => related(check, part, type))) return true;
  if (view.program.getTypeChecker().isTypeAssignableTo(type, returned)) return true;
  const own = view.types.symbolOfType(type);
  return lineage(view, returned).some((each) => view.types.symbolOfType(each) === own);
}

function checkDispose(check: Check, contract: Contract, type: ts.Type, symbol: 'dispose' | 'asyncDispose', stated: string | undefined): void {
  const present = memberNamed(check.typings, type, `Symbol.${symbol}`) !== undefined;
  if (present && stated === undefined) check.report(`has no Symbol.${symbol}`, 'has one');
  if (!present && stated !== undefined && !contract.untypedDispose) check.report(`has Symbol.${symbol}`, 'has none');
}

function checkMembers(check: Check, name: Name, members: readonly string[]): number {
  const type = symbolsNamed(check.typings, name).map((symbol) => typeOfSymbol(check.typings, symbol)).find((each) => each !== undefined);
  if (!type) check.report('the type exists', 'no such type');
  else for (const member of members) checkMember(check, type, member);
  return members.length + 1;
}

function checkCall(check: Check, call: CallName): number {
  if (call.from !== 'file' && functionsNamed(check.typings, call).length === 0) check.report(`${display(call)} exists`, 'no such function');
  return 1;
}

function isThere(typings: Typings, name: Name): boolean {
  return symbolsNamed(typings, name).length > 0;
}

function symbolsNamed(typings: Typings, name: Name): readonly ts.Symbol[] {
  const reExported = typings.exported.get(nameKey(name));
  return [...new Set([...(typings.symbols.get(nameKey(name)) ?? []), ...(reExported ? [reExported] : [])])];
}

/** The types of the functions that have a name; more than one where a package has several of the same name. */
function functionsNamed(typings: Typings, { member, ...owner }: CallName): ts.Type[] {
  const { types } = typings.view;
  return symbolsNamed(typings, owner as Name).flatMap((symbol) => {
    const value = symbol.flags & ts.SymbolFlags.Value ? [types.typeOfMember(symbol, typings.at)] : [];
    if (member === undefined) return value;
    const owners = [...value, ...(typeOfSymbol(typings, symbol) ? [typeOfSymbol(typings, symbol)!] : [])];
    return owners.flatMap((type) => memberNamed(typings, type, member) ?? []).map((found) => types.typeOfMember(found, typings.at));
  });
}

function checkAcquisition(check: Check, contract: Contract, acquisition: Acquisition): { claims: number; types: ts.Type[] } {
  const options = acquisition.options ?? [];
  if (acquisition.by === 'new') {
    const signatures = constructSignatures(check.typings, contract);
    if (signatures.length === 0) check.report(`new ${contract.type.name}()`, 'no public constructor');
    else checkOptions(check, signatures, options);
    return { claims: 1 + options.length, types: [] };
  }
  const signatures = functionsNamed(check.typings, acquisition.of).flatMap((type) => type.getCallSignatures());
  if (signatures.length === 0) check.report(`${display(acquisition.of)} exists`, 'no such function');
  if (signatures.length === 0) return { claims: 1, types: [] };
  checkOptions(check, signatures, options);
  const returned = signatures.map((signature) => check.typings.view.types.awaitedTypeOf(signature.getReturnType()));
  if (!contract.opaque) checkReturned(check, contract, acquisition.of, returned);
  checkDeclared(check, contract, acquisition.of);
  return { claims: 2 + options.length, types: returned };
}

/** Of the class, or of any value of its package whose `new` makes the type. */
function constructSignatures(typings: Typings, contract: Contract): readonly ts.Signature[] {
  const own = constructShapes(typings, contract.type);
  if (own.length > 0 || contract.type.from !== 'package') return own;
  const packages = new Set([contract.type.package, ...(contract.alsoFrom ?? [])]);
  const accepted = acceptedKeys(contract);
  const values = [...typings.exported].filter(([key, symbol]) => packages.has(key.split('#')[0]!) && symbol.flags & ts.SymbolFlags.Value);
  return values
    .flatMap(([, symbol]) => typings.view.types.typeOfMember(symbol, typings.at).getConstructSignatures())
    .filter((signature) => typeKeys(typings, signature.getReturnType()).some((key) => accepted.has(key)));
}

function checkOptions(check: Check, signatures: readonly ts.Signature[], options: readonly OptionCondition[]): void {
  for (const { property } of options) {
    if (!signatures.some((signature) => signature.parameters.some((parameter) => hasProperty(check.typings, parameter, property)))) check.report(`has an option ${property}`, 'no such option');
  }
}

/** What the factory returns must be a type that the resolution files under one of the contract's names. */
function checkReturned(check: Check, contract: Contract, factory: CallName, returned: readonly ts.Type[]): void {
  const { view } = check.typings;
  const accepted = acceptedKeys(contract);
  const keys = returned.flatMap((type) => typeKeys(check.typings, type));
  if (!keys.some((key) => accepted.has(key))) check.report(`${display(factory)} returns the type`, returned.map((type) => view.types.print(type)).join(' | ').slice(0, 80));
}

/** A factory that a package re-exports is resolved under the name it is declared with, which the contract must name too. */
function checkDeclared(check: Check, contract: Contract, factory: CallName): void {
  const { view, exported } = check.typings;
  const target = factory.member === undefined ? exported.get(nameKey(factory)) : undefined;
  if (!target) return;
  const known = contract.acquire.flatMap((each) => (each.by === 'call' ? [each.of, ...elsewhere(contract, each.of)].map(nameKey) : []));
  const declared = keysOf(view, target);
  if (!declared.some((key) => known.includes(key))) check.report(`the resolution finds ${display(factory)}`, `declared as ${declared.join(', ')}`);
}

function elsewhere(contract: Contract, call: CallName): CallName[] {
  return (contract.alsoFrom ?? []).map((from) => ({ ...call, from: 'package', package: from }));
}

function acceptedKeys(contract: Contract): ReadonlySet<string> {
  return new Set(namesOf(contract).flatMap(({ names }) => names.map(nameKey)));
}

function typeKeys({ view }: Typings, type: ts.Type): string[] {
  const parts = type.isUnion() ? type.types : [type];
  return parts.flatMap((part) => lineage(view, part)).flatMap((each) => {
    const symbol = view.types.symbolOfType(each);
    return [symbol, each.aliasSymbol].flatMap((found) => (found ? keysOf(view, found) : []));
  });
}

function display(call: CallName): string {
  return nameKey(call).replace('#', ' ');
}
