import ts from 'typescript';
import type { Acquisition, CallName, Contract, Family, Name, OptionCondition, Release, Start } from '../../analysis/contracts/contract.ts';
import { lineage } from '../../analysis/contracts/lookup.ts';
import { keysOf, nameKey } from '../../analysis/origin.ts';
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
  for (const [family, { contracts = [], listeners = [], sinks = [], nonResources = [] }] of Object.entries(families)) {
    const about = (subject: string): Check => ({ typings, report: (claim, found) => void drifts.push({ family, subject, claim, found }) });
    const run = (subject: string, check: (check: Check) => number): void => void (claims += check(about(subject)));
    for (const contract of contracts) run(nameKey(contract.type), (check) => checkContract(check, contract));
    for (const { type, add, remove } of listeners) run(nameKey(type), (check) => checkMembers(check, type, [...add, ...remove]));
    for (const sink of sinks) run(nameKey(sink.call), (check) => checkCall(check, sink.call));
    for (const { type } of nonResources) run(nameKey(type), (check) => (isThere(typings, type) || check.report('the type exists', 'no such name'), 1));
  }
  return { drifts, claims };
}

function checkContract(check: Check, contract: Contract): number {
  const acquired = contract.acquire.map((acquisition) => checkAcquisition(check, contract, acquisition));
  const calls = contract.release.flatMap((release) => ('call' in release ? [checkCall(check, release.call)] : []));
  const types = contract.opaque ? acquired.flatMap((each) => each.type ?? []).slice(0, 1) : typesNamed(check, contract);
  const members = types.length > 0 ? checkBest(check, types, (attempt, type) => checkType(attempt, contract, type)) : 0;
  return [...acquired.map((each) => each.claims), ...calls, members].reduce((sum, count) => sum + count, 1);
}

/** Two types of a package can have one name, as `Producer` in and outside of a namespace: the claims must hold for one of them. */
function checkBest(check: Check, types: readonly ts.Type[], checkOne: (check: Check, type: ts.Type) => number): number {
  const attempts = types.map((type) => {
    const found: [string, string][] = [];
    const claims = checkOne({ ...check, report: (claim, other) => void found.push([claim, other]) }, type);
    return { claims, found };
  });
  const best = attempts.reduce((a, b) => (b.found.length < a.found.length ? b : a));
  for (const [claim, other] of best.found) check.report(claim, other);
  return best.claims;
}

function typesNamed(check: Check, contract: Contract): ts.Type[] {
  return namesOf(contract).flatMap(({ names, claim }) => {
    const symbols = names.flatMap((name) => check.typings.symbols.get(nameKey(name)) ?? []);
    const types = symbols.flatMap((symbol) => typeOfSymbol(check.typings, symbol) ?? []);
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
  const others = [...(contract.endsBy?.methods ?? []), ...(contract.flush ?? [])].map((name) => checkMember(check, type, name));
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
  const same = (returned: ts.Type): boolean => related(check, check.typings.view.types.awaitedTypeOf(returned), type);
  if (!shapes.some((shape) => same(shape.type))) check.report(`${name}() returns the resource`, shapes.map((shape) => shape.returns).join(' | ') || 'not callable');
}

function related(check: Check, returned: ts.Type, type: ts.Type): boolean {
  const { view } = check.typings;
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
  if (!signaturesOf(check, call)) check.report(`${display(call)} exists`, 'no such function');
  return 1;
}

function isThere(typings: Typings, name: Name): boolean {
  return symbolsNamed(typings, name).length > 0;
}

function symbolsNamed(typings: Typings, name: Name): readonly ts.Symbol[] {
  const reExported = typings.exported.get(nameKey(name));
  return typings.symbols.get(nameKey(name)) ?? (reExported ? [reExported] : []);
}

function signaturesOf(check: Check, call: CallName): ts.Type | undefined {
  const { typings } = check;
  const { member, ...owner } = call;
  const symbols = symbolsNamed(typings, owner as Name);
  for (const symbol of symbols) {
    if (member === undefined) {
      if (symbol.flags & ts.SymbolFlags.Value) return typings.view.types.typeOfMember(symbol, typings.at);
      continue;
    }
    for (const type of [typeOfSymbol(typings, symbol), symbol.flags & ts.SymbolFlags.Value ? typings.view.types.typeOfMember(symbol, typings.at) : undefined]) {
      const found = type && memberNamed(typings, type, member);
      if (found) return typings.view.types.typeOfMember(found, typings.at);
    }
  }
  return undefined;
}

function checkAcquisition(check: Check, contract: Contract, acquisition: Acquisition): { claims: number; type?: ts.Type } {
  const options = acquisition.options ?? [];
  if (acquisition.by === 'new') {
    const shapes = constructShapes(check.typings, contract.type);
    if (shapes.length === 0) check.report(`new ${contract.type.name}()`, 'no public constructor');
    else checkOptions(check, shapes, options);
    return { claims: 1 + options.length };
  }
  const callee = signaturesOf(check, acquisition.of);
  if (!callee) check.report(`${display(acquisition.of)} exists`, 'no such function');
  if (!callee) return { claims: 1 };
  const signatures = callee.getCallSignatures();
  checkOptions(check, signatures, options);
  const returned = signatures.map((signature) => check.typings.view.types.awaitedTypeOf(signature.getReturnType()));
  if (!contract.opaque) checkReturned(check, contract, acquisition.of, returned);
  return { claims: 2 + options.length, ...(returned[0] ? { type: returned[0] } : {}) };
}

function checkOptions(check: Check, signatures: readonly ts.Signature[], options: readonly OptionCondition[]): void {
  for (const { property } of options) {
    if (!signatures.some((signature) => signature.parameters.some((parameter) => hasProperty(check.typings, parameter, property)))) check.report(`has an option ${property}`, 'no such option');
  }
}

/** What the factory returns must be a type that the resolution files under one of the contract's names. */
function checkReturned(check: Check, contract: Contract, factory: CallName, returned: readonly ts.Type[]): void {
  const { view } = check.typings;
  const accepted = new Set(namesOf(contract).flatMap(({ names }) => names.map(nameKey)));
  const parts = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);
  const keys = returned.flatMap(parts).flatMap((type) => lineage(view, type)).flatMap((type) => {
    const symbol = view.types.symbolOfType(type);
    return [symbol, type.aliasSymbol].flatMap((each) => (each ? keysOf(view, each) : []));
  });
  if (!keys.some((key) => accepted.has(key))) check.report(`${display(factory)} returns the type`, returned.map((type) => view.types.print(type)).join(' | ').slice(0, 80));
}

function display(call: CallName): string {
  return nameKey(call).replace('#', ' ');
}
