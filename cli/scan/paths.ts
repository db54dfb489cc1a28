import path from 'node:path';

/** TypeScript writes every path with slashes; so do reports and baselines. */
export function withSlashes(file: string): string {
  return path.sep === '/' ? file : file.replaceAll(path.sep, '/');
}

/** How a report names a file: relative to a folder, with slashes. */
export function relativeTo(folder: string, file: string): string {
  return withSlashes(path.relative(folder, file)) || '.';
}

/** Whether a file lies in a folder or below it; both absolute, with slashes. */
export function isBelow(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** A folder and every folder above it, nearest first. */
export function* foldersUp(folder: string): Generator<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    yield at;
    if (path.dirname(at) === at) return;
  }
}
