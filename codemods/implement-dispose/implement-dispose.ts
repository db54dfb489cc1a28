import type { FileStories } from '../../analysis/index.ts';
import { canImplement, classTextOf } from '../../analysis/class-text.ts';
import { disposeDoubt, missingDispose, type MissingDispose } from '../../analysis/missing-dispose.ts';
import { planDispose, type DisposeSite } from '../../plans/implement-dispose/plan.ts';
import { siteBySite } from '../typed/site-by-site.ts';

/** A class that is started and stopped, or that owns what its teardown releases, gains the dispose method that delegates to it. */
export const implementDispose = siteBySite<DisposeSite>({
  trigger: /\bclass\b/,
  affects: 'dependents',
  find: (stories) => stories.classes.flatMap((owner) => missingDispose(stories.view, owner) ?? []).map((missing) => factsOf(stories, missing)),
  plan: planDispose,
});

function factsOf({ view, sourceFile }: FileStories, missing: MissingDispose): DisposeSite {
  const { owner: { node }, stop } = missing;
  const site = classTextOf(view, node);
  return {
    start: site.start,
    text: sourceFile.text,
    site,
    method: { stop: stop.name, async: stop.async, implements: canImplement(view, node, stop.async ? 'AsyncDisposable' : 'Disposable') },
    doubt: disposeDoubt(view, missing),
  };
}
