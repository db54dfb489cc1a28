import type ts from 'typescript';
import { nearestManifest } from './manifest.ts';
import { specifiersOf } from './ownership/entry-point.ts';
import type { View } from './view.ts';

const firstWithStacks = 24;
const polyfills = /^(disposablestack(\/.*)?|core-js(\/.*)?|@whatwg-node\/disposablestack|.*\/explicit-resource-management(\.[cm]?js)?)$/;

/**
 * Whether code can say `await using` and make a stack (docs/clauses.md, rule 14): the program's lib declares `AsyncDisposableStack`, and the Node
 * versions that `engines` admits have it, or a module of the program imports a polyfill.
 */
export function canUseStacks(view: View, file: ts.SourceFile): boolean {
  if (!declaresStacks(view)) return false;
  const range = nearestManifest(view, file.fileName, (manifest) => typeof manifest.engines?.node === 'string')?.manifest.engines?.node;
  return typeof range !== 'string' || lowestMajor(range) >= firstWithStacks || importsPolyfill(view);
}

function declaresStacks(view: View): boolean {
  return view.remember('declaresStacks', view.program, () => view.program.getSourceFiles().some((file) => file.isDeclarationFile && /interface AsyncDisposableStack\b/.test(file.text)));
}

function importsPolyfill(view: View): boolean {
  return view.remember('importsPolyfill', view.program, () => view.program.getSourceFiles().some((file) => !file.isDeclarationFile && specifiersOf(view, file).some((specifier) => polyfills.test(specifier))));
}

/** The lowest major that a range of versions names; 0 for a range without numbers. */
function lowestMajor(range: string): number {
  const majors = range.split('||').map((part) => Number(/\d+/.exec(part)?.[0] ?? 0));
  return Math.min(...majors);
}
