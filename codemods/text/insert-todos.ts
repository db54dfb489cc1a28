import { reasons } from '../../plans/reasons.ts';
import { indentOfLine, lineStarts } from '../../plans/syntax/lines.ts';
import type { TextEdit } from '../../plans/edit.ts';
import { textStyle } from '../../plans/text-style.ts';
import type { SiteReport } from '../migration.ts';

/**
 * The edits that write the reason at every skipped site, once: a comment line above a statement that begins its line, else a comment in front of it. Sites that
 * were only not selected get none.
 */
export function todoEdits(text: string, migration: string, sites: readonly SiteReport[]): TextEdit[] {
  const marker = `TODO(lifecycle ${migration})`;
  const starts = lineStarts(text);
  return sites.flatMap((site) => {
    if (site.outcome !== 'skipped' || site.reason === 'not-selected') return [];
    const lineStart = starts[site.line - 1] ?? 0;
    return todoEdit(text, lineStart, lineStart + site.column - 1, marker, `${marker}: ${reasons[site.reason].short}`);
  });
}

function todoEdit(text: string, lineStart: number, at: number, marker: string, words: string): TextEdit[] {
  const lineBefore = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
  const sameLine = text.slice(lineStart, at);
  if (lineBefore.includes(marker) || sameLine.includes(marker)) return [];
  const indent = indentOfLine(text, lineStart);
  return indent === sameLine
    ? [{ start: at, end: at, text: `// ${words}${textStyle(text).eol}${indent}` }]
    : [{ start: at, end: at, text: `/* ${words} */ ` }];
}
