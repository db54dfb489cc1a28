import type ts from 'typescript';
import { overwrittenFields } from './overwriting/fields.ts';
import { overwrittenVariables } from './overwriting/variables.ts';
import { below } from './nodes.ts';
import type { Overwrite } from './faults.ts';
import type { View } from './view.ts';

/** Assignments over a live resource that nothing releases first (docs/clauses.md, rule 19). */
export function overwritesOf(view: View, file: ts.SourceFile): readonly Overwrite[] {
  const classes = below(view.ts, file, 'class');
  return [...classes.flatMap((owner) => overwrittenFields(view, owner)), ...overwrittenVariables(view, file)];
}
