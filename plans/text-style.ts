/** How a file is written, as far as inserted text has to match it. */
export interface TextStyle {
  readonly eol: string;
  readonly indentUnit: string;
  readonly quote: '"' | "'";
}

/** Reads the style off the text: first line end, commonest indentation step, commonest quote. */
export function textStyle(text: string): TextStyle {
  return { eol: /\r?\n/.exec(text)?.[0] ?? '\n', indentUnit: indentUnit(text), quote: commonQuote(text) };
}

function indentUnit(text: string): string {
  const steps = new Map<string, number>();
  let before = '';
  for (const [, indent] of text.matchAll(/^([ \t]*)[^\s*]/gm)) {
    const now = indent ?? '';
    if (now.length > before.length && now.startsWith(before)) count(steps, now.slice(before.length));
    before = now;
  }
  return commonest(steps) ?? '  ';
}

function commonQuote(text: string): '"' | "'" {
  const imports = [...text.matchAll(/(?:from|import|require\()\s*(["'])/g)].map(([, quote]) => quote);
  const quotes = imports.length > 0 ? imports : text.match(/["']/g) ?? [];
  return quotes.filter((quote) => quote === '"').length * 2 > quotes.length ? '"' : "'";
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function commonest(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
