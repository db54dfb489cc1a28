import type ts from 'typescript';
import { nearestManifest } from './manifest.ts';
import type { View } from './view.ts';

const folders = /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|cypress)\//;
const names = /(?:^|[./-])(?:test|spec|e2e|bench)\.[cm]?[jt]sx?$|(?:^|\/)(?:vitest|jest|mocha|playwright|cypress)[.\w-]*\.[cm]?[jt]s$/;

/** Whether a file is there to test, by its place below the nearest package.json and by its name. */
export function isTest(view: View, { fileName }: ts.SourceFile): boolean {
  const folder = nearestManifest(view, fileName)?.folder;
  const path = folder === undefined ? fileName : fileName.slice(folder.length + 1);
  return folders.test(path) || names.test(path);
}
