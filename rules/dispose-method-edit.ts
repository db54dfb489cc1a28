import type ts from 'typescript';
import type { ClassStory, Verb } from '../analysis/story.ts';
import type { TypeScript } from '../analysis/view.ts';
import type { TextEdit } from '../plans/edit.ts';
import { addDisposeMethod } from '../plans/implement-dispose/dispose-method.ts';

/** The insertion of a dispose method that delegates to a stop verb. */
export function disposeMethodEdits(typescript: TypeScript, file: ts.SourceFile, { node }: ClassStory, stop: Verb): readonly TextEdit[] {
  const last = node.members.at(-1);
  const site = {
    start: node.getStart(file),
    body: { start: node.members.pos, end: node.end - 1 },
    lastMember: last && { end: last.end, isField: typescript.isPropertyDeclaration(last) },
  };
  return addDisposeMethod(file.text, site, { stop: stop.name, async: stop.async, typed: !/\.[cm]?jsx?$/.test(file.fileName) });
}
