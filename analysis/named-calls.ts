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
  const answers = perView(() => ({ byFile: new Map<ts.SourceFile, Chosen<ts.CallExpression | Shapes[Other]>>(), refused: [] as boolean[] }));
  return (view, file) => {
    const { byFile, refused } = answers(view);
    const passes = (name: string, id: number): boolean => {
      const answer = may(view, name);
      refused[id] = !answer;
      return answer;
    };
    let chosen = byFile.get(file);
    if (!chosen) {
      const found = callsByName(view, file).filter(({ name, id }) => name === undefined || (!refused[id] && passes(name, id)));
      byFile.set(file, (chosen = choose(view.ts, file, found.flatMap(({ at }) => at).sort((a, b) => a - b), ...others)));
    }
    return chosen;
  };
}

interface NamedCalls {
  name: string | undefined;
  /** Stands for the name, in all files. */
  id: number;
  /** The places of the calls of this name. */
  at: readonly number[];
}

const ids = new Map<string | undefined, number>();

function idOf(name: string | undefined): number {
  let id = ids.get(name);
  if (id === undefined) ids.set(name, (id = ids.size));
  return id;
}

const filesCalls = new WeakMap<ts.SourceFile, readonly NamedCalls[]>();

/** A syntactic fact: it lives as long as the source file. */
function callsByName(view: View, file: ts.SourceFile): readonly NamedCalls[] {
  let calls = filesCalls.get(file);
  if (!calls) filesCalls.set(file, (calls = [...placesByKey(view.ts, file, 'call', (call) => calledName(view, call))].map(([name, at]) => ({ name, id: idOf(name), at }))));
  return calls;
}
