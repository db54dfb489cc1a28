import { accessSync, constants, realpathSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import type { Changed, FileOutcome } from './outcome.ts';
import { readText } from './read-text.ts';

/**
 * Puts the new text in place of the old one: a temporary file in the same folder, then a rename, so that the file is old or new at every moment.
 * A file that is no longer what was read stays as it is and becomes a problem.
 */
export async function writeFile(change: Changed): Promise<FileOutcome> {
  const now = readText(change.file);
  if (typeof now !== 'string') return now;
  if (now !== change.before) return refused(change.file, `${change.file} changed while it was being migrated and was left alone: run the migration on it again.`);
  try {
    accessSync(change.file, constants.W_OK);
    await writeFileAtomic(realpathSync(change.file), change.after);
    return change;
  } catch (error) {
    return refused(change.file, `${change.file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function refused(file: string, sentence: string): FileOutcome {
  return { outcome: 'problem', file, sentence, kind: 'input' };
}
