import type ts from 'typescript';
import { wayOfClosure } from './escapes/closures.ts';
import { ownedIn, type Owned } from './escapes/owned.ts';
import { wayOfValue } from './escapes/values.ts';
import type { Way } from './escapes/way.ts';
import { closureWithin } from './ownership/references.ts';
import { actOf } from './released/acts.ts';
import { placesOf } from './released/subject.ts';
import type { Escape } from './faults.ts';
import { isAsync, outermost } from './syntax.ts';
import type { View } from './view.ts';

/** Values that leave the scope which releases them, in a file (docs/clauses.md, rule 17). */
export function escapesOf(view: View, file: ts.SourceFile): readonly Escape[] {
  const found = new Map<ts.Node, Escape>();
  for (const owned of ownedIn(view, file)) {
    for (const place of placesOf(view, { name: owned.name, root: owned.symbol, shared: false }, owned.block)) {
      const way = place.pos > owned.since ? wayOf(view, place, owned) : undefined;
      if (way && !found.has(way.at)) found.set(way.at, escape(view, owned, way));
    }
  }
  return [...found.values()].sort((a, b) => a.at.pos - b.at.pos);
}

/** A nested function that only releases leaves nothing behind that could be used too late. */
function wayOf(view: View, place: ts.Expression, owned: Owned): Way | undefined {
  const closure = closureWithin(view, place, owned.scope);
  if (!closure) return wayOfValue(view, place, owned);
  return actOf(view, outermost(view.ts, place), 0)?.kind === 'release' ? undefined : wayOfClosure(view, closure, owned);
}

function escape(view: View, owned: Owned, { kind, at, to, grade }: Way): Escape {
  const end = owned.block.end;
  return {
    at,
    kind,
    name: owned.name,
    to,
    canAwait: kind === 'promise' && isAsync(view.ts, owned.scope),
    grade,
    path: [
      { start: owned.at.getStart(), end: owned.at.end, note: `the scope takes over '${owned.name}'` },
      { start: at.getStart(), end: at.end, note: notes[kind](owned.name) },
      { start: end - 1, end, note: `the scope releases '${owned.name}'` },
    ],
  };
}

const notes: Readonly<Record<Escape['kind'], (name: string) => string>> = {
  returned: (name) => `'${name}' is returned`,
  stored: (name) => `'${name}' is kept outside`,
  captured: (name) => `a function that uses '${name}' is handed on`,
  promise: (name) => `work on '${name}' is returned before it is done`,
  floating: (name) => `work on '${name}' begins, and nobody waits for it`,
};
