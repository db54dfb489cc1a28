import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { reasons } from '../../plans/reasons.ts';
import { BadInput } from '../failure.ts';
import { heldTogether } from './held-together.ts';
import { isChanged, type Changed, type FileOutcome, type MigratedSiteReport } from './outcome.ts';
import { readText } from './read-text.ts';

/** A plan on disk: for every file one replacement, and what the file must be before and will be after it. */
interface SavedPlan {
  readonly lifecyclePlan: 1;
  readonly migrations: readonly string[];
  readonly files: readonly SavedFile[];
}

interface SavedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly replace: { readonly start: number; readonly end: number; readonly text: string };
  readonly sites: readonly MigratedSiteReport[];
  readonly together?: readonly string[];
}

/** Writes the plan for all changes. */
export async function savePlan(to: string, migrations: readonly string[], outcomes: readonly FileOutcome[]): Promise<void> {
  const plan: SavedPlan = { lifecyclePlan: 1, migrations, files: outcomes.filter(isChanged).map(savedFile) };
  try {
    await writeFileAtomic(to, `${JSON.stringify(plan, undefined, 1)}\n`);
  } catch (error) {
    throw new BadInput(`The plan '${to}' cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Reads a plan and says what it would change now: a file that is done already is unchanged, one that is neither old nor new is a problem. */
export function loadPlan(from: string): { readonly migrations: readonly string[]; readonly outcomes: readonly FileOutcome[] } {
  const plan = parsePlan(from);
  return { migrations: plan.migrations, outcomes: heldTogether(plan.files.map(outcomeNow)) };
}

function savedFile({ file, before, after, sites, together = [] }: Changed): SavedFile {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { file, before: hash(before), after: hash(after), replace: { start, end: before.length - tail, text: after.slice(start, after.length - tail) }, sites, ...(together.length > 0 ? { together } : {}) };
}

function outcomeNow({ file, before, after, replace, sites, together = [] }: SavedFile): FileOutcome {
  const now = readText(file);
  if (typeof now !== 'string') return now;
  const text = now.slice(0, replace.start) + replace.text + now.slice(replace.end);
  if (hash(now) === before && hash(text) === after) return { outcome: 'changed', file, before: now, after: text, sites, together };
  if (hash(now) === after) return { outcome: 'unchanged', file, sites };
  return { outcome: 'problem', file, sentence: `${file} was skipped: ${reasons['file-changed'].short} (file-changed).`, kind: 'input' };
}

function parsePlan(from: string): SavedPlan {
  try {
    const plan = JSON.parse(readFileSync(from, 'utf8')) as SavedPlan;
    if (plan.lifecyclePlan === 1 && Array.isArray(plan.files)) return plan;
  } catch (error) {
    throw new BadInput(`The plan '${from}' cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new BadInput(`'${from}' is not a plan of lifecycle migrate.`);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
