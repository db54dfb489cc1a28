import type ts from 'typescript';
import type { View } from '../view.ts';
import { isOfferedByPackage } from './named-by-package.ts';

/** Whether code outside of the program can import a symbol: a module that its package offers exports it. */
export function isPublicApi(view: View, symbol: ts.Symbol): boolean {
  return offered(view).has(symbol);
}

function offered(view: View): ReadonlySet<ts.Symbol> {
  return view.remember('offeredSymbols', view.program, () => {
    const files = view.program.getSourceFiles().filter((file) => !file.isDeclarationFile && !view.program.isSourceFileFromExternalLibrary(file));
    return new Set(files.filter((file) => isOfferedByPackage(view, file)).flatMap((file) => view.types.exportsOf(file)));
  });
}
