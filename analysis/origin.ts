import type ts from 'typescript';
import type { CallName } from './contracts/contract.ts';
import { perView } from './per-view.ts';
import type { View } from './view.ts';

/** Where a symbol is declared: in a package (Node's modules are packages called `node:…`), in a standard library, or in the program. */
export type Origin = { from: 'package'; package: string } | { from: 'lib' } | { from: 'file'; file: string };

const nodeModule = /^(?:node:)?(assert|async_hooks|buffer|child_process|cluster|crypto|dgram|diagnostics_channel|dns|domain|events|fs|http|http2|https|inspector|module|net|os|path|perf_hooks|process|punycode|querystring|readline|repl|sqlite|stream|string_decoder|test|timers|tls|trace_events|tty|url|util|v8|vm|wasi|worker_threads|zlib)(\/.*)?$/;

/** `http` and `node:http` are one package. */
export function packageName(name: string): string {
  const node = nodeModule.exec(name);
  return node ? `node:${node[1]}${node[2] ?? ''}` : name;
}

/** Where a declaration comes from. A declaration in an ambient `declare module 'x'` comes from `x`. */
export function originOfDeclaration(view: View, declaration: ts.Declaration): Origin {
  const ambient = ambientModuleOf(view, declaration);
  if (ambient !== undefined) return { from: 'package', package: packageName(ambient) };
  return originOfFile(view, declaration.getSourceFile());
}

function originOfFile(view: View, file: ts.SourceFile): Origin {
  if (view.program.isSourceFileDefaultLibrary(file)) return { from: 'lib' };
  const folder = packageFolder(file.fileName);
  if (folder === undefined) return { from: 'file', file: file.fileName };
  if (folder === '@types/node') return { from: 'lib' };
  return { from: 'package', package: folder.startsWith('@types/') ? typedPackage(folder) : folder };
}

export function originsOf(view: View, symbol: ts.Symbol): readonly Origin[] {
  return view.remember('originsOf', symbol, () => (symbol.declarations ?? []).map((declaration) => originOfDeclaration(view, declaration)));
}

/** Whether a program can contain what a key names: it has the package. */
export function isPresent(view: View, key: string): boolean {
  const where = key.slice(0, key.indexOf('#'));
  return where.startsWith('file') || where === 'lib' || packagesPresent(view).has(where);
}

const packagesPresent = perView((view): ReadonlySet<string> => {
  const origins = view.program.getSourceFiles().map((file) => originOfFile(view, file));
  return new Set([...origins.flatMap((origin) => (origin.from === 'package' ? [origin.package] : [])), ...view.types.ambientModules().map(packageName)]);
});

/** A key under which the catalogue files names of one origin: `node:http#Server`, `lib#setInterval`, `kafkajs#Kafka.producer`. */
export function nameKey(name: CallName): string {
  const where = name.from === 'package' ? packageName(name.package) : name.from === 'file' && name.path !== undefined ? fileKey(name.path) : name.from;
  return `${where}#${name.name}${name.member === undefined ? '' : `.${name.member}`}`;
}

/** The keys a symbol can be found under; `member` for a member of the type that the symbol is. */
export function keysOf(view: View, symbol: ts.Symbol, member?: string): readonly string[] {
  const suffix = member === undefined ? '' : `.${member}`;
  return originsOf(view, symbol).flatMap((origin) => {
    const name = `#${exportName(view, symbol)}${suffix}`;
    if (origin.from !== 'file') return [`${origin.from === 'package' ? origin.package : origin.from}${name}`];
    const named = pathsOfSettings(view).filter((path) => `/${origin.file}`.endsWith(`/${path}`));
    return [...named.map((path) => `${fileKey(path)}${name}`), `file${name}`];
  });
}

const withoutDot = (path: string): string => path.replace(/^\.\//, '');

function fileKey(path: string): string {
  return `file:${withoutDot(path)}`;
}

/** The files that names of the settings are limited to. */
const pathsOfSettings = perView((view): readonly string[] => [...new Set(pathsIn(view.settings))]);

function pathsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === 'path' && typeof item === 'string' ? [withoutDot(item)] : pathsIn(item)));
}

/** A default export is found under the name it is declared with. */
function exportName(view: View, symbol: ts.Symbol): string {
  if (symbol.name !== 'default' && symbol.name !== 'export=') return symbol.name;
  const declaration = symbol.declarations?.[0];
  const name = declaration && view.ts.getNameOfDeclaration(declaration);
  return name && view.ts.isIdentifier(name) ? name.text : symbol.name;
}

function ambientModuleOf(view: View, node: ts.Node): string | undefined {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (!view.ts.isModuleDeclaration(at)) continue;
    if (at.flags & view.ts.NodeFlags.GlobalAugmentation) return undefined;
    if (view.ts.isStringLiteral(at.name)) return at.name.text;
  }
  return undefined;
}

function packageFolder(fileName: string): string | undefined {
  const at = fileName.lastIndexOf('/node_modules/');
  if (at < 0) return undefined;
  const [first = '', second = ''] = fileName.slice(at + '/node_modules/'.length).split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** `@types/scope__name` types `@scope/name`. */
function typedPackage(folder: string): string {
  const name = folder.slice('@types/'.length);
  return name.includes('__') ? `@${name.replace('__', '/')}` : name;
}
