export type { Grade } from './grade.ts';
export type { FileStories } from './stories.ts';
export type { OwnedStory, OwnerStory } from './owners.ts';
export { stories } from './stories.ts';
export { releaseText } from './resources.ts';
export { canUseScopes, canUseStacks } from './can-use-stacks.ts';
export { problemsOfSettings } from './contracts/validate.ts';
