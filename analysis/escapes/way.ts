import type ts from 'typescript';
import type { Grade } from '../grade.ts';

/** How something leaves the scope that owns it. `promise`: returned without a wait; `floating`: work that nobody in the scope waits for. */
export interface Way {
  kind: 'returned' | 'stored' | 'captured' | 'promise' | 'floating';
  at: ts.Node;
  /** Where to, or which work. */
  to: string;
  grade: Grade;
}

export function certain(kind: Way['kind'], at: ts.Node, to = ''): Way {
  return { kind, at, to, grade: 'certain' };
}

export function likely(way: Way | undefined): Way | undefined {
  return way && { ...way, grade: 'likely' };
}
