/** Replaces the text between two offsets; an insertion where they are equal. Offsets count UTF-16 units from the start of the text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}
