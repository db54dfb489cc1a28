import ts from 'typescript';
import { type FileStories, stories } from '../../analysis/index.ts';
import type { Settings } from '../../analysis/settings.ts';
import { type Files, fixturePath, programOf } from '../program.ts';

interface Given {
  /** `file.ts` unless told. */
  filename?: string;
  /** More files of the program. */
  files?: Files;
  settings?: Settings;
  compilerOptions?: ts.CompilerOptions;
}

/** The stories of a piece of code, in a program that exists in memory only. A settings object is part of a view's identity: hand in the same one to meet the same answers. */
export function storiesOf(code: string, { filename = 'file.ts', files = {}, settings, compilerOptions }: Given = {}): FileStories {
  const program = programOf({ ...files, [filename]: code }, compilerOptions);
  return stories(ts, program, program.getSourceFile(fixturePath(filename))!, settings);
}

/** The first node of a file whose text is exactly the given one: what a test asks about, without counting positions. */
export function nodeOf(sourceFile: ts.SourceFile, text: string): ts.Node {
  const found = find(sourceFile, (node) => node.getText(sourceFile) === text);
  if (!found) throw new Error(`No node of the case reads: ${text}`);
  return found;
}

function find(node: ts.Node, matches: (node: ts.Node) => boolean): ts.Node | undefined {
  return ts.forEachChild(node, (child) => (matches(child) ? child : find(child, matches)));
}
