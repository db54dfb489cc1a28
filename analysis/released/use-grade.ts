import type ts from 'typescript';
import type { Contract, Kind } from '../contracts/contract.ts';
import { contractOfValue, type KnownContract } from '../contracts/of-type.ts';
import { weaker, type Grade } from '../grade.ts';
import { memberOfClasses } from '../ownership/field-paths.ts';
import { implementersOf } from '../ownership/subclasses.ts';
import { classChain, fieldsReleasedBy } from '../ownership/teardown.ts';
import { below } from '../nodes.ts';
import { fieldOfThis, hasBody, isThis, memberAccess, methodCall, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { guardOf } from './own-guard.ts';
import { isQuiet, onlyLooks } from './quiet-calls.ts';
import { isTarget } from './subject.ts';

/** Kinds whose release is an end for one watcher or turn, and which may be asked or armed again. */
const rearmed: ReadonlySet<Kind> = new Set(['timer', 'observer', 'subscription', 'listener', 'process', 'task']);

/** How surely a call of a method needs a resource that has not been released; nothing when it does not. */
export function gradeOfUse(view: View, call: ts.CallExpression, name: string, known: KnownContract): Grade | undefined {
  const { contract, source } = known;
  if (contract.revives) return undefined;
  if (contract.deadAfterRelease) return contract.deadAfterRelease.includes(name) ? 'certain' : undefined;
  const type = view.types.typeOf(call);
  const waited = view.types.isThenable(type);
  if (isRearmed(contract) || view.types.isAny(type) || isQuiet(name, waited)) return undefined;
  const bodies = source === 'program' ? bodiesOfMember(view, call) : [];
  if (bodies.length > 0) return bodies.map((body) => gradeOfBody(view, body, waited && !endsAtOnce(contract))).reduce(weakest);
  if (waited) return source !== 'catalogue' && onlyLooks(name) ? 'likely' : known.grade;
  if (!endsAtOnce(contract)) return undefined;
  return source === 'catalogue' ? 'likely' : known.grade;
}

/** Whether what was released may be asked or armed again by its kind. */
export function isRearmed({ kind }: Contract): boolean {
  return rearmed.has(kind);
}

function endsAtOnce({ release }: Contract): boolean {
  return release.filter((one) => !one.abrupt).every((one) => one.completion === 'sync');
}

interface Member {
  node: ts.Node;
  owner: ts.ClassLikeDeclaration;
}

/** The methods of classes of the program that a call may run: its own, or those of the classes that implement the interface. */
function bodiesOfMember(view: View, call: ts.CallExpression): readonly Member[] {
  const access = memberAccess(view.ts, skipTransparent(view.ts, call.expression));
  const declaration = access && view.types.symbolOf(access.nameNode)?.valueDeclaration;
  if (!access || !declaration) return [];
  const { parent } = declaration;
  if (view.ts.isInterfaceDeclaration(parent)) return implementersOf(view, parent).flatMap((owner) => membersNamed(view, owner, access.name));
  return hasBody(declaration) && view.ts.isClassLike(parent) ? [{ node: declaration, owner: parent }] : [];
}

function membersNamed(view: View, owner: ts.ClassLikeDeclaration, name: string): Member[] {
  const node = memberOfClasses(view, classChain(view, owner), name);
  return node ? [{ node, owner }] : [];
}

function weakest(a: Grade | undefined, b: Grade | undefined): Grade | undefined {
  return a && b ? weaker(a, b) : undefined;
}

/** A method needs the resource when it calls what the teardown releases; where nothing of that is known, when both are waited for. */
function gradeOfBody(view: View, { node, owner }: Member, waited: boolean): Grade | undefined {
  const guard = guardOf(view, node, owner);
  if (guard) return guard === 'throws' ? 'certain' : undefined;
  if (needsReleased(view, node, owner)) return 'certain';
  if (!waited) return undefined;
  return fieldsReleasedBy(view, owner).size === 0 ? 'certain' : 'likely';
}

/** Whether a method calls what the teardown of an instance of its own class, or of one that inherits it, releases. */
function needsReleased(view: View, node: ts.Node, owner: ts.ClassLikeDeclaration): boolean {
  const released = fieldsReleasedBy(view, owner);
  if (released.size === 0) return false;
  const answer = () => callsReleased(view, node, owner, released, new Set());
  return node.parent === owner ? view.remember('needsReleased', node, answer) : answer();
}

function callsReleased(view: View, node: ts.Node, owner: ts.ClassLikeDeclaration, released: ReadonlySet<string>, seen: Set<ts.Node>): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  for (const inner of below(view.ts, node, 'access')) {
    const field = view.ts.isPropertyAccessExpression(inner) ? fieldOfThis(view.ts, inner) : undefined;
    if (field !== undefined && released.has(field) && isTarget(view, inner)) return false;
  }
  return below(view.ts, node, 'call').some((inner) => {
    const method = methodCall(view.ts, inner);
    if (!method) return false;
    if (isThis(view.ts, skipTransparent(view.ts, method.object))) {
      const helper = memberOfClasses(view, classChain(view, owner), method.name);
      return helper !== undefined && callsReleased(view, helper, owner, released, seen);
    }
    const field = fieldOfThis(view.ts, method.object);
    return field !== undefined && released.has(field) && needs(view, method.call, method.object, method.name);
  });
}

function needs(view: View, call: ts.CallExpression, object: ts.Expression, name: string): boolean {
  const known = contractOfValue(view, object);
  if (known?.contract.release.some((release) => 'method' in release && release.method === name)) return false;
  if (known) return view.remember('gradeOfUse', call, () => gradeOfUse(view, call, name, known), { bottom: undefined, unknown: undefined }) === 'certain';
  return view.types.isThenable(view.types.typeOf(call)) && !isQuiet(name, true);
}
