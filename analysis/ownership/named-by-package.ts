import type ts from 'typescript';
import { nearestManifest, type Manifest } from '../manifest.ts';
import type { View } from '../view.ts';

/** Whether `bin`, `main` or a script of the nearest package.json names a module, by its source or by what it is compiled to. */
export function isNamedByPackage(view: View, file: ts.SourceFile): boolean {
  return isNamedBy(view, file, namedIn);
}

/** Whether code outside of its package can import a module: `exports`, `main`, `module` or `types` of the nearest package.json name it. */
export function isOfferedByPackage(view: View, file: ts.SourceFile): boolean {
  return isNamedBy(view, file, offeredIn);
}

type PathsIn = (manifest: Manifest) => readonly string[];

/** The same for every file of a package. */
function oncePerManifest(find: PathsIn): PathsIn {
  const known = new WeakMap<Manifest, readonly string[]>();
  return (manifest) => {
    let paths = known.get(manifest);
    if (!paths) known.set(manifest, (paths = find(manifest)));
    return paths;
  };
}

const offeredIn = oncePerManifest(({ exports, main, module, types, typings }) => textsIn([exports, main, module, types, typings]).map(withoutFormat));

/** `dist/cjs/index.js`, `dist/esm/index.js`: one output folder for each module format. */
function withoutFormat(path: string): string {
  return path.replace(/^((?:\.\/)?[^/]+)\/(?:cjs|commonjs|esm|mjs|es|types)\//, '$1/');
}

function isNamedBy(view: View, file: ts.SourceFile, named: PathsIn): boolean {
  const found = nearestManifest(view, file.fileName);
  if (!found) return false;
  const own = [pathIn(found.folder, file.fileName), ...outputOf(view, found.folder, file.fileName)];
  return named(found.manifest).some((path) => own.some((one) => isSameModule(path, one)));
}

/** The texts at any depth of a value of a package.json: the conditions of `exports`, for one. */
function textsIn(value: unknown): string[] {
  if (isText(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const namedIn = oncePerManifest(({ bin, main, scripts }) => {
  const bins = typeof bin === 'string' ? [bin] : Object.values((bin ?? {}) as Record<string, unknown>);
  const ran = Object.values(scripts ?? {}).filter(isText).flatMap(modulesRunBy);
  return [...bins, main, ...ran].filter(isText);
});

const isText = (value: unknown): value is string => typeof value === 'string';

const runners = /(^|[\s/])(node|tsx|ts-node|ts-node-dev|ts-node-esm|vite-node|bun|deno|nodemon|pm2|c8|nyc)\s/;

/** The words of a command that name a module: `tsx watch src/main.ts`, `node --enable-source-maps dist/main`. */
function modulesRunBy(script: string): string[] {
  return script.split(/&&|\|\||;/).flatMap((command) => (runners.test(command) ? command.split(/\s+/).filter((word) => /^[\w./@-]*(\/[\w.-]+|\.[cm]?[jt]sx?)$/.test(word)) : []));
}

function pathIn(folder: string, fileName: string): string {
  return withoutExtension(fileName.slice(folder.length + 1));
}

function withoutExtension(path: string): string {
  return path.replace(/^\.\//, '').replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
}

/** Where the compiler writes a module, when its options say so. */
function outputOf(view: View, folder: string, fileName: string): string[] {
  const { outDir, rootDir } = view.program.getCompilerOptions();
  if (!outDir?.startsWith(`${folder}/`) || !rootDir || !fileName.startsWith(`${rootDir}/`)) return [];
  return [`${outDir.slice(folder.length + 1)}/${pathIn(rootDir, fileName)}`];
}

/** Without compiler options an output folder stands in the place of the sources' folder, or above it: `dist/main`, `dist/src/main`, `src/main`. */
function isSameModule(path: string, own: string): boolean {
  const named = withoutExtension(path);
  if (named.includes('*')) return isInPattern(named, own);
  const [, ...inner] = named.split('/');
  const [, ...ownInner] = own.split('/');
  const below = inner.join('/');
  return named === own || (below !== '' && (below === own || below === ownInner.join('/')));
}

/** `dist/*`: anything below the folder that the output stands in the place of. */
function isInPattern(pattern: string, own: string): boolean {
  const [, ...inner] = pattern.split('/');
  const [, ...ownInner] = own.split('/');
  const matches = (parts: readonly string[], path: string): boolean => new RegExp(`^${parts.join('/').split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`).test(path);
  return matches(pattern.split('/'), own) || (inner.length > 0 && matches(inner, ownInner.join('/')));
}
