import type ts from 'typescript';
import { releasedBy } from './contracts/calls.ts';
import type { FinalizerRelease } from './story.ts';
import { allDescendants, enclosingFunction, memberAccess, nameOf, outermost } from './syntax.ts';
import type { View } from './view.ts';

type Place = FinalizerRelease['place'];

/** Releases in places that cannot wait or may never run (docs/clauses.md, rule 6). */
export function finalizerReleasesOf(view: View, file: ts.SourceFile): readonly FinalizerRelease[] {
  return [...allDescendants(view.ts, file)].flatMap((node) => {
    const released = releasedBy(view, node);
    const place = released && finalizerAround(view, released.call);
    if (!released || !place) return [];
    const waits = view.types.isThenable(view.types.typeOf(released.call)) || released.release.completion === 'callback';
    return place === 'FinalizationRegistry' || waits ? [{ at: released.call, name: nameOf(released.call), place, grade: released.grade }] : [];
  });
}

/** The destructor-like callback that a node lies in. */
function finalizerAround(view: View, node: ts.Node): Place | undefined {
  for (let scope = enclosingFunction(view.ts, node); !view.ts.isSourceFile(scope); scope = enclosingFunction(view.ts, scope)) {
    const place = view.ts.isArrowFunction(scope) || view.ts.isFunctionExpression(scope) ? placeOfCallback(view, scope) : undefined;
    if (place) return place;
  }
  return undefined;
}

function placeOfCallback(view: View, callback: ts.Expression): Place | undefined {
  const call = outermost(view.ts, callback).parent;
  if (view.ts.isNewExpression(call)) return call.expression.getText() === 'FinalizationRegistry' ? 'FinalizationRegistry' : undefined;
  if (!view.ts.isCallExpression(call)) return undefined;
  const access = memberAccess(view.ts, call.expression);
  const name = access?.name ?? call.expression.getText();
  const [event] = call.arguments;
  if (!event || !view.ts.isStringLiteralLike(event)) return undefined;
  if (access?.object.getText() === 'process' && ['on', 'once', 'addListener'].includes(name) && event.text === 'exit') return "process.on('exit')";
  return name === 'addEventListener' && ['unload', 'beforeunload'].includes(event.text) ? 'unload' : undefined;
}
