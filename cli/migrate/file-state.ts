import { applyEdits } from '../../codemods/text/apply-edits.ts';
import type { TextEdit } from '../../plans/edit.ts';
import type { PlanOptions } from '../../plans/finally-to-stack/options.ts';
import { offsetBefore } from '../../plans/original-place.ts';
import { lineStarts, positionAt } from '../../plans/syntax/lines.ts';

/** One file in the course of a run. Plain data, so that it can be sent to a thread. */
export interface FileState {
  readonly file: string;
  readonly before: string;
  readonly text: string;
  /** The edits so far: each batch refers to the text that the one before it left. */
  readonly history: readonly (readonly TextEdit[])[];
}

/** Both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Which sites of a file a step may change. */
export interface Selection {
  /** Lines of the original file; absent: all. */
  readonly lines: readonly number[] | undefined;
  /** Places of the original file that were taken back. */
  readonly refused: readonly Position[];
  /** Places of the text as it is now. */
  readonly without?: readonly Position[];
  /** Places of the text as it is now that get no level that types prove. */
  readonly lower?: readonly Position[];
}

export function stateOf(file: string, before: string): FileState {
  return { file, before, text: before, history: [] };
}

export function edited(state: FileState, edits: readonly TextEdit[]): FileState {
  return edits.length === 0 ? state : { ...state, text: applyEdits(state.text, edits), history: [...state.history, edits] };
}

/** Where a place of the text as it is now was in the original file. */
export function originalPosition({ before, text, history }: FileState, { line, column }: Position): Position {
  if (history.length === 0) return { line, column };
  const offset = history.toReversed().reduce((at, edits) => offsetBefore(edits, at), (lineStarts(text)[line - 1] ?? 0) + column - 1);
  return positionAt(before, offset);
}

export function selecting(state: FileState, { lines, refused, without = [] }: Selection): PlanOptions['select'] {
  return (place) => {
    const origin = originalPosition(state, place);
    return (!lines || lines.includes(origin.line)) && !refused.some((other) => isSame(other, origin)) && !without.some((other) => isSame(other, place));
  };
}

export function isSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.column === b.column;
}
