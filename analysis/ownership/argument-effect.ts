import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import type { Contract } from '../contracts/contract.ts';
import { contractOfType } from '../contracts/of-type.ts';
import { releaseVerbPrefixes } from '../contracts/verbs.ts';
import { enclosingClass, fieldOfThis, memberName, methodCall, nameOf, type FunctionWithBody } from '../syntax.ts';
import type { Cycle } from '../memory.ts';
import { below } from '../nodes.ts';
import type { View } from '../view.ts';
import { closureWithin, referencesIn } from './references.ts';
import { goesWithInstance } from './released-through.ts';
import { statedOfArgument, statedOfParameter } from './stated.ts';
import { fieldsReleasedBy } from './teardown.ts';
import { type Use, useOf } from './uses.ts';

/** What a function of the program does with an argument. */
export type ParameterEffect = 'releases' | 'stores' | 'takes over' | 'returns' | 'starts' | 'borrows' | 'unknown';

/**
 * What becomes of a resource that is handed to a call as an argument, or as a property of an object argument.
 * The callee's JSDoc decides when it says anything, its body when that is in the program, its declared parameter type when it is not.
 */
export function argumentEffect(view: View, call: ts.CallExpression | ts.NewExpression, index: number, property: string | undefined): Use {
  const stated = statedOfArgument(view, call, index, property);
  if (stated === 'borrows') return { kind: 'use', at: call };
  if (stated === 'owns') return { kind: 'transfer', at: call, to: `'${nameOf(call.expression)}', whose JSDoc says that it takes it over` };
  const collected = collects(view, call);
  if (collected) return { kind: 'transfer', at: call, to: collected };
  const body = calleeBody(view, call);
  const name = nameOf(call.expression);
  if (!body || index < 0) return foreignEffect(view, call, name);
  switch (parameterEffect(view, body, index, property)) {
    case 'releases':
      return { kind: 'release', at: call as ts.CallExpression };
    case 'takes over':
      return { kind: 'transfer', at: call, to: `'${name}': what it is made of, its teardown releases` };
    case 'stores':
      return { kind: 'transfer', at: call, to: `'${name}', which keeps it` };
    case 'returns':
      return { kind: 'escape', at: call, reason: `'${name}', which hands it back` };
    case 'starts':
      return { kind: 'start', at: call };
    case 'borrows':
      return view.ts.isNewExpression(call) && property === undefined && goesWithInstance(view, call, body, index) ? { kind: 'transfer', at: call, to: `'${name}', through which it is released` } : { kind: 'use', at: call };
    case 'unknown':
      return { kind: 'escape', at: call, reason: `'${name}', which may keep it` };
  }
}

const collectors: ReadonlySet<string> = new Set(['push', 'unshift', 'add', 'set', 'append', 'splice', 'concat']);

function collects(view: View, call: ts.CallExpression | ts.NewExpression): string | undefined {
  const method = methodCall(view.ts, call);
  if (!method || !collectors.has(method.name) || calleeBody(view, call)) return undefined;
  return `the collection '${nameOf(method.object)}'`;
}

/** A function outside the program: without a contract nobody knows, so the obligation is out of sight. */
function foreignEffect(view: View, call: ts.CallExpression | ts.NewExpression, name: string): Use {
  view.bailOuts.push({ reason: 'unresolved callee', file: call.getSourceFile().fileName, start: call.getStart() });
  return { kind: 'escape', at: call, reason: `'${name}', which is not part of the program and may keep it` };
}

/** What a function does with one parameter, or with a property of it. */
export function parameterEffect(view: View, body: FunctionWithBody, index: number, property: string | undefined): ParameterEffect {
  return view.remember(`parameterEffect ${index} ${property ?? ''}`, body, () => computeParameterEffect(view, body, index, property), silent);
}

/** Where functions hand an argument round in a circle, only what one of them does besides counts. */
const silent: Cycle<ParameterEffect> = { bottom: 'borrows', unknown: 'unknown' };

function computeParameterEffect(view: View, body: FunctionWithBody, index: number, property: string | undefined): ParameterEffect {
  const { ts: typescript } = view;
  const parameter = body.parameters[index];
  if (!parameter) return body.parameters.at(-1)?.dotDotDotToken ? 'unknown' : 'borrows';
  const stated = statedOfParameter(view, parameter, property);
  if (stated) return stated === 'owns' ? 'takes over' : 'borrows';
  if (parameter.dotDotDotToken) return releasesByName(body) ? 'releases' : 'unknown';
  const kept = isParameterProperty(view, parameter) ? [fieldEffect(view, body, memberName(typescript, parameter.name) ?? '', property)] : [];
  const places = placesOf(view, body, parameter, property);
  if (!places) return 'unknown';
  return strongest([...kept, ...places.map((place) => placeEffect(view, body, place))]);
}

const strength: readonly ParameterEffect[] = ['releases', 'takes over', 'stores', 'unknown', 'returns', 'starts', 'borrows'];

function strongest(effects: readonly ParameterEffect[]): ParameterEffect {
  return strength.find((effect) => effects.includes(effect)) ?? 'borrows';
}

/** The expressions that mean the argument inside the body; nothing when it cannot be followed. */
function placesOf(view: View, body: FunctionWithBody, parameter: ts.ParameterDeclaration, property: string | undefined): readonly ts.Expression[] | undefined {
  const { ts: typescript } = view;
  if (typescript.isIdentifier(parameter.name)) {
    const references = referencesToParameter(view, body, parameter, parameter.name);
    if (!references) return undefined;
    return property === undefined ? references : propertiesOf(view, references, property);
  }
  if (property === undefined || !typescript.isObjectBindingPattern(parameter.name)) return undefined;
  const element = parameter.name.elements.find((one) => (one.propertyName ?? one.name).getText() === property);
  if (!element) return parameter.name.elements.some((one) => one.dotDotDotToken) ? undefined : [];
  const symbol = typescript.isIdentifier(element.name) ? view.types.symbolOf(element.name) : undefined;
  return symbol && referencesIn(view, symbol, body);
}

/** The name of a parameter property is that of the property; in the body it means the parameter. */
function referencesToParameter(view: View, body: FunctionWithBody, parameter: ts.ParameterDeclaration, name: ts.Identifier): readonly ts.Identifier[] | undefined {
  if (isParameterProperty(view, parameter)) return below(view.ts, body.body, 'identifier').filter((one) => one.text === name.text && !isMemberName(view, one) && view.types.symbolOf(one)?.valueDeclaration === parameter);
  const symbol = view.types.symbolOf(name);
  return symbol && referencesIn(view, symbol, body);
}

function isMemberName(view: View, name: ts.Identifier): boolean {
  return view.ts.isPropertyAccessExpression(name.parent) && name.parent.name === name;
}

/** `options.client` for every reference to `options`; nothing when `options` itself goes elsewhere. */
function propertiesOf(view: View, references: readonly ts.Identifier[], property: string): readonly ts.Expression[] | undefined {
  const { ts: typescript } = view;
  const found: ts.Expression[] = [];
  for (const reference of references) {
    const { parent } = reference;
    if (typescript.isPropertyAccessExpression(parent) && parent.expression === reference) {
      if (parent.name.text === property) found.push(parent);
      continue;
    }
    return undefined;
  }
  return found;
}

function placeEffect(view: View, body: FunctionWithBody, place: ts.Expression): ParameterEffect {
  const contract = contractOfType(view, view.types.valueTypeOf(place))?.contract;
  return effectOf(view, body, useOf(view, place, contract), place, contract);
}

/** `super(scope, new Holder(stream))`: the instance has it by the object that its base class keeps. */
function isGivenToBase(view: View, call: ts.Node): boolean {
  const { ts: typescript } = view;
  const { parent } = call;
  return typescript.isNewExpression(call) && typescript.isCallExpression(parent) && parent.expression.kind === typescript.SyntaxKind.SuperKeyword;
}

function effectOf(view: View, body: FunctionWithBody, use: Use, place: ts.Expression, contract: Contract | undefined): ParameterEffect {
  if (use.kind === 'release') return 'releases';
  if (use.kind === 'scoped') return 'releases';
  if (use.kind === 'start') return strongest(['starts', ...(use.then ? [effectOf(view, body, use.then, place, contract)] : [])]);
  if (use.kind === 'transfer') return transferEffect(view, body, use, place);
  if (use.kind === 'escape') return use.reason.endsWith('hands it back') ? 'returns' : 'unknown';
  if (use.kind === 'use' && isGivenToBase(view, use.at)) return 'unknown';
  if (use.kind === 'alias') return aliasEffect(view, body, use.name, contract);
  return 'borrows';
}

function transferEffect(view: View, body: FunctionWithBody, use: Use & { kind: 'transfer' }, place: ts.Expression): ParameterEffect {
  if (use.to === 'the caller') return closureWithin(view, place, body) ? 'borrows' : 'returns';
  const field = view.ts.isBinaryExpression(use.at) ? fieldOfThis(view.ts, use.at.left) : undefined;
  return field === undefined ? 'stores' : fieldEffect(view, body, field, undefined);
}

/** A field keeps what it is given; the class takes it over when its teardown releases the field. */
function fieldEffect(view: View, body: FunctionWithBody, field: string, property: string | undefined): ParameterEffect {
  const owner = enclosingClass(view.ts, body.body);
  if (!owner) return 'stores';
  const released = fieldsReleasedBy(view, owner);
  const path = property === undefined ? field : `${field}.${property}`;
  return released.has(path) || released.has(field) ? 'takes over' : 'borrows';
}

function aliasEffect(view: View, body: FunctionWithBody, name: ts.Identifier, contract: Contract | undefined): ParameterEffect {
  const symbol = view.types.symbolOf(name);
  const declared = symbol?.valueDeclaration;
  if (!symbol || !declared || !isInside(declared, body)) return 'stores';
  const references = referencesIn(view, symbol, body).filter((reference) => reference !== name);
  return strongest(references.map((reference) => (contract === undefined ? 'unknown' : placeEffectOnce(view, body, reference))));
}

function placeEffectOnce(view: View, body: FunctionWithBody, reference: ts.Identifier): ParameterEffect {
  return view.remember('placeEffect', reference, () => placeEffect(view, body, reference), silent);
}

function isInside(node: ts.Node, scope: ts.Node): boolean {
  return node.pos >= scope.pos && node.end <= scope.end && node.getSourceFile() === scope.getSourceFile();
}

function isParameterProperty(view: View, parameter: ts.ParameterDeclaration): boolean {
  return view.ts.isParameterPropertyDeclaration(parameter, parameter.parent);
}

/** A variadic helper says by its name that it releases: `closeAll(a, b)`. */
function releasesByName(body: FunctionWithBody): boolean {
  const name = body.name?.getText() ?? '';
  return releaseVerbPrefixes.some((prefix) => name.startsWith(prefix));
}

