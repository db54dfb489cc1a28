import type ts from 'typescript';
import { dependencyOf } from './ownership/dependency.ts';
import { isOwner, type Owned, type OwnedUnit } from './owners/owned.ts';
import { ownedByInstance } from './owners/of-instance.ts';
import { ownedByScope } from './owners/of-scope.ts';
import { runsWithItsFunction } from './scopes.ts';
import { below } from './nodes.ts';
import type { Step } from './story.ts';
import { enclosingClass, functionNameOf, hasModifier } from './syntax.ts';
import type { View } from './view.ts';

/** A resource with what it was built from or given, of the same owner's. */
export interface OwnedStory extends Owned {
  needs: readonly { name: string; step: Step }[];
}

/** What a function, a module or an instance of a class owns, in the order of the text. */
export interface OwnerStory {
  kind: 'function' | 'module' | 'class';
  node: OwnedUnit;
  /** `run`, `Coordinator`; nothing for a module, or for a function without a name. */
  name: string | undefined;
  owned: readonly OwnedStory[];
}

/** The owners of a file that own anything. Methods are no owners: what they begin belongs to the instance, or is over when they return. */
export function ownersOf(view: View, file: ts.SourceFile): readonly OwnerStory[] {
  const found: OwnerStory[] = [storyOf(view, 'module', file, undefined, ownedByScope(view, file))];
  for (const node of below(view.ts, file, 'class', 'function')) {
    if (view.ts.isClassLike(node)) found.push(storyOf(view, 'class', node, node.name?.text, ownedByInstance(view, node)));
    else if (isFree(view, node)) found.push(storyOf(view, 'function', node, functionNameOf(view.ts, node), ownedByScope(view, node)));
  }
  return found.filter(({ owned }) => owned.some(isOwner));
}

function storyOf(view: View, kind: OwnerStory['kind'], node: OwnedUnit, name: string | undefined, owned: readonly Owned[]): OwnerStory {
  return { kind, node, name, owned: owned.map((one) => ({ ...one, needs: needsOf(view, node, one, owned) })) };
}

function needsOf(view: View, unit: ts.Node, { name }: Owned, owned: readonly Owned[]): OwnedStory['needs'] {
  return owned.flatMap((other) => {
    const step = other.name === name ? undefined : dependencyOf(view, unit, name, other.name);
    return step ? [{ name: other.name, step }] : [];
  });
}

/** Neither a method nor inside one, and no callback that is part of the function around it. */
function isFree(view: View, node: ts.Node): boolean {
  if (runsWithItsFunction(view, node)) return false;
  return enclosingClass(view.ts, node) === undefined || hasModifier(view.ts, node, view.ts.SyntaxKind.StaticKeyword);
}
