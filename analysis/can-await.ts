import type ts from 'typescript';
import { enclosingFunction, isAsync } from './syntax.ts';
import type { View } from './view.ts';

/** Whether `await` may stand at a node: in an async function, or at the top level of a file that is emitted as an ES module. */
export function canAwaitAt(view: View, node: ts.Node): boolean {
  const scope = enclosingFunction(view.ts, node);
  return view.ts.isSourceFile(scope) ? isEsModule(view, scope) : isAsync(view.ts, scope);
}

function isEsModule(view: View, file: ts.SourceFile): boolean {
  const { ModuleKind } = view.ts;
  const { module } = view.program.getCompilerOptions();
  if (module === undefined || !view.ts.isExternalModule(file)) return false;
  if (module >= ModuleKind.Node16 && module <= ModuleKind.NodeNext) return file.impliedNodeFormat === ModuleKind.ESNext;
  return module >= ModuleKind.ES2022;
}
