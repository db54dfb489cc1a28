import { orderEdits, type TextEdit } from './edit.ts';

/** Where an offset of the edited text was before the edits; inside new text, where that was put in. */
export function offsetBefore(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const { start, end, text } of orderEdits(edits)) {
    if (offset < start + shift) break;
    if (offset < start + shift + text.length) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}
