import type ts from 'typescript';
import type { MisusedUsing } from './faults.ts';
import { abandoned } from './using/abandoned-generators.ts';
import { asyncDisposesOf } from './using/async-dispose.ts';
import { fireAndForget } from './using/fire-and-forget.ts';
import { lossy } from './using/lossy.ts';
import { neverStarted } from './using/never-started.ts';
import { scopedValuesOf, type Scoped } from './using/scoped.ts';
import type { View } from './view.ts';

const questions: readonly ((view: View, scoped: Scoped) => MisusedUsing | undefined)[] = [fireAndForget, lossy, neverStarted, abandoned];

/** Declarations that do not do what they seem (docs/clauses.md, rule 20): one finding for each. */
export function misusedUsingsOf(view: View, file: ts.SourceFile): readonly MisusedUsing[] {
  const scoped = scopedValuesOf(view, file).flatMap((one) => questions.map((ask) => ask(view, one)).find((found) => found !== undefined) ?? []);
  return [...scoped, ...asyncDisposesOf(view, file)];
}
