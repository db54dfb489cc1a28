import type ts from 'typescript';
import { below } from '../nodes.ts';
import { isThis, memberAccess, methodCall, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { rootOf } from './receiver.ts';
import { constructorOf } from './stated.ts';

const taking: ReadonlySet<string> = new Set(['addWidget', 'insertWidget', 'addChild', 'insertChild', 'appendChild', 'append']);

/**
 * Whether a constructor makes an object that it was handed a part of the instance, which ends it with its own end: `content.parent = this`,
 * `layout.addWidget(content)` of the tree of a user interface.
 */
export function isMadePartOfInstance(view: View, owner: ts.ClassLikeDeclaration, target: ts.Expression): boolean {
  const constructor = constructorOf(view, owner);
  const object = objectOf(view, target);
  if (!constructor || object === undefined) return false;
  const isIt = (node: ts.Expression): boolean => nameOfObject(view, node) === object;
  return (
    below(view.ts, constructor, 'binary').some(({ left, right }) => {
      const access = memberAccess(view.ts, left);
      return access?.name === 'parent' && isIt(access.object) && isThis(view.ts, skipTransparent(view.ts, right));
    }) ||
    below(view.ts, constructor, 'call').some((call) => taking.has(methodCall(view.ts, call)?.name ?? '') && call.arguments.some(isIt))
  );
}

/** The object itself, of `content.disposed`, `this.content.title.changed`. */
function objectOf(view: View, target: ts.Expression): string | undefined {
  const { node, field } = rootOf(view, target);
  if (isThis(view.ts, node)) return field;
  return view.ts.isIdentifier(node) ? node.text : undefined;
}

function nameOfObject(view: View, node: ts.Expression): string | undefined {
  const value = skipTransparent(view.ts, node);
  const access = memberAccess(view.ts, value);
  if (access) return isThis(view.ts, access.object) ? access.name : undefined;
  return view.ts.isIdentifier(value) ? value.text : undefined;
}
