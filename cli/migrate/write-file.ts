import { accessSync, constants, realpathSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { heldTogether } from './held-together.ts';
import { isChanged, type Changed, type FileOutcome } from './outcome.ts';
import { readText } from './read-text.ts';

/**
 * Puts the new texts in place of the old ones, each by a temporary file in the same folder and a rename, so that a file is old or new at every moment. A file that
 * is no longer what was read, or that cannot be written, stays as it is and becomes a problem, and with it those that change together with it.
 */
export async function writeFiles(planned: readonly FileOutcome[]): Promise<FileOutcome[]> {
  const written: FileOutcome[] = [];
  for (const outcome of heldTogether(planned.map(asItIsNow))) written.push(isChanged(outcome) ? await writeFile(outcome) : outcome);
  const held = heldTogether(written);
  for (const [index, outcome] of held.entries()) if (outcome !== written[index]) await putBack(written[index] as Changed);
  return held;
}

/** A change that can be made, as far as can be seen before it is. */
function asItIsNow(outcome: FileOutcome): FileOutcome {
  if (!isChanged(outcome)) return outcome;
  const now = readText(outcome.file);
  if (typeof now !== 'string') return now;
  if (now !== outcome.before) return refused(outcome.file, `${outcome.file} changed while it was being migrated and was left alone: run the migration on it again.`);
  try {
    accessSync(outcome.file, constants.W_OK);
    return outcome;
  } catch (error) {
    return notWritten(outcome.file, error);
  }
}

async function writeFile(change: Changed): Promise<FileOutcome> {
  try {
    const now = asItIsNow(change);
    if (isChanged(now)) await writeFileAtomic(realpathSync(change.file), change.after);
    return now;
  } catch (error) {
    return notWritten(change.file, error);
  }
}

async function putBack({ file, before, after }: Changed): Promise<void> {
  if (readText(file) === after) await writeFileAtomic(realpathSync(file), before);
}

function notWritten(file: string, error: unknown): FileOutcome {
  return refused(file, `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
}

function refused(file: string, sentence: string): FileOutcome {
  return { outcome: 'problem', file, sentence, kind: 'input' };
}
