/** How a dispose symbol compares with a release; `different`: it does something else, or nothing proves that it does the same. */
export type Compared = 'exact' | 'guarded' | 'lossy' | 'fire-and-forget' | 'different';

/** How each dispose symbol of a value compares with a release; absent for a symbol that the value lacks. */
export interface ComparedDispose {
  readonly sync?: Compared;
  readonly async?: Compared;
}
