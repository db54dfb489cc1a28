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
  const require = createRequire(import.meta.url);
  for (const candidate of candidates(require, folder)) {
    if (made(candidate, sourceFile)) return candidate;
  }
  return undefined;
}

function* candidates(require: NodeJS.Require, folder: string): Generator<unknown> {
  yield optional(createRequire(path.join(folder, 'package.json')));
  yield optional(require);
  for (const [file, module] of Object.entries(require.cache)) {
    if (/[\\/](typescript|_?tsc)\.js$/.test(file)) yield module?.exports;
  }
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
