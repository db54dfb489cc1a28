import type ts from 'typescript';
import { classesOf } from './classes.ts';
import { releasesOf } from './releases.ts';
import { importWorkOf } from './import-work.ts';
import { misusedUsingsOf } from './misused-using.ts';
import { escapesOf } from './escapes.ts';
import { failedStartsOf } from './failed-starts.ts';
import { droppedTeardownsOf } from './dropped-teardowns.ts';
import { mixedOwnershipsOf } from './mixed-ownership.ts';
import { overwritesOf } from './overwrites.ts';
import { borrowedReleasesOf } from './borrowed.ts';
import { skippableReleasesOf } from './isolation.ts';
import { lateStartsOf } from './late-starts.ts';
import { lateUsesOf } from './late-uses.ts';
import { skippingExitsOf } from './skipping-exits.ts';
import { finalizerReleasesOf } from './finalizers.ts';
import { floatingStartsOf } from './floating-starts.ts';
import { providedStartsOf } from './providers.ts';
import { adHocCleanupsOf } from './ad-hoc-cleanup.ts';
import { orderFaultsOf } from './order.ts';
import { ownersOf, type OwnerStory } from './owners.ts';
import { perView } from './per-view.ts';
import { resourcesOf } from './resources.ts';
import { scopesOf } from './scopes.ts';
import { noSettings, type Settings } from './settings.ts';
import type { ClassStory } from './class-story.ts';
import type { AdHocCleanup, BorrowedRelease, Escape, DroppedTeardown, FailedStart, FinalizerRelease, FloatingStart, ImportWork, LateStart, LateUse, MixedOwnership, MisusedUsing, OrderFault, Overwrite, ProvidedStart, SkippableRelease, SkippingExit } from './faults.ts';
import type { LifeStory, ReleaseStory, ScopeStory } from './story.ts';
import { type BailOut, type TypeScript, type View, viewOf } from './view.ts';

/** The life stories of one file. Each part is computed when it is first asked for. */
export interface FileStories {
  readonly view: View;
  readonly sourceFile: ts.SourceFile;
  /** A story per acquisition site that a function of this file owns. */
  readonly resources: readonly LifeStory[];
  /** Every release call of this file, with what becomes of its completion. */
  readonly releases: readonly ReleaseStory[];
  /** The ordered starts and releases of each function. */
  readonly scopes: readonly ScopeStory[];
  /** Resources that a failing constructor, factory or start leaves behind. */
  readonly failedStarts: readonly FailedStart[];
  /** Work that an import begins, where the module is no entry point. */
  readonly importWork: readonly ImportWork[];
  /** Declarations by `using` that do not do what they seem. */
  readonly misusedUsings: readonly MisusedUsing[];
  /** Starts in providers. */
  readonly providedStarts: readonly ProvidedStart[];
  /** Starts that nobody awaits. */
  readonly floatingStarts: readonly FloatingStart[];
  /** Releases in destructor-like places. */
  readonly finalizerReleases: readonly FinalizerRelease[];
  /** Cleanup by hand where a scope would do. */
  readonly adHocCleanups: readonly AdHocCleanup[];
  /** Exits of the process that skip planned releases. */
  readonly skippingExits: readonly SkippingExit[];
  /** Releases of what the code does not own. */
  readonly borrowedReleases: readonly BorrowedRelease[];
  /** Awaited releases that the failure of an earlier one skips. */
  readonly skippableReleases: readonly SkippableRelease[];
  /** What can begin after its object was stopped. */
  readonly lateStarts: readonly LateStart[];
  /** Fields that are sometimes created and sometimes handed in. */
  readonly mixedOwnerships: readonly MixedOwnership[];
  /** Assignments over what is live. */
  readonly overwrites: readonly Overwrite[];
  /** Teardowns that replace an inherited one which does something. */
  readonly droppedTeardowns: readonly DroppedTeardown[];
  /** Values that leave the scope which releases them. */
  readonly escapes: readonly Escape[];
  /** Uses, starts and second releases of what was released before. */
  readonly lateUses: readonly LateUse[];
  /** Releases that come too early, in functions and in teardowns. */
  readonly orderFaults: readonly OrderFault[];
  /** Who owns what, and in which order it begins and ends. */
  readonly owners: readonly OwnerStory[];
  /** What each class begins, owns and ends. */
  readonly classes: readonly ClassStory[];
  /** Where the analysis of this file gave up, each place once. */
  readonly bailOuts: readonly BailOut[];
}

/**
 * The life stories of a file of a program.
 * @param typescript the `typescript` that made the program; the analysis never imports one
 * @param settings `settings.lifecycle`, validated
 */
export function stories(typescript: TypeScript, program: ts.Program, sourceFile: ts.SourceFile, settings: Settings = noSettings): FileStories {
  const view = viewOf(typescript, program, settings);
  const known = storiesByFile(view);
  let found = known.get(sourceFile);
  if (!found) known.set(sourceFile, (found = new StoriesOfFile(view, sourceFile)));
  return found;
}

const storiesByFile = perView(() => new Map<ts.SourceFile, FileStories>());

/** Each part is found when it is asked for. The parts stand on the prototype: there is one object for each file of a program. */
class StoriesOfFile implements FileStories {
  readonly view: View;
  readonly sourceFile: ts.SourceFile;
  readonly #found: { -readonly [Part in keyof FileStories]?: FileStories[Part] } = {};

  constructor(view: View, sourceFile: ts.SourceFile) {
    this.view = view;
    this.sourceFile = sourceFile;
  }

  get resources() {
    return (this.#found.resources ??= resourcesOf(this.view, this.sourceFile));
  }

  get releases() {
    return (this.#found.releases ??= releasesOf(this.view, this.sourceFile));
  }

  get scopes() {
    return (this.#found.scopes ??= scopesOf(this.view, this.sourceFile));
  }

  get failedStarts() {
    return (this.#found.failedStarts ??= failedStartsOf(this.view, this.sourceFile));
  }

  get importWork() {
    return (this.#found.importWork ??= importWorkOf(this.view, this.sourceFile, () => this.resources));
  }

  get misusedUsings() {
    return (this.#found.misusedUsings ??= misusedUsingsOf(this.view, this.sourceFile));
  }

  get providedStarts() {
    return (this.#found.providedStarts ??= providedStartsOf(this.view, this.sourceFile));
  }

  get floatingStarts() {
    return (this.#found.floatingStarts ??= floatingStartsOf(this.view, this.sourceFile));
  }

  get finalizerReleases() {
    return (this.#found.finalizerReleases ??= finalizerReleasesOf(this.view, this.sourceFile));
  }

  get adHocCleanups() {
    return (this.#found.adHocCleanups ??= adHocCleanupsOf(this.view, this.sourceFile));
  }

  get skippingExits() {
    return (this.#found.skippingExits ??= skippingExitsOf(this.view, this.sourceFile, this.resources));
  }

  get borrowedReleases() {
    return (this.#found.borrowedReleases ??= borrowedReleasesOf(this.view, this.sourceFile));
  }

  get skippableReleases() {
    return (this.#found.skippableReleases ??= skippableReleasesOf(this.view, this.sourceFile));
  }

  get lateStarts() {
    return (this.#found.lateStarts ??= lateStartsOf(this.view, this.sourceFile));
  }

  get mixedOwnerships() {
    return (this.#found.mixedOwnerships ??= mixedOwnershipsOf(this.view, this.sourceFile));
  }

  get overwrites() {
    return (this.#found.overwrites ??= overwritesOf(this.view, this.sourceFile));
  }

  get droppedTeardowns() {
    return (this.#found.droppedTeardowns ??= droppedTeardownsOf(this.view, this.sourceFile));
  }

  get escapes() {
    return (this.#found.escapes ??= escapesOf(this.view, this.sourceFile));
  }

  get lateUses() {
    return (this.#found.lateUses ??= lateUsesOf(this.view, this.sourceFile));
  }

  get orderFaults() {
    return (this.#found.orderFaults ??= orderFaultsOf(this.view, this.sourceFile));
  }

  get owners() {
    return (this.#found.owners ??= ownersOf(this.view, this.sourceFile));
  }

  get classes() {
    return (this.#found.classes ??= classesOf(this.view, this.sourceFile));
  }

  get bailOuts() {
    const ofFile = this.view.bailOuts.filter((bailOut) => bailOut.file === this.sourceFile.fileName);
    return [...new Map(ofFile.map((bailOut) => [`${bailOut.reason} ${bailOut.start}`, bailOut])).values()];
  }
}
