import type { View } from './view.ts';

/** A fact of a whole program, found once: a question of one view, with its answer remembered as long as the view lives. It depends on nothing that is still being answered. */
export function perView<Fact>(find: (view: View) => Fact): (view: View) => Fact {
  const facts = new WeakMap<View, { fact: Fact }>();
  return (view) => {
    let known = facts.get(view);
    if (!known) facts.set(view, (known = { fact: find(view) }));
    return known.fact;
  };
}
