import type ts from 'typescript';
import { isTest } from './is-test.ts';
import { knowsDisposables } from './knows-disposables.ts';
import { nearestManifest } from './manifest.ts';
import { specifiersOf } from './ownership/entry-point.ts';
import type { View } from './view.ts';

const firstWithStacks = 24;
const polyfills = /^(disposablestack(\/.*)?|core-js(\/.*)?|@whatwg-node\/disposablestack|.*\/explicit-resource-management(\.[cm]?js)?)$/;

/** Whether a program can say `await using`: its TypeScript knows the word, and its lib declares what the word asks for. */
export function canUseScopes(view: View): boolean {
  return knowsUsing(view) && knowsDisposables(view);
}

/**
 * Whether a file can make a stack, too (docs/clauses.md, rule 14): the program's lib declares `AsyncDisposableStack`, and the Node versions that
 * `engines` admits have it, or a module of the program imports a polyfill: one that is not a test, unless the file is.
 */
export function canUseStacks(view: View, file: ts.SourceFile): boolean {
  if (!canUseScopes(view) || !declaresStacks(view)) return false;
  const range = nearestManifest(view, file.fileName, (manifest) => typeof manifest.engines?.node === 'string')?.manifest.engines?.node;
  return typeof range !== 'string' || lowestMajor(range) >= firstWithStacks || importsPolyfill(view, file);
}

function knowsUsing({ ts: { versionMajorMinor } }: View): boolean {
  const [major = 0, minor = 0] = versionMajorMinor.split('.').map(Number);
  return major > 5 || (major === 5 && minor >= 2);
}

function declaresStacks(view: View): boolean {
  return view.remember('declaresStacks', view.program, () => view.program.getSourceFiles().some((file) => file.isDeclarationFile && file.text.includes('interface AsyncDisposableStack')));
}

/** What a test imports is there for tests alone. */
function importsPolyfill(view: View, file: ts.SourceFile): boolean {
  const importers = view.remember('importersOfPolyfill', view.program, () => view.program.getSourceFiles().filter((one) => !one.isDeclarationFile && specifiersOf(view, one).some((specifier) => polyfills.test(specifier))));
  return importers.some((importer) => isTest(view, file) || !isTest(view, importer));
}

/** The lowest major that a range of versions admits; 0 for a range without a lower bound. */
function lowestMajor(range: string): number {
  const lowest = range.split('||').map((part) => Number(/\d+/.exec(part.replace(/<=?\s*v?[\d.]+/g, ''))?.[0] ?? 0));
  return Math.min(...lowest);
}
