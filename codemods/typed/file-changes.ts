import type { FileStories } from '../../analysis/index.ts';
import type { SiteEdit } from '../../plans/edit.ts';
import type { PlanOptions } from '../../plans/finally-to-stack/options.ts';
import type { FileChanges, FileMigration, SiteReport, TypedMigration } from '../migration.ts';
import { EditBoard } from './edit-board.ts';
import type { TypedProject } from './typed-project.ts';

/**
 * What a typed migration makes of a file, in the offsets and places of the texts on disk: compilers take the byte order mark off.
 * @param board the texts, and what the sites of other files change in this pass
 */
export function fileChanges(migration: TypedMigration, stories: FileStories, board: EditBoard, options: PlanOptions): FileChanges {
  const { fileName } = stories.sourceFile;
  const mark = markOf(board, fileName);
  const { select, levelOf } = options;
  const obstacle = board.obstacleFor(fileName);
  const { edits, elsewhere, sites, waits } = migration.migrateFile(stories, {
    ...options, select: (place) => select(behind(mark, place)), levelOf: (place) => levelOf?.(behind(mark, place)),
    obstacle: (file, asked) => obstacle(file, moved(markOf(board, file), asked)),
  });
  return {
    edits: moved(mark, edits),
    ...(elsewhere ? { elsewhere: elsewhere.map((other) => ({ file: other.file, edits: moved(markOf(board, other.file), other.edits) })) } : {}),
    sites: sites.map((site): SiteReport => behind(mark, site)),
    ...(waits ? { waits } : {}),
  };
}

/** So many passes are enough for sites that wait for each other. */
const mostPasses = 10;

/**
 * Runs a typed migration over files of a project until nothing changes, for callers without the command: nothing is type-checked afterwards.
 * The project is left with the edited texts. Sites of later passes are reported where they are then.
 */
export function migrateInProject(migration: TypedMigration, project: TypedProject, texts: ReadonlyMap<string, string>, options: PlanOptions): ReadonlyMap<string, FileMigration> {
  const all = new Map([...texts].map(([file, text]): [string, FileMigration] => [file, { text, edits: [], sites: [] }]));
  for (let pass = 0; pass < mostPasses; pass++) {
    const board = new EditBoard(new Map([...all].map(([file, { text }]) => [file, text])));
    for (const [file, { text }] of all) project.setText(file, withoutMark(text));
    const reports = new Map([...all.keys()].map((file) => [file, sitesOn(board, migration, project, file, options)]));
    for (const [file, done] of all) {
      const sites = pass === 0 ? reports.get(file)! : reports.get(file)!.filter(({ outcome }) => outcome === 'migrated');
      all.set(file, { text: board.textOf(file), edits: [...done.edits, ...board.editsOf(file)], sites: [...done.sites, ...sites] });
    }
    if ([...all.keys()].every((file) => board.editsOf(file).length === 0)) break;
  }
  return all;
}

/** Puts the changes of a file on the board. */
function sitesOn(board: EditBoard, migration: TypedMigration, project: TypedProject, file: string, options: PlanOptions): readonly SiteReport[] {
  const changes = fileChanges(migration, project.stories(file), board, options);
  board.set(file, changes);
  return changes.sites;
}

export function withoutMark(text: string): string {
  return text.slice(markLength(text));
}

function markLength(text: string): 0 | 1 {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

function markOf(board: EditBoard, file: string): 0 | 1 {
  return markLength(board.original(file) ?? '');
}

function moved(mark: number, edits: readonly SiteEdit[]): readonly SiteEdit[] {
  return edits.map((edit) => ({ ...edit, start: edit.start + mark, end: edit.end + mark }));
}

/** A column of the first line is one further behind a byte order mark. */
function behind<Place extends { readonly line: number; readonly column: number }>(mark: number, place: Place): Place {
  return place.line === 1 ? { ...place, column: place.column + mark } : place;
}
