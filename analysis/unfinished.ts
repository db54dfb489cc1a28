import type { Grade } from './grade.ts';
import type { CompletionFate, ReleaseStory } from './story.ts';

/** How a release is left unfinished, and how sure that is. */
export interface Unfinished {
  grade: Grade;
  how: 'exit' | 'syncDispose' | 'ignored' | 'handled' | 'continued' | 'void' | (typeof droppedAs)[keyof typeof droppedAs];
}

const exits: ReadonlySet<string | undefined> = new Set(['process exit', 'possible process exit']);

/** Whether nobody waits for the end of a release, and in which way (docs/clauses.md, rule 5). */
export function unfinishedAs(release: ReleaseStory): Unfinished | undefined {
  const { fate, surroundings } = release;
  if (fate.kind === 'awaited') return undefined;
  if (fate.kind === 'called back') return surroundings.before === 'process exit' ? { grade: 'certain', how: 'exit' } : undefined;
  if (surroundings.inSyncDispose && release.completion === 'promise') return { grade: 'certain', how: 'syncDispose' };
  if (exits.has(surroundings.before)) return { grade: 'certain', how: 'exit' };
  switch (fate.kind) {
    case 'dropped':
      return release.quiet ? { grade: 'likely', how: droppedAs[fate.how] } : ofDropped(release, fate);
    case 'handled':
    case 'continued':
      return surroundings.voidSlot ? undefined : { grade: 'likely', how: fate.kind };
    case 'void':
      return ofVoid(release);
    case 'ignored':
      return { grade: fate.proven ? 'certain' : 'likely', how: 'ignored' };
  }
}

const droppedAs = { statement: 'dropped', variable: 'variable', forEach: 'forEach', map: 'map', 'callback without completion': 'callback' } as const;

function ofDropped({ surroundings }: ReleaseStory, { how }: CompletionFate & { kind: 'dropped' }): Unfinished | undefined {
  if (how === 'callback without completion' && surroundings.waits !== 'by await' && surroundings.waits !== 'by its promise') return undefined;
  return { grade: surroundings.voidSlot || surroundings.ownEvent || surroundings.endWatched ? 'likely' : 'certain', how: droppedAs[how] };
}

function ofVoid({ surroundings }: ReleaseStory): Unfinished | undefined {
  if (surroundings.voidSlot) return undefined;
  const isOnlyInTeardown = surroundings.catchesInside && !surroundings.inFinally && surroundings.before === undefined;
  return { grade: whyVoidIsProven(surroundings) && !isOnlyInTeardown && !surroundings.restarts && !surroundings.ownEvent && !surroundings.endWatched ? 'certain' : 'likely', how: 'void' };
}

/** Why `void` is no excuse here, in words that follow "but". */
export function whyVoidIsProven({ inFinally, inTeardown, before }: ReleaseStory['surroundings']): string | undefined {
  if (inFinally) return 'it stands in a finally';
  if (inTeardown) return 'the work of this function is releasing';
  if (before === 'replacement') return 'its replacement is acquired next';
  return before === undefined ? undefined : `a ${before} follows`;
}
