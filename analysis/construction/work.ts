import type { Grade } from '../grade.ts';
import type { ConstructionWork } from '../class-story.ts';

/** What a single call begins. */
export interface Work {
  kind: ConstructionWork['kind'];
  grade: Grade;
}
