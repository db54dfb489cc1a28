import type ts from 'typescript';
import type { Contract } from '../contracts/contract.ts';
import { hasBody } from '../syntax.ts';
import type { View } from '../view.ts';
import type { InstanceAcquisition } from './instance-acquisitions.ts';
import { subclassesOf } from './subclasses.ts';
import { releasesOfTeardown } from './teardown.ts';

/** Whether a class releases a field itself, or a subclass that ends what its base begins does. */
export function releasedInTeardown(view: View, owner: ts.ClassLikeDeclaration, path: string, contract?: Contract): boolean {
  return [owner, ...subclassesOf(view, owner)].some((one) => {
    const { fields, calls, handedOn, everything } = releasesOfTeardown(view, one);
    if (contract?.release.some((release) => 'method' in release && calls.has(`${path} ${release.method}`))) return true;
    return everything || [...fields, ...handedOn].some((released) => covers(released, path));
  });
}

/** A field and its members are released together. */
export function covers(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

/** `clearInterval(this.timer); this.timer = setInterval(…)`: the former one is released, not this. */
export function isBefore(end: ts.Node, { node }: InstanceAcquisition): boolean {
  return end.end <= node.pos && end.getSourceFile() === node.getSourceFile() && sameFunction(end, node);
}

function sameFunction(a: ts.Node, b: ts.Node): boolean {
  const scope = (node: ts.Node): ts.Node => (hasBody(node) || !node.parent ? node : scope(node.parent));
  return scope(a.parent) === scope(b.parent);
}
