import type ts from 'typescript';
import { isUsing } from '../ownership/uses.ts';
import { inEffectiveOrder } from '../scope-order.ts';
import { scopeOf } from '../scopes.ts';
import type { ScopeEvent } from '../story.ts';
import { below } from '../nodes.ts';
import type { FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { type End, endOf, isOfStack, type Owned, ownedFrom } from './owned.ts';

/** What a function or a module acquires, starts and releases itself; what it gives to its stack is its own from then on. */
export function ownedByScope(view: View, scope: FunctionWithBody | ts.SourceFile): readonly Owned[] {
  const events = scopeOf(view, scope).events.filter((event) => !event.subject.startsWith('this') && !isOfStack(event));
  const own = new Set(events.filter((event) => event.kind === 'acquire' || event.deferredTo !== undefined).map((event) => event.subject));
  return ownedFrom(view, events, endsOf(view, scope, events), (subject) => !own.has(subject));
}

/** By calls first, then by the end of the scope, last what only a callback releases, such as a signal handler. */
function endsOf(view: View, scope: FunctionWithBody | ts.SourceFile, events: readonly ScopeEvent[]): readonly End[] {
  const own = inEffectiveOrder(events.filter((event) => event.kind === 'release')).map(endOf);
  const scoped = events.filter((event) => event.kind === 'acquire' && isScoped(view, event.at)).map((event): End => ({ subject: event.subject, at: event.at, by: 'scope' }));
  return [...own, ...scoped.reverse(), ...(view.ts.isSourceFile(scope) ? [] : endsInCallbacks(view, scope))];
}

/** The initializer of a `using` declaration. */
function isScoped(view: View, at: ts.Node): boolean {
  const { parent } = view.ts.isAwaitExpression(at.parent) ? at.parent : at;
  return view.ts.isVariableDeclaration(parent) && isUsing(view, parent);
}

function endsInCallbacks(view: View, scope: FunctionWithBody): readonly End[] {
  return below(view.ts, scope, 'function').flatMap((node) => scopeOf(view, node).events.filter((event) => event.kind === 'release').map(endOf));
}
