import type ts from 'typescript';
import { below } from './nodes.ts';
import type { View } from './view.ts';

const answers = new WeakMap<ts.ClassLikeDeclaration, boolean>();

/**
 * Whether anything in a class is called or made, what its decorators call left out: those run for the class, not for an instance. A class of which this does not
 * hold, such as an entity, acquires nothing, begins nothing and ends nothing by itself. A syntactic fact: it lives as long as the source file.
 */
export function callsAnything(view: View, owner: ts.ClassLikeDeclaration): boolean {
  let answer = answers.get(owner);
  if (answer === undefined) answers.set(owner, (answer = findsCall(view, owner)));
  return answer;
}

function findsCall(view: View, owner: ts.ClassLikeDeclaration): boolean {
  let end = 0;
  for (const node of below(view.ts, owner, 'call', 'new')) {
    if (node.end <= end) continue;
    if (!view.ts.isDecorator(node.parent)) return true;
    ({ end } = node);
  }
  return false;
}
