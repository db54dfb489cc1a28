import type { FileStories } from '../../analysis/index.ts';
import type { PlanOptions } from '../../plans/finally-to-stack/options.ts';
import type { FileChanges, FileMigration, SiteReport, TypedMigration } from '../migration.ts';
import { applyEdits } from '../text/apply-edits.ts';
import type { TypedProject } from './typed-project.ts';

/** What a typed migration makes of a file, in the offsets and places of its text on disk: compilers take the byte order mark off. */
export function fileChanges(migration: TypedMigration, stories: FileStories, text: string, options: PlanOptions): FileChanges {
  const mark = markLength(text);
  const { select, levelOf } = options;
  const { edits, sites } = migration.migrateFile(stories, { ...options, select: (place) => select(behind(mark, place)), levelOf: (place) => levelOf?.(behind(mark, place)) });
  return {
    edits: edits.map(({ start, end, text: added }) => ({ start: start + mark, end: end + mark, text: added })),
    sites: sites.map((site): SiteReport => behind(mark, site)),
  };
}

/** So many passes are enough for sites that wait for each other. */
const mostPasses = 10;

/**
 * Runs a typed migration over one file of a project until nothing changes, for callers without the command: nothing is type-checked afterwards.
 * The project is left with the edited text. Sites of later passes are reported where they are then.
 */
export function migrateInProject(migration: TypedMigration, project: TypedProject, file: string, text: string, options: PlanOptions): FileMigration {
  let now = text;
  const all: FileChanges[] = [];
  for (let pass = 0; pass < mostPasses; pass++) {
    project.setText(file, withoutMark(now));
    const changes = fileChanges(migration, project.stories(file), now, options);
    all.push(pass === 0 ? changes : { ...changes, sites: changes.sites.filter(({ outcome }) => outcome === 'migrated') });
    if (changes.edits.length === 0) break;
    now = applyEdits(now, changes.edits);
  }
  return { text: now, edits: all.flatMap(({ edits }) => edits), sites: all.flatMap(({ sites }) => sites) };
}

export function withoutMark(text: string): string {
  return text.slice(markLength(text));
}

function markLength(text: string): 0 | 1 {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** A column of the first line is one further behind a byte order mark. */
function behind<Place extends { readonly line: number; readonly column: number }>(mark: number, place: Place): Place {
  return place.line === 1 ? { ...place, column: place.column + mark } : place;
}
