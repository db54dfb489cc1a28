import MagicString from 'magic-string';
import { orderEdits, type TextEdit } from '../../plans/edit.ts';

/** The text with all edits applied at once. Throws when edits overlap or when a byte outside them would differ. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = orderEdits(edits);
  const editor = new MagicString(text);
  for (const edit of ordered) {
    if (edit.start === edit.end) editor.appendLeft(edit.start, edit.text);
    else editor.update(edit.start, edit.end, edit.text);
  }
  const result = editor.toString();
  assertOnlyEdited(text, result, ordered);
  return result;
}

function assertOnlyEdited(before: string, after: string, edits: readonly TextEdit[]): void {
  let from = 0;
  let to = 0;
  for (const edit of [...edits, { start: before.length, end: before.length, text: '' }]) {
    const kept = before.slice(from, edit.start) + edit.text;
    if (!after.startsWith(kept, to)) throw new Error(`text outside the edits changed before offset ${edit.start}`);
    to += kept.length;
    from = edit.end;
  }
  if (to !== after.length) throw new Error('text after the last edit changed');
}
