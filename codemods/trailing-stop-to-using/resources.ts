import type ts from 'typescript';
import type { FileStories } from '../../analysis/index.ts';
import type { LifeStory } from '../../analysis/story.ts';
import type { TrailingResource } from '../../plans/trailing-stop-to-using/site.ts';
import type { Reason } from '../../plans/reasons.ts';
import type { Range } from '../../plans/syntax/node.ts';
import { fileTypes } from '../finally-to-stack/file-types.ts';

/** What a file's functions release, but not on every exit: the sites that rule require-disposal points at and that end with a release. */
export function trailingResources(stories: FileStories): readonly TrailingResource[] {
  const types = fileTypes(stories);
  return stories.resources.flatMap((story): TrailingResource[] => {
    const { declaration, releases: [release] } = story;
    if (!declaration || !release || story.leaks.length === 0 || !story.released || declaration.getSourceFile() !== stories.sourceFile || !stories.view.ts.isIdentifier(declaration.name)) return [];
    const releaseRange = rangeOf(release, stories.sourceFile);
    return [{
      name: rangeOf(declaration.name, stories.sourceFile), birth: rangeOf(story.birth.node, stories.sourceFile), release: releaseRange,
      type: types.release(releaseRange), safeBeforeStart: isSafeBeforeStart(story, release, stories), reason: reasonOf(story),
    }];
  });
}

function reasonOf({ releases, escapes, outlives }: LifeStory): Reason | undefined {
  if (releases.length > 1) return 'released-elsewhere';
  return escapes || outlives ? 'escapes' : undefined;
}

/** The catalogue knows what a release does to a resource that never started; a class of the program may do anything. */
function isSafeBeforeStart({ resource: { contract } }: LifeStory, release: ts.Node, { view: { ts: typescript } }: FileStories): boolean {
  const callee = typescript.isCallExpression(release) ? release.expression : undefined;
  const method = callee && typescript.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
  const known = contract.release.find((one) => 'method' in one && one.method === method);
  return contract.evidence.length > 0 && known !== undefined && known.beforeStart === undefined;
}

function rangeOf(node: ts.Node, sourceFile: ts.SourceFile): Range {
  return { start: node.getStart(sourceFile), end: node.end };
}
