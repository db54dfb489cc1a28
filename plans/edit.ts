import type { Range } from './syntax/node.ts';

/** Replace the text between `start` and `end` of the original file by `text`; equal offsets insert. */
export interface TextEdit extends Range {
  readonly text: string;
}

/** An edit that a site asks for. */
export interface SiteEdit extends TextEdit {
  /** The file that it edits, by the name that the program has for it; absent: the file of the site. */
  readonly file?: string;
  /** Sites that ask for exactly this edit, such as an import or an `async`, have it together; edits without this meet. */
  readonly shared?: true;
}

/** Whether two edits of a file cannot both be made in one batch. */
export function meets(a: SiteEdit, b: SiteEdit): boolean {
  return a.start <= b.end && b.start <= a.end && !(a.shared && b.shared && isSameEdit(a, b));
}

/** The edits, each once. */
export function withoutRepeats<Edit extends TextEdit>(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((edit, index) => edits.findIndex((other) => isSameEdit(edit, other)) === index);
}

function isSameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
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
