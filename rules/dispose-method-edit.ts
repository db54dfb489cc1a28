import { canImplement, classTextOf } from '../analysis/class-text.ts';
import type { MissingDispose } from '../analysis/missing-dispose.ts';
import type { View } from '../analysis/view.ts';
import type { TextEdit } from '../plans/edit.ts';
import { disposeEdits } from '../plans/implement-dispose/dispose-method.ts';

/** What the migration implement-dispose writes too: a dispose method that delegates to the stop. */
export function disposeMethodEdits(view: View, text: string, { owner, stop }: MissingDispose): readonly TextEdit[] {
  const name = stop.async ? 'AsyncDisposable' : 'Disposable';
  return disposeEdits(text, classTextOf(view, owner.node), { stop: stop.name, async: stop.async, implements: canImplement(view, owner.node, name) });
}
