import path from 'node:path';
import { getTsconfig } from 'get-tsconfig';
import { applyEdits, modify, parse } from 'jsonc-parser';
import type { FileOutcome } from './outcome.ts';
import { readText } from './read-text.ts';

const typed = /\.[mc]?tsx?$/;
const lib = 'esnext.disposable';

/** What each target brings when `lib` is not set, so that setting it takes nothing away. */
const defaultLib = (target: string): string[] => [target === 'es6' ? 'es2015' : target, 'dom', 'dom.iterable', 'scripthost'];

/**
 * The tsconfig files of the given files that lack the types of the stacks, with `esnext.disposable` added to `lib`. Only the configuration that
 * a file falls under is edited, never a shared base in a package.
 */
export function extendLibs(files: readonly string[]): FileOutcome[] {
  const configs = new Set(files.filter((file) => typed.test(file)).flatMap((file) => configOf(file) ?? []));
  return [...configs].flatMap((config) => extendLib(config));
}

const nearest = new Map<string, string | undefined>();

function configOf(file: string): string | undefined {
  const folder = path.dirname(path.resolve(file));
  if (!nearest.has(folder)) nearest.set(folder, lacksLib(folder));
  return nearest.get(folder);
}

function lacksLib(folder: string): string | undefined {
  try {
    const found = getTsconfig(folder);
    const { lib: libs, target = 'es5' } = found?.config.compilerOptions ?? {};
    const has = libs ? libs.some((name) => /^(?:esnext|esnext\.disposable)$/i.test(name)) : target.toLowerCase() === 'esnext';
    return found && !has ? found.path : undefined;
  } catch {
    return undefined;
  }
}

function extendLib(config: string): FileOutcome[] {
  const file = path.relative('.', config).split(path.sep).join('/');
  const before = readText(file);
  if (typeof before !== 'string') return [before];
  const own = (parse(before) as { compilerOptions?: { lib?: string[] } } | undefined)?.compilerOptions?.lib;
  const inherited = getTsconfig(path.dirname(config), path.basename(config))?.config.compilerOptions;
  const libs = [...(inherited?.lib ?? defaultLib((inherited?.target ?? 'es2022').toLowerCase())), lib];
  const formattingOptions = { insertSpaces: !/^\t/m.test(before), tabSize: /^( +)\S/m.exec(before)?.[1]?.length ?? 2, eol: before.includes('\r\n') ? '\r\n' : '\n' };
  const edits = own
    ? modify(before, ['compilerOptions', 'lib', own.length], lib, { isArrayInsertion: true, formattingOptions })
    : modify(before, ['compilerOptions', 'lib'], libs, { formattingOptions });
  return [{ outcome: 'changed', file, sites: [], before, after: applyEdits(before, edits) }];
}
