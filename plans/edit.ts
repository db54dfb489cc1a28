import type { Range } from './syntax/node.ts';

/** Replace the text between `start` and `end` of the original file by `text`; equal offsets insert. */
export interface TextEdit extends Range {
  readonly text: string;
}

/** Sorted by place; two edits that overlap are a bug of the planner and throw. */
export function orderEdits(edits: readonly TextEdit[]): TextEdit[] {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  ordered.forEach((edit, index) => {
    const next = ordered[index + 1];
    if (next && next.start < edit.end) throw new Error(`edits overlap at offset ${next.start}`);
  });
  return ordered;
}
