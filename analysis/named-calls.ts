import type ts from 'typescript';
import { calledName } from './names.ts';
import { choose, type Chosen, placesByKey, type Shape, type Shapes } from './nodes.ts';
import { perView } from './per-view.ts';
import type { View } from './view.ts';

/** Whether a call of a name may do what is asked for: yes too often, never no too often. */
export type NameTest = (view: View, name: string) => boolean;

/**
 * The calls of a file that may do something by the name that they call, with all nodes of some other shapes. A call of no name, or of one that may stand
 * for another, always may. The calls of a file are filed under their names once, so that who asks for some of them passes the others over without looking
 * at them: most calls of a program have the name of nothing that begins or ends.
 */
export function callsThatMay<Other extends Shape = never>(may: NameTest, ...others: readonly Other[]): (view: View, file: ts.SourceFile) => Chosen<ts.CallExpression | Shapes[Other]> {
  const answers = perView(() => ({ byFile: new Map<ts.SourceFile, Chosen<ts.CallExpression | Shapes[Other]>>(), refused: new Set<string>() }));
  return (view, file) => {
    const { byFile, refused } = answers(view);
    let chosen = byFile.get(file);
    if (!chosen) {
      const places: number[] = [];
      for (const { name, at } of callsByName(view, file)) {
        if (name === undefined || (!refused.has(name) && may(view, name))) places.push(...at);
        else refused.add(name);
      }
      byFile.set(file, (chosen = choose(view.ts, file, places.sort((a, b) => a - b), ...others)));
    }
    return chosen;
  };
}

interface NamedCalls {
  name: string | undefined;
  /** The places of the calls of this name. */
  at: readonly number[];
}

const filesCalls = new WeakMap<ts.SourceFile, readonly NamedCalls[]>();

/** A syntactic fact: it lives as long as the source file. */
function callsByName(view: View, file: ts.SourceFile): readonly NamedCalls[] {
  let calls = filesCalls.get(file);
  if (!calls) filesCalls.set(file, (calls = [...placesByKey(view.ts, file, 'call', (call) => calledName(view, call))].map(([name, at]) => ({ name, at }))));
  return calls;
}
