import type { FileStories } from '../../analysis/index.ts';
import type { TextEdit } from '../../plans/edit.ts';
import type { Difference } from '../../plans/finally-to-stack/plan.ts';
import type { PlanOptions } from '../../plans/finally-to-stack/options.ts';
import type { Reason } from '../../plans/reasons.ts';
import { positionAt } from '../../plans/syntax/lines.ts';
import type { FileChanges, SiteReport, TypedMigration } from '../migration.ts';

/** What a migration decides about one site: the edits, or the reason why it stays. */
export type SiteVerdict =
  | { readonly outcome: 'migrated'; readonly level: string; readonly limit?: Reason; readonly differences: readonly Difference[]; readonly edits: readonly TextEdit[] }
  | { readonly outcome: 'skipped'; readonly reason: Reason };

/** A typed migration whose sites can be decided one by one. */
export interface SiteBySite<Site extends { readonly start: number }> extends Pick<TypedMigration, 'trigger' | 'affects'> {
  /** The sites of a file, in the order of the text. `start` is where a report points at. */
  find(stories: FileStories, options: PlanOptions): readonly Site[];
  plan(site: Site, options: PlanOptions): SiteVerdict;
}

/** The migration made of `find` and `plan`. A site whose edits meet those of an earlier one waits for the next pass and is not reported in this one. */
export function siteBySite<Site extends { readonly start: number }>({ trigger, affects, find, plan }: SiteBySite<Site>): TypedMigration {
  return {
    engine: 'typed',
    trigger,
    affects,
    migrateFile(stories, options) {
      const edits: TextEdit[] = [];
      const sites = find(stories, options).flatMap((site): SiteReport[] => {
        const place = positionAt(stories.sourceFile.text, site.start);
        const verdict = plan(site, options);
        if (verdict.outcome === 'skipped') return [{ ...place, ...verdict }];
        if (!options.select(place)) return [{ ...place, outcome: 'skipped', reason: 'not-selected' }];
        if (verdict.edits.some((edit) => edits.some((other) => meets(edit, other)))) return [];
        edits.push(...verdict.edits);
        const { edits: _edits, ...report } = verdict;
        return [{ ...place, ...report }];
      });
      return { edits, sites } satisfies FileChanges;
    },
  };
}

function meets(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
