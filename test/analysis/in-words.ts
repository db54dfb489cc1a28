import type { FileStories } from '../../analysis/index.ts';
import type { LifeStory, ReleaseStory, Step } from '../../analysis/story.ts';

/** What the stories of a file say, in lines that a test can read: `return certain: 'file' is acquired 3, returns with 'file' live 5`. */
export function leaksOf({ sourceFile, resources }: FileStories): readonly string[] {
  const lineOf = (step: Step) => sourceFile.getLineAndCharacterOfPosition(step.start).line + 1;
  return resources.flatMap(({ leaks }) => leaks.map(({ kind, grade, path }) => `${kind} ${grade}: ${path.map((step) => `${step.note} ${lineOf(step)}`).join(', ')}`));
}

/** Who owns what, and how: `server binding: …`. */
export function ownersOf({ resources }: FileStories): readonly string[] {
  return resources.map(({ resource, owner }: LifeStory) => `${resource.name} ${owner.kind}: ${owner.reason}`);
}

/** What becomes of each release: `redis.quit() dropped statement`. */
export function fatesOf({ releases }: FileStories): readonly string[] {
  return releases.map(({ node, fate }: ReleaseStory) => [node.getText(), fate.kind, ...(fate.kind === 'dropped' ? [fate.how] : []), ...(fate.kind === 'ignored' ? [`by ${fate.by}`] : [])].join(' '));
}

/** What follows each release on its path. */
export function followersOf({ releases }: FileStories): readonly (string | undefined)[] {
  return releases.map(({ surroundings }) => surroundings.before);
}
