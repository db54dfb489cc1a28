import type ts from 'typescript';
import { disposeOfRelease } from '../../analysis/dispose-of-release.ts';
import type { FileStories } from '../../analysis/index.ts';
import type { View } from '../../analysis/view.ts';
import type { FileTypes, ReleaseType } from '../../plans/finally-to-stack/types.ts';
import { annotationOf } from './annotation.ts';
import { nodeAt } from '../typed/node-at.ts';

/** What the program says of the releases and variables of a file. */
export function fileTypes({ view, sourceFile }: FileStories): FileTypes {
  const { ts: typescript } = view;
  return {
    rejectsUnused: view.program.getCompilerOptions().noUnusedLocals === true,
    release: (range) => {
      const call = nodeAt(sourceFile, range, typescript.isCallExpression);
      return call && releaseType(view, call);
    },
    alwaysThere: (range) => {
      const expression = nodeAt(sourceFile, range, typescript.isExpression);
      return expression !== undefined && isStrict(view) && isObject(view, view.types.typeOf(expression));
    },
    annotation: (range) => {
      const name = nodeAt(sourceFile, range, typescript.isIdentifier);
      return name && annotationOf(view, name);
    },
  };
}

function releaseType(view: View, call: ts.CallExpression): ReleaseType | undefined {
  const signature = view.types.signatureOf(call);
  const given = signature && view.types.returnTypeOf(signature);
  if (!given || view.types.isAny(given)) return undefined;
  return { dispose: disposeOf(view, call), givesNothing: isNothing(view, view.types.awaitedTypeOf(given)), thenable: view.types.isThenable(given) };
}

/** A release with arguments is another one than that of the dispose symbol; a call of the symbol is it. */
function disposeOf(view: View, { expression, arguments: given }: ts.CallExpression): ReleaseType['dispose'] {
  if (given.length > 0) return {};
  if (view.ts.isPropertyAccessExpression(expression)) return disposeOfRelease(view, expression.expression, expression.name.text);
  const symbol = view.ts.isElementAccessExpression(expression) ? expression.argumentExpression.getText() : '';
  return symbol === 'Symbol.asyncDispose' ? { async: 'exact' } : symbol === 'Symbol.dispose' ? { sync: 'exact' } : {};
}

function isNothing({ ts: typescript }: View, type: ts.Type): boolean {
  const { TypeFlags } = typescript;
  return (type.isUnion() ? type.types : [type]).every(({ flags }) => (flags & (TypeFlags.Void | TypeFlags.Undefined)) !== 0);
}

function isObject({ ts: typescript }: View, type: ts.Type): boolean {
  const { TypeFlags } = typescript;
  return (type.isUnion() ? type.types : [type]).every(({ flags }) => (flags & (TypeFlags.Object | TypeFlags.NonPrimitive | TypeFlags.Intersection)) !== 0);
}

/** Without this option every type hides null and undefined. */
function isStrict({ program }: View): boolean {
  const { strictNullChecks, strict } = program.getCompilerOptions();
  return strictNullChecks ?? strict ?? true;
}

