import type { FileStories } from '../../analysis/index.ts';
import { meets, withoutRepeats, type SiteEdit } from '../../plans/edit.ts';
import type { Difference } from '../../plans/finally-to-stack/plan.ts';
import type { PlanOptions } from '../../plans/finally-to-stack/options.ts';
import type { Reason } from '../../plans/reasons.ts';
import { positionAt } from '../../plans/syntax/lines.ts';
import type { FileChanges, FileEdits, SiteReport, TypedMigration } from '../migration.ts';

/** What a migration decides about one site: the edits, in its file and in others, or the reason why it stays. */
export type SiteVerdict =
  | { readonly outcome: 'migrated'; readonly level: string; readonly limit?: Reason; readonly differences: readonly Difference[]; readonly edits: readonly SiteEdit[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason };

/** A typed migration whose sites can be decided one by one. */
export interface SiteBySite<Site extends { readonly start: number }> extends Pick<TypedMigration, 'trigger' | 'affects'> {
  /** The sites of a file, in the order of the text. `start` is where a report points at. */
  find(stories: FileStories, options: PlanOptions): readonly Site[];
  plan(site: Site, options: PlanOptions): SiteVerdict;
}

/**
 * The migration made of `find` and `plan`. All edits of a site are made, in every file, or none. A site whose edits meet those of an earlier one waits for the next
 * pass and is not reported in this one.
 */
export function siteBySite<Site extends { readonly start: number }>({ trigger, affects, find, plan }: SiteBySite<Site>): TypedMigration {
  return {
    engine: 'typed',
    trigger,
    affects,
    migrateFile(stories, options) {
      const batch = new Batch(stories.sourceFile.fileName, options);
      const sites = find(stories, options).flatMap((site): SiteReport[] => {
        const place = positionAt(stories.sourceFile.text, site.start);
        const verdict = plan(site, options);
        if (verdict.outcome === 'skipped') return [{ ...place, ...verdict }];
        const { edits, ...report } = verdict;
        const byFile = batch.byFile(edits);
        const obstacle = batch.obstacle(byFile);
        if (obstacle !== undefined && obstacle !== 'wait') return [{ ...place, outcome: 'skipped', reason: obstacle }];
        if (!options.select(place)) return [{ ...place, outcome: 'skipped', reason: 'not-selected' }];
        if (!batch.takes(byFile, obstacle)) return [];
        const elsewhere = batch.others(byFile);
        return [{ ...place, ...report, ...(elsewhere.length > 0 ? { elsewhere } : {}) }];
      });
      return { ...batch.changes(), sites } satisfies FileChanges;
    },
  };
}

/** The edits of the sites of one file that are made in one pass. */
class Batch {
  readonly #file: string;
  readonly #options: PlanOptions;
  readonly #taken = new Map<string, readonly SiteEdit[]>();
  #waits = false;

  constructor(file: string, options: PlanOptions) {
    this.#file = file;
    this.#options = options;
  }

  byFile(edits: readonly SiteEdit[]): readonly FileEdits[] {
    const files = new Set(edits.map(({ file }) => file ?? this.#file));
    return [...files].map((file) => ({ file, edits: withoutRepeats(edits.filter((edit) => (edit.file ?? this.#file) === file)) }));
  }

  /** What keeps one of the edits from being made; a reason before a wait. */
  obstacle(byFile: readonly FileEdits[]): 'wait' | Reason | undefined {
    const obstacles = byFile.flatMap(({ file, edits }) => this.#options.obstacle?.(file, edits) ?? []);
    return obstacles.find((obstacle) => obstacle !== 'wait') ?? obstacles[0];
  }

  /** Takes the edits of one site, unless one of them meets those of another site: then it waits. */
  takes(byFile: readonly FileEdits[], obstacle: 'wait' | undefined): boolean {
    const isMet = obstacle === 'wait' || byFile.some(({ file, edits }) => edits.some((edit) => this.#of(file).some((other) => meets(edit, other))));
    if (isMet) this.#waits = true;
    else for (const { file, edits } of byFile) this.#taken.set(file, withoutRepeats([...this.#of(file), ...edits]));
    return !isMet;
  }

  others(byFile: readonly FileEdits[]): readonly string[] {
    return byFile.map(({ file }) => file).filter((file) => file !== this.#file);
  }

  changes(): Omit<FileChanges, 'sites'> {
    const elsewhere = [...this.#taken].filter(([file]) => file !== this.#file).map(([file, edits]) => ({ file, edits }));
    return { edits: this.#of(this.#file), ...(elsewhere.length > 0 ? { elsewhere } : {}), ...(this.#waits ? { waits: true } : {}) };
  }

  #of(file: string): readonly SiteEdit[] {
    return this.#taken.get(file) ?? [];
  }
}
