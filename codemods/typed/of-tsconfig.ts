/** "not under 'rootDir'" and "not listed in the project": a matter of the tsconfig, which the compiler says of another file once one has a new text. */
const ofTsconfig: ReadonlySet<number> = new Set([6059, 6307]);

/** Is a message of the compiler about the tsconfig, and not about the file that it is said of? */
export function isOfTsconfig({ code }: { readonly code: number }): boolean {
  return ofTsconfig.has(code);
}
