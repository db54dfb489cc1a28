import type ts from 'typescript';
import { below } from '../nodes.ts';
import { enclosingFunction, memberAccess, skipAwait, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';

const removals = /^(rm|rmSync|unlink|unlinkSync|remove|removeSync|rimraf|rimrafSync|del)$/;

/** Whether the file that a stream writes is removed after the stream is closed: `out.close(); await rm(path);`. Nobody reads what the end of the stream would still write. */
export function isFileRemoved(view: View, call: ts.CallExpression, object: ts.Expression): boolean {
  const path = pathOf(view, object);
  const scope = enclosingFunction(view.ts, call);
  return path !== undefined && below(view.ts, scope, 'call').some((one) => {
    const callee = skipTransparent(view.ts, one.expression);
    return one.pos >= call.end && removals.test(memberAccess(view.ts, callee)?.name ?? callee.getText()) && one.arguments[0]?.getText() === path;
  });
}

/** `const out = createWriteStream(path)` */
function pathOf(view: View, object: ts.Expression): string | undefined {
  const name = skipTransparent(view.ts, object);
  const declaration = view.ts.isIdentifier(name) ? view.types.symbolOf(name)?.valueDeclaration : undefined;
  if (!declaration || !view.ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const made = skipAwait(view.ts, declaration.initializer);
  if (!view.ts.isCallExpression(made) || !/(^|\.)createWriteStream$/.test(made.expression.getText())) return undefined;
  return made.arguments[0]?.getText();
}
