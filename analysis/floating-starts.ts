import type ts from 'typescript';
import { startedBy } from './contracts/calls.ts';
import { completionOf } from './flow/completion.ts';
import type { FloatingStart } from './story.ts';
import { allDescendants, enclosingFunction, isAsync, nameOf, skipTransparent } from './syntax.ts';
import type { View } from './view.ts';

/** Starts whose promise nobody keeps or awaits (docs/clauses.md, rule 4). In constructors rule 1 speaks. */
export function floatingStartsOf(view: View, file: ts.SourceFile): readonly FloatingStart[] {
  return [...allDescendants(view.ts, file)].flatMap((node) => startAt(view, node));
}

function startAt(view: View, node: ts.Node): FloatingStart[] {
  const started = startedBy(view, node);
  if (!started || started.start.queues || isConstruction(view, started.call) || !view.types.isThenable(view.types.typeOf(started.call))) return [];
  const fate = completionOf(view, started.call);
  if (fate.kind === 'awaited') return [];
  const scope = enclosingFunction(view.ts, started.call);
  const canAwait = view.ts.isSourceFile(scope) || isAsync(view.ts, scope);
  const proven = fate.kind === 'dropped' || (fate.kind === 'void' && canAwait);
  return [
    {
      at: started.call,
      name: nameOf(skipTransparent(view.ts, started.object)),
      how: fate.kind,
      runLoop: started.start.runLoop === true,
      canAwait,
      grade: proven ? started.grade : 'likely',
    },
  ];
}

/** In a constructor or a field initializer. */
function isConstruction(view: View, node: ts.Node): boolean {
  const scope = enclosingFunction(view.ts, node);
  if (view.ts.isConstructorDeclaration(scope)) return true;
  for (let at: ts.Node = node; at !== scope && at.parent; at = at.parent) if (view.ts.isPropertyDeclaration(at)) return true;
  return false;
}
