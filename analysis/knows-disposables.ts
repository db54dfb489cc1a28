import type { View } from './view.ts';

/** Whether the program's library declares `Symbol.dispose` and `Symbol.asyncDispose`. */
export function knowsDisposables(view: View): boolean {
  return view.remember('knowsDisposables', view.program, () => view.program.getSourceFiles().some((file) => file.isDeclarationFile && /readonly asyncDispose:\s*unique symbol/.test(file.text)));
}
