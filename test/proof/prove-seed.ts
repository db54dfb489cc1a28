import { parseFile } from '../../codemods/text/parse-file.ts';
import { migrateText } from '../../codemods/finally-to-stack/migrate-file.ts';
import type { FileMigration } from '../../codemods/migration.ts';
import type { Difference } from '../../plans/finally-to-stack/plan.ts';
import type { Level } from '../../plans/finally-to-stack/level.ts';
import { defaultPlanOptions } from '../../plans/finally-to-stack/options.ts';
import { assumedTypes, type Assumed } from '../plans/assumed-types.ts';
import { generateProgram } from './generate-program.ts';
import { compile } from './program.ts';
import { proveProgram, type Proof } from './prove-program.ts';
import { Random } from './random.ts';

/** What one seed showed: sites by outcome, the proof, and every property that does not hold. */
export interface SeedResult {
  readonly migrated: number;
  /** Of the migrated ones, those whose releases were put into the reverse order, as asked for. */
  readonly reordered: number;
  readonly skipped: number;
  readonly runs: number;
  readonly wrapped: number;
  readonly isolated: number;
  readonly failures: readonly string[];
}

const file = 'program.js';

/** Generates, migrates and proves one program: the result parses, a second run changes nothing, and the behaviour is the same under all single faults and a sample of pairs. */
export async function proveSeed(seed: number): Promise<SeedResult> {
  const random = new Random(seed ^ 0x5eed);
  const text = generateProgram(seed);
  parseFile(file, text);
  const options = { ...defaultPlanOptions, level: random.pick<Level>(['structural', 'flat', 'scoped', 'use', 'use']), closeGap: random.chance(25), fixOrder: random.chance(40) };
  const assumed = random.chance(60) ? randomlyAssumed(text, random) : undefined;
  const migrate = (now: string): FileMigration => migrateText(file, now, options, assumed && assumedTypes(now, assumed));
  const result = migrate(text);
  const migrated = result.sites.flatMap((site) => (site.outcome === 'migrated' ? [site] : []));
  const reordered = migrated.filter(({ differences }) => differences.includes('order-fixed')).length;
  const counts = { migrated: migrated.length, reordered, skipped: result.sites.length - migrated.length };
  const broken = result.sites.some((site) => site.outcome === 'skipped' && site.reason === 'does-not-reparse') ? ['the result does not parse'] : [];
  const again = migrate(result.text).edits.length > 0 ? ['a second run changes something'] : [];
  const proof = await prove(text, result.text, migrated.flatMap(({ differences }) => differences), random);
  return { ...counts, runs: proof.runs, wrapped: proof.wrapped, isolated: proof.isolated, failures: [...broken, ...again, ...proof.failures].map((failure) => `finally-to-stack, seed ${seed}: ${failure}`) };
}

async function prove(before: string, after: string, differences: readonly Difference[], random: Random): Promise<Proof> {
  if (before === after) return { runs: 0, wrapped: 0, isolated: 0, failures: [] };
  return proveProgram(compile(file, before), compile(file, after), { permitted: new Set(differences), salts: [random.below(1000), random.below(1000)], takePair: () => random.chance(3) });
}

/** What a front end might know of each variable; what it knows is always true of the resources of the world. */
function randomlyAssumed(text: string, random: Random): Assumed {
  const names = new Set(text.match(/\b[a-z]+\d*\b/g));
  return Object.fromEntries([...names].map((name) => [name, random.pick(['exact', 'exact', 'guarded', 'unknown', 'gives a value'])]));
}
