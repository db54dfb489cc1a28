import type { FileStories } from '../analysis/index.ts';
import type { Step } from '../analysis/story.ts';

/** A proof in one line: `'producer' is started at 14 → 'work()' may reject at 17 → leaves at 23`. */
export function pathInWords(stories: FileStories, path: readonly Step[]): string {
  return path.map((step) => `${step.note} at ${placeOf(stories, step)}`).join(' → ');
}

/** The line of a step; with the file's name where it is another one. */
function placeOf(stories: FileStories, step: Step): string {
  const file = step.file ?? stories.sourceFile;
  const line = file.getLineAndCharacterOfPosition(step.start).line + 1;
  return file === stories.sourceFile ? String(line) : `${file.fileName.split('/').at(-1)}:${line}`;
}
