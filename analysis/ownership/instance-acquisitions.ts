import type ts from 'typescript';
import { callsAnything } from '../calls-anything.ts';
import type { Contract } from '../contracts/contract.ts';
import type { Effect } from '../flow/obligation.ts';
import { below, runningBelow } from '../nodes.ts';
import { enclosingFunction, hasBody, hasModifier, memberName, methodCall, outermost, outermostAwaited, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { type FieldNames, fieldFilledBy } from './field-paths.ts';
import { followVariable, placeOf, valueOfAcquisition } from './local.ts';
import { freshFrom, type Fresh } from './returns.ts';
import { classChain, releasesOfTeardown, teardownMembers } from './teardown.ts';

/** A resource that the code of an instance makes and keeps in a field, or drops. */
export interface InstanceAcquisition {
  node: ts.CallExpression | ts.NewExpression;
  fresh: Fresh;
  /** The field, or `field.member`; nothing when the handle is dropped. */
  path: string | undefined;
  /** Other fields that hold it as well: it is released when any of them is. */
  alsoIn?: readonly string[];
  /** The value that is kept or dropped. */
  value: ts.Expression;
  /** The start call, when the same function starts it before or after it is kept. */
  started: ts.Expression | undefined;
  /** It is given to its maker's caller too. */
  lentOut: boolean;
  /** `.unref()` is called on it. */
  unreferenced: boolean;
}

type Begin = ts.CallExpression | ts.NewExpression;

/** The calls and `new`s in the code of an instance that is not its teardown, those in a class of their own left out. Decorators, which stand before the name of a member, run for the class. */
export function instanceNodes(view: View, owner: ts.ClassLikeDeclaration): readonly Begin[] {
  if (!callsAnything(view, owner)) return [];
  return view.remember('instanceNodes', owner, () => instanceNodesThat(view, owner, () => true));
}

/** Those of them that pass a test; which helpers are teardown is found out where any does. */
export function instanceNodesThat(view: View, owner: ts.ClassLikeDeclaration, passes: (node: Begin) => boolean): readonly Begin[] {
  const { ts: typescript } = view;
  const teardowns = teardownMembers(view, owner);
  const members = owner.members.filter((member) => !teardowns.includes(member) && !hasModifier(typescript, member, typescript.SyntaxKind.StaticKeyword) && !typescript.isClassStaticBlockDeclaration(member));
  const found = members.flatMap((member) => {
    const { pos: begin } = member.name ?? member;
    const nodes = runningBelow(typescript, member, (nested) => !typescript.isClassLike(nested), 'call', 'new').filter((node) => node.pos >= begin && passes(node));
    return nodes.length === 0 ? [] : [{ member, nodes }];
  });
  if (found.length === 0) return [];
  const { code } = releasesOfTeardown(view, owner);
  return found.flatMap(({ member, nodes }) => (code.has(member) ? [] : nodes));
}

/** What a call or `new` in the code of an instance makes for the instance to keep, or drops. */
export function acquisitionAt(view: View, owner: ts.ClassLikeDeclaration, node: ts.CallExpression | ts.NewExpression): InstanceAcquisition | undefined {
  const fresh = freshFrom(view, node);
  if (!fresh || fresh.contract.kind === 'listener') return undefined;
  const { value, started } = valueOfAcquisition(view, node, fresh.contract);
  const kept: InstanceAcquisition = { node, fresh, path: undefined, value, started, lentOut: false, unreferenced: /\.unref\(\)/.test(chainOf(view, value).getText()) };
  return keepingOf(view, kept, { classes: classChain(view, owner), locals: new Map() });
}

/** The value with the calls that are chained to it. */
function chainOf(view: View, value: ts.Expression): ts.Expression {
  let outer = value;
  while (view.ts.isPropertyAccessExpression(outer.parent) || (view.ts.isCallExpression(outer.parent) && outer.parent.expression === outer)) outer = outermost(view.ts, outer.parent);
  return outer;
}

function keepingOf(view: View, made: InstanceAcquisition, names: FieldNames): InstanceAcquisition | undefined {
  const { node, fresh, value } = made;
  if (view.ts.isPropertyAccessExpression(value.parent) || value.parent.parent === undefined) return undefined;
  const scope = enclosingFunction(view.ts, node);
  const place = placeOf(view, value, fresh.contract, scope);
  switch (place.kind) {
    case 'discarded':
      return endsInChain(view, value, fresh.contract) ? undefined : made;
    case 'field':
      return inField(made, fieldFilledBy(view, place.at, names));
    case 'variable':
      return hasBody(scope) ? fromVariable(view, made, place.symbol, scope, names) : undefined;
    case 'caller':
      return fromMapping(view, made, names);
    case 'handed over':
      return place.use.kind === 'transfer' ? inField(made, memberHolding(view, place.use.at, value, names)) : undefined;
    default:
      return undefined;
  }
}

function inField(made: InstanceAcquisition, path: string | undefined): InstanceAcquisition | undefined {
  return path === undefined ? undefined : { ...made, path };
}

/** `this.handles = { timer: setInterval(…) }`: the member of the field, as `handles.timer`. */
function memberHolding(view: View, at: ts.Node, value: ts.Expression, names: FieldNames): string | undefined {
  const field = fieldHolding(view, at, names);
  const property = view.ts.isObjectLiteralExpression(at) && value.parent.parent === at ? memberName(view.ts, (value.parent as ts.PropertyAssignment).name) : undefined;
  return field === undefined || property === undefined ? field : `${field}.${property}`;
}

/** The field that a transfer fills; an object literal in its place fills it too. */
function fieldHolding(view: View, at: ts.Node, names: FieldNames): string | undefined {
  const { ts: typescript } = view;
  if (!typescript.isObjectLiteralExpression(at) && !typescript.isArrayLiteralExpression(at)) return fieldFilledBy(view, at, names);
  const value = outermost(typescript, at);
  if (typescript.isPropertyDeclaration(value.parent)) return fieldFilledBy(view, value, names);
  return typescript.isBinaryExpression(value.parent) && value.parent.right === value ? fieldFilledBy(view, value.parent, names) : undefined;
}

/** `this.workers = names.map((name) => new Worker(name))` */
function fromMapping(view: View, made: InstanceAcquisition, names: FieldNames): InstanceAcquisition | undefined {
  const { ts: typescript } = view;
  const callback = enclosingFunction(typescript, made.node);
  if (!typescript.isArrowFunction(callback) && !typescript.isFunctionExpression(callback)) return undefined;
  const call = outermost(typescript, callback).parent;
  const method = methodCall(typescript, call);
  if (!method || !['map', 'flatMap', 'from'].includes(method.name)) return undefined;
  const value = outermostAwaited(typescript, method.call);
  const { parent } = value;
  if (typescript.isPropertyDeclaration(parent)) return inField(made, fieldFilledBy(view, value, names));
  return typescript.isBinaryExpression(parent) && parent.right === value ? inField(made, fieldFilledBy(view, parent, names)) : undefined;
}

/** `const server = createServer(); …; this.server = server;` */
function fromVariable(view: View, made: InstanceAcquisition, symbol: ts.Symbol, scope: FunctionWithBody, names: FieldNames): InstanceAcquisition | undefined {
  const story = followVariable(view, symbol, made.fresh.contract, scope);
  const transfers = [...story.effects].filter(([, effects]) => effects.some(isTransfer));
  const paths = transfers.map(([at]) => fieldHolding(view, at, names));
  const path = paths.find((one) => one !== undefined);
  if (path === undefined || story.releases.length > 0) return undefined;
  const elsewhere = transfers.filter((_transfer, index) => paths[index] === undefined);
  const lentOut = elsewhere.length > 0 && elsewhere.every(([, effects]) => effects.every((effect) => !isTransfer(effect) || effect.to === 'the caller'));
  if (elsewhere.length > 0 && !lentOut) return undefined;
  return { ...made, path, alsoIn: paths.filter((one): one is string => one !== undefined && one !== path), started: made.started ?? story.starts[0], lentOut, unreferenced: made.unreferenced || story.unreferenced };
}

function isTransfer(effect: Effect): effect is Effect & { kind: 'transfer' } {
  return effect.kind === 'transfer';
}

/** `spawn('ls').on('exit', done)`: its end is listened to in the same breath. */
export function endsInChain(view: View, value: ts.Expression, contract: Contract): boolean {
  const { endsBy } = contract;
  if (!endsBy) return false;
  return below(view.ts, value.parent, 'call').some((node) => {
    const method = methodCall(view.ts, node);
    const [event] = method?.call.arguments ?? [];
    if (!method) return false;
    return (endsBy.methods?.includes(method.name) ?? false) || (event !== undefined && view.ts.isStringLiteralLike(event) && (endsBy.events?.includes(event.text) ?? false));
  });
}
