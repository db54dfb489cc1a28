import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileMigration } from '../../codemods/migration.ts';
import { migrateInProject } from '../../codemods/typed/file-changes.ts';
import { openTypedProject, type TypedProject } from '../../codemods/typed/typed-project.ts';
import { trailingStopToUsing } from '../../codemods/trailing-stop-to-using/trailing-stop-to-using.ts';
import { defaultPlanOptions, type PlanOptions } from '../../plans/finally-to-stack/options.ts';
import { newMessages } from '../../cli/migrate/roll-back.ts';
import { generateTrailing } from './generate-trailing.ts';
import { withLostRejections } from './lost-rejections.ts';
import { compile } from './program.ts';
import { proveProgram } from './prove-program.ts';
import type { SeedResult } from './prove-seed.ts';
import { Random } from './random.ts';

/** So many programs are read as one, which takes less time than one by one. */
const batch = 50;

/**
 * Generates programs for trailing-stop-to-using, migrates them with their types and proves each: the result adds no message of the compiler, a second run changes
 * nothing, and the behaviour is the same under all single faults and a sample of pairs, but for the stops that are added.
 */
export async function* proveTrailing(first: number, count: number): AsyncGenerator<SeedResult> {
  const project = emptyProject();
  try {
    for (let from = first; from < first + count; from += batch) {
      const seeds = Array.from({ length: Math.min(batch, first + count - from) }, (_, index) => from + index);
      const level = new Random(from).pick<PlanOptions['level']>(['use', 'use', 'scoped']);
      yield* proveBatch(project, seeds, { ...defaultPlanOptions, level });
    }
  } finally {
    rmSync(project.folder, { recursive: true, force: true });
  }
}

interface GeneratedProject extends TypedProject {
  readonly folder: string;
  readonly files: readonly string[];
}

/** A project of as many files as a batch has programs. */
function emptyProject(): GeneratedProject {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lifecycle-proof-'))).replaceAll('\\', '/');
  const files = Array.from({ length: batch }, (_, index) => `${folder}/program-${index}.ts`);
  const compilerOptions = { strict: true, target: 'es2022', lib: ['es2022', 'esnext.disposable'], module: 'esnext', moduleResolution: 'bundler', types: [] };
  for (const file of files) writeFileSync(file, 'export {};\n');
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: [path.join(import.meta.dirname, '../fixtures/env.d.ts'), ...files] }));
  return { ...openTypedProject(`${folder}/tsconfig.json`), folder, files };
}

async function* proveBatch(project: GeneratedProject, seeds: readonly number[], options: PlanOptions): AsyncGenerator<SeedResult> {
  const texts = new Map(seeds.map((seed, index) => [project.files[index]!, generateTrailing(seed)]));
  const first = migrateInProject(trailingStopToUsing, project, texts, options);
  const before = onText(project, texts);
  const after = onText(project, new Map([...first].map(([file, { text }]) => [file, text])));
  const second = migrateInProject(trailingStopToUsing, project, new Map([...first].map(([file, { text }]) => [file, text])), options);
  for (const [index, seed] of seeds.entries()) {
    const file = project.files[index]!;
    const added = newMessages(before.get(file)!, after.get(file)!);
    const broken = added > 0 ? [`the compiler says ${after.get(file)!.join('; ')}`] : [];
    const again = second.get(file)!.edits.length > 0 ? ['a second run changes something'] : [];
    yield await prove(seed, texts.get(file)!, first.get(file)!, [...broken, ...again]);
  }
}

/** What the compiler says of the files with these texts. */
function onText(project: TypedProject, texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  for (const [file, text] of texts) project.setText(file, text.replace(/^\uFEFF/, ''));
  return new Map([...texts.keys()].map((file) => [file, project.messages(file)]));
}

async function prove(seed: number, text: string, result: FileMigration, broken: readonly string[]): Promise<SeedResult> {
  const random = new Random(seed ^ 0x5eed);
  const migrated = result.sites.flatMap((site) => (site.outcome === 'migrated' ? [site] : []));
  const permitted = new Set(migrated.flatMap(({ differences }) => differences));
  const proof = text === result.text
    ? { runs: 0, wrapped: 0, isolated: 0, failures: [] }
    : await withLostRejections(() => proveProgram(compile('program.ts', text), compile('program.ts', result.text), { permitted, salts: [random.below(1000), random.below(1000)], takePair: () => random.chance(3) }));
  return {
    migrated: migrated.length, reordered: 0, skipped: result.sites.length - migrated.length, runs: proof.runs, wrapped: proof.wrapped, isolated: proof.isolated,
    failures: [...broken, ...proof.failures].map((failure) => `trailing-stop-to-using, seed ${seed}: ${failure}`),
  };
}
