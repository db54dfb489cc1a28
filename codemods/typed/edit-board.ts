import { applyEdits } from '../text/apply-edits.ts';
import { meets, withoutRepeats, type SiteEdit } from '../../plans/edit.ts';
import type { PlanOptions } from '../../plans/finally-to-stack/options.ts';
import type { FileChanges } from '../migration.ts';

/**
 * What the sites of many files change in one pass of a migration, each in its own file and in others. All edits refer to the texts that the board was made with;
 * files have the names that the program has for them.
 */
export class EditBoard {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #changes = new Map<string, FileChanges>();
  readonly #closed = new Set<string>();

  readonly #mayEdit: (file: string) => boolean;

  /**
   * @param texts every file that may be edited
   * @param mayEdit whether a file that sites of others want to edit can be
   */
  constructor(texts: ReadonlyMap<string, string>, mayEdit: (file: string) => boolean = () => true) {
    this.#texts = texts;
    this.#mayEdit = mayEdit;
  }

  /** What the sites of a file change, in place of what they changed before; the answer is the files that have another text now. */
  set(owner: string, changes: FileChanges): readonly string[] {
    const before = this.#changes.get(owner);
    this.#changes.set(owner, changes);
    return [...new Set([...(before ? filesEdited(owner, before) : []), ...filesEdited(owner, changes)])];
  }

  /** No site of another file edits this one any more. */
  close(file: string): void {
    this.#closed.add(file);
  }

  /** Whether a site may edit a file that is not its own. */
  isOpen(file: string): boolean {
    return this.#texts.has(file) && !this.#closed.has(file) && this.#mayEdit(file);
  }

  /** The edits of a file, by whatever sites, each once. */
  editsOf(file: string): readonly SiteEdit[] {
    return withoutRepeats([...this.#changes].flatMap(([owner, changes]) => editsIn(file, owner, changes)));
  }

  /** A file with its edits. */
  textOf(file: string): string {
    return applyEdits(this.#texts.get(file) ?? '', this.editsOf(file));
  }

  /** The text that the edits of a file refer to; none for a file that nobody may edit. */
  original(file: string): string | undefined {
    return this.#texts.get(file);
  }

  /** What keeps a site of one file from making edits: those of other files' sites, or that the file to be edited is not open to others. */
  obstacleFor(owner: string): NonNullable<PlanOptions['obstacle']> {
    return (file, edits) => {
      if (file !== owner && !this.isOpen(file)) return 'edits-elsewhere-refused';
      const others = [...this.#changes].flatMap(([other, changes]) => (other === owner ? [] : editsIn(file, other, changes)));
      return edits.some((edit) => others.some((one) => meets(edit, one))) ? 'wait' : undefined;
    };
  }
}

/** The files that some changes edit. */
export function filesEdited(owner: string, { edits, elsewhere = [] }: FileChanges): readonly string[] {
  return [...(edits.length > 0 ? [owner] : []), ...elsewhere.map(({ file }) => file)];
}

function editsIn(file: string, owner: string, { edits, elsewhere = [] }: FileChanges): readonly SiteEdit[] {
  return file === owner ? edits : elsewhere.filter((other) => other.file === file).flatMap((other) => other.edits);
}
