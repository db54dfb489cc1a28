import path from 'node:path';
import { getTsconfig } from 'get-tsconfig';
import { applyEdits as applyJsonEdits, findNodeAtLocation, modify, parseTree, type Node } from 'jsonc-parser';
import { applyEdits } from '../../codemods/text/apply-edits.ts';
import type { TextEdit } from '../../plans/edit.ts';
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
  const root = parseTree(before);
  const own = root && findNodeAtLocation(root, ['compilerOptions', 'lib']);
  const options = root && findNodeAtLocation(root, ['compilerOptions']);
  const edit = own?.children?.length ? behindLast(own, before, `"${lib}"`) : options?.children?.length ? behindLast(options, before, `"lib": ${JSON.stringify(wholeLib(config))}`) : undefined;
  const after = edit ? applyEdits(before, [edit]) : applyJsonEdits(before, modify(before, ['compilerOptions', 'lib'], wholeLib(config), {}));
  return [{ outcome: 'changed', file, sites: [], before, after }];
}

/** One more entry behind the last one of an array or object, separated as the entries before it are. */
function behindLast({ children = [] }: Node, text: string, entry: string): TextEdit {
  const [last, previous] = [children.at(-1)!, children.at(-2)];
  const gap = previous ? text.slice(previous.offset + previous.length, last.offset) : text.slice(0, last.offset).match(/\s*$/)?.[0] ?? '';
  const end = last.offset + last.length;
  return { start: end, end, text: `,${/\s*$/.exec(gap)?.[0] ?? ' '}${entry}` };
}

/** What the configuration means now, inherited or by default, and the stacks. */
function wholeLib(config: string): string[] {
  const { lib: libs, target = 'es5' } = getTsconfig(path.dirname(config), path.basename(config))?.config.compilerOptions ?? {};
  return [...(libs ?? defaultLib(target.toLowerCase())), lib];
}
