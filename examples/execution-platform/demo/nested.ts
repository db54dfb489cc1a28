import type { Life } from '../platform/trace/checks.ts';

export interface NestedLife {
  life: Life;
  /** 1 for what the entry point itself started. */
  depth: number;
}

/** Each life followed by those that it started, in the order of their starts. What a request started stands for itself. */
export function nested(lives: readonly Life[]): NestedLife[] {
  const inOrder = [...lives].sort((a, b) => a.start - b.start);
  const below = (entry: string, owner: string, depth: number): NestedLife[] =>
    inOrder.filter((life) => life.entry === entry && life.owner === owner).flatMap((life) => [{ life, depth }, ...below(entry, life.who, depth + 1)]);
  const known = new Set(inOrder.map((life) => `${life.entry}/${life.who}`));
  const roots = new Map(inOrder.filter((life) => !known.has(`${life.entry}/${life.owner}`)).map((life) => [`${life.entry}/${life.owner}`, life]));
  return [...roots.values()].flatMap((life) => below(life.entry, life.owner, 1));
}
