export type { Grade } from './grade.ts';
export type { FileStories } from './stories.ts';
export { stories } from './stories.ts';
export { releaseText } from './resources.ts';
export { canUseStacks } from './can-use-stacks.ts';
export { problemsOfSettings } from './contracts/validate.ts';
