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
  return view.remember('stories', sourceFile, () => new StoriesOfFile(view, sourceFile));
}

/** Each part is found when it is asked for. The parts stand on the prototype: there is one object for each file of a program. */
class StoriesOfFile implements FileStories {
  readonly view: View;
  readonly sourceFile: ts.SourceFile;

  constructor(view: View, sourceFile: ts.SourceFile) {
    this.view = view;
    this.sourceFile = sourceFile;
  }

  #remember<Answer>(question: string, find: (view: View, file: ts.SourceFile) => Answer): Answer {
    return this.view.remember(question, this.sourceFile, () => find(this.view, this.sourceFile));
  }

  get resources() {
    return this.#remember('resourcesOf', resourcesOf);
  }

  get releases() {
    return this.#remember('releasesOf', releasesOf);
  }

  get scopes() {
    return this.#remember('scopesOf', scopesOf);
  }

  get failedStarts() {
    return this.#remember('failedStartsOf', failedStartsOf);
  }

  get importWork() {
    return this.#remember('importWorkOf', (view, file) => importWorkOf(view, file, () => this.resources));
  }

  get misusedUsings() {
    return this.#remember('misusedUsingsOf', misusedUsingsOf);
  }

  get providedStarts() {
    return this.#remember('providedStartsOf', providedStartsOf);
  }

  get floatingStarts() {
    return this.#remember('floatingStartsOf', floatingStartsOf);
  }

  get finalizerReleases() {
    return this.#remember('finalizerReleasesOf', finalizerReleasesOf);
  }

  get adHocCleanups() {
    return this.#remember('adHocCleanupsOf', adHocCleanupsOf);
  }

  get skippingExits() {
    return this.#remember('skippingExitsOf', (view, file) => skippingExitsOf(view, file, this.resources));
  }

  get borrowedReleases() {
    return this.#remember('borrowedReleasesOf', borrowedReleasesOf);
  }

  get skippableReleases() {
    return this.#remember('skippableReleasesOf', skippableReleasesOf);
  }

  get lateStarts() {
    return this.#remember('lateStartsOf', lateStartsOf);
  }

  get mixedOwnerships() {
    return this.#remember('mixedOwnershipsOf', mixedOwnershipsOf);
  }

  get overwrites() {
    return this.#remember('overwritesOf', overwritesOf);
  }

  get droppedTeardowns() {
    return this.#remember('droppedTeardownsOf', droppedTeardownsOf);
  }

  get escapes() {
    return this.#remember('escapesOf', escapesOf);
  }

  get lateUses() {
    return this.#remember('lateUsesOf', lateUsesOf);
  }

  get orderFaults() {
    return this.#remember('orderFaultsOf', orderFaultsOf);
  }

  get owners() {
    return this.#remember('ownersOf', ownersOf);
  }

  get classes() {
    return this.#remember('classesOf', classesOf);
  }

  get bailOuts() {
    const ofFile = this.view.bailOuts.filter((bailOut) => bailOut.file === this.sourceFile.fileName);
    return [...new Map(ofFile.map((bailOut) => [`${bailOut.reason} ${bailOut.start}`, bailOut])).values()];
  }
}
