import type ts from 'typescript';
import { memberName } from '../syntax.ts';
import type { View } from '../view.ts';
import { type FieldUses, fieldUsesOf } from './field-uses.ts';
import { acquisitionAt, instanceNodes, type InstanceAcquisition } from './instance-acquisitions.ts';
import { covers, isBefore, releasedInTeardown } from './released-in-teardown.ts';

/**
 * `this.watcher.update(paths)`: a class calls, on what a field of it holds, the method by which an instance of a class of the program acquires what its
 * own teardown, and nothing else, releases.
 */
export function isBegunByCall(view: View, kept: ts.ClassLikeDeclaration, uses: FieldUses, path: string): boolean {
  const called = new Set(uses.calls.flatMap((one) => (one.path === path && !one.inTeardown ? [one.method] : [])));
  const members = kept.members.filter((member) => view.ts.isMethodDeclaration(member) && called.has(memberName(view.ts, member.name) ?? ''));
  if (members.length === 0) return false;
  return instanceNodes(view, kept).some((node) => {
    if (!members.some((member) => member.pos <= node.pos && node.end <= member.end)) return false;
    const made = acquisitionAt(view, kept, node);
    return made?.path !== undefined && lastsUntilReleased(made) && endsInTeardownAlone(view, kept, made, made.path);
  });
}

/** Not what ends by itself, begins later or does not keep anything alive. */
function lastsUntilReleased({ fresh, started, unreferenced, lentOut }: InstanceAcquisition): boolean {
  const { contract, begins } = fresh;
  if (contract.oneShot || contract.endsBy !== undefined || contract.kind === 'stream' || contract.kind === 'process') return false;
  return !unreferenced && !lentOut && (begins === 'eager' || started !== undefined);
}

function endsInTeardownAlone(view: View, kept: ts.ClassLikeDeclaration, made: InstanceAcquisition, path: string): boolean {
  if (fieldUsesOf(view, kept).ends.some((end) => covers(end.path, path) && !isBefore(end.node, made))) return false;
  return releasedInTeardown(view, kept, path, made.fresh.contract);
}
