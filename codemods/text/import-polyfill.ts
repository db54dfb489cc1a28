import { childOf, childrenOf, rangeOf, type Node, type ParsedFile } from '../../plans/syntax/node.ts';
import { usesSemicolons } from '../../plans/syntax/semicolons.ts';
import { walk } from '../../plans/syntax/walk.ts';
import { textStyle } from '../../plans/text-style.ts';
import { applyEdits } from './apply-edits.ts';
import { parseFile } from './parse-file.ts';

/** A module that supplies the stacks: as globals, or as names to import. */
export interface StackModule {
  readonly specifier: string;
  readonly exportsNames: boolean;
}

const stackNames = ['AsyncDisposableStack', 'DisposableStack'];

/**
 * The text with the module loaded before anything else; unchanged when the file loads it already or constructs no stack. `inModule` says what a script file
 * without import and export is in its package.
 */
export function importPolyfill(file: string, text: string, { specifier, exportsNames }: StackModule, inModule: boolean): string {
  const parsed = parseFile(file, text);
  const needed = stackNames.filter((name) => constructs(parsed, name));
  if (needed.length === 0 || new RegExp(`["']${specifier.replaceAll(/[/.]/g, '\\$&')}["']`).test(text)) return text;
  const { eol, quote } = textStyle(text);
  const from = `${quote}${specifier}${quote}`;
  const line = isCommonJs(file, parsed, inModule) ? requireLine(from, exportsNames ? needed : []) : importLine(from, exportsNames ? needed : []);
  const at = firstPlace(parsed);
  return applyEdits(text, [{ start: at, end: at, text: `${line}${usesSemicolons(parsed.program, text) ? ';' : ''}${eol}` }]);
}

function importLine(from: string, names: readonly string[]): string {
  return names.length > 0 ? `import { ${names.join(', ')} } from ${from}` : `import ${from}`;
}

function requireLine(from: string, names: readonly string[]): string {
  return names.length > 0 ? `const { ${names.join(', ')} } = require(${from})` : `require(${from})`;
}

function constructs({ program }: ParsedFile, name: string): boolean {
  let found = false;
  walk(program, (node) => {
    found ||= node.type === 'NewExpression' && childOf(node, 'callee')?.['name'] === name;
    return found ? 'skip' : undefined;
  });
  return found;
}

function isCommonJs(file: string, { program }: ParsedFile, inModule: boolean): boolean {
  if (/\.(?:[mc]?tsx?|mjs)$/.test(file)) return false;
  const isModule = childrenOf(program, 'body').some(({ type }) => /^(?:Import|Export)/.test(type));
  return file.endsWith('.cjs') || !(isModule || inModule);
}

/** Before the first import, else before the first statement; shebang, directives and leading comments stay above. */
function firstPlace({ program, text }: ParsedFile): number {
  const statements = childrenOf(program, 'body').filter((node) => !isDirective(node));
  const first = statements.find(({ type }) => type === 'ImportDeclaration') ?? statements[0];
  return first ? rangeOf(first).start : text.length;
}

function isDirective(node: Node): boolean {
  return typeof node['directive'] === 'string';
}
