import { casesFile, clausesFile, page, ruleFile, testFile } from './templates.ts';

/** Why no rule can have this name or number; nothing when it can. */
export function problemWith(name: string, number: string): string | undefined {
  if (!/^(no|prefer|require)(-[a-z]+)+$/.test(name)) return `A rule is called no-…, prefer-… or require-…, in lower case, with hyphens; not "${name}".`;
  return /^[1-9]\d*$/.test(number) ? undefined : `"${number}" is no number of a rule.`;
}

/** Every file that a new rule makes or changes, with its text. */
export function scaffold(name: string, number: string, read: (file: string) => string): Readonly<Record<string, string>> {
  const variable = name.replaceAll(/-(\w)/g, (_hyphen, letter: string) => letter.toUpperCase());
  return {
    [`rules/${name}.ts`]: ruleFile(name, variable),
    [`tools/clauses/${name}.ts`]: clausesFile(name, variable, number),
    [`test/rules/${name}.cases.ts`]: casesFile(name, variable, number),
    [`test/rules/${name}.test.ts`]: testFile(name, variable),
    [`docs/rules/${name}.md`]: page(name),
    ...Object.fromEntries(['rules/index.ts', 'tools/clauses/index.ts'].map((index) => [index, register(read(index), name, variable)])),
  };
}

/** The text of a module that lists all rules, with one more: its import in its place, its name at the end of the list. */
export function register(text: string, name: string, variable: string): string {
  const line = `import { ${variable} } from './${name}.ts';`;
  const imports = [...text.matchAll(/^import .* from '(.*)';$/gm)];
  const next = imports.find(([, specifier]) => specifier! > `./${name}.ts`);
  const at = next ? next.index : endOfLast(imports);
  const imported = `${text.slice(0, at)}${next || at === 0 ? `${line}\n` : `\n${line}`}${text.slice(at)}`;
  return imported.replace(/\[([^\[\]]*)\];\s*$/, (_list, items: string) => `[${withItem(items, variable)}];\n`);
}

/** The items of a list with one more, on a line of its own where the others have theirs. */
function withItem(items: string, item: string): string {
  if (items.includes('\n')) return `${items.trimEnd()}\n  ${item},\n`;
  return items.trim() === '' ? item : `${items}, ${item}`;
}

function endOfLast(imports: readonly RegExpExecArray[]): number {
  const last = imports.at(-1);
  return last ? last.index + last[0].length : 0;
}
