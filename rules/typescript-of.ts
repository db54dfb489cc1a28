import { createRequire } from 'node:module';
import path from 'node:path';
import type ts from 'typescript';

type TypeScript = typeof ts;

/** `typescript` exposes the classes its trees are made of, without declaring it. */
type WithAllocator = TypeScript & { objectAllocator?: { getSourceFileConstructor(): unknown } };

/**
 * The `typescript` that made a source file: the parser's own copy. Enum numbers differ between versions, and two copies give
 * silently wrong answers, so a copy counts only when the file is an instance of its class.
 * @param folder where to look first, usually ESLint's working folder
 */
export function typescriptOf(sourceFile: ts.SourceFile, folder: string): TypeScript | undefined {
  const known = found.get(sourceFile.constructor);
  if (known) return known;
  for (const candidate of candidates(createRequire(import.meta.url), folder)) {
    if (!made(candidate, sourceFile)) continue;
    found.set(sourceFile.constructor, candidate);
    return candidate;
  }
  return undefined;
}

/** Copies by the class of their source files. */
const found = new WeakMap<object, TypeScript>();

/** What is loaded already first: the parser has loaded its copy, and a second copy takes long to load. */
function* candidates(require: NodeJS.Require, folder: string): Generator<unknown> {
  for (const [file, module] of Object.entries(require.cache)) {
    if (/[\\/](typescript|_?tsc)\.js$/.test(file)) yield module?.exports;
  }
  yield optional(createRequire(path.join(folder, 'package.json')));
  yield optional(require);
}

function optional(require: NodeJS.Require): unknown {
  try {
    return require('typescript');
  } catch {
    return undefined;
  }
}

function made(candidate: unknown, sourceFile: ts.SourceFile): candidate is TypeScript {
  const allocator = (candidate as WithAllocator | undefined)?.objectAllocator;
  return allocator !== undefined && sourceFile.constructor === allocator.getSourceFileConstructor();
}
