import type ts from 'typescript';
import type { Contract } from '../../analysis/contracts/contract.ts';
import { disposeOfRelease } from '../../analysis/dispose-of-release.ts';
import type { View } from '../../analysis/view.ts';
import type { ReleaseFacts } from '../../plans/provider-to-unstarted/facts.ts';

/** How a stack does what calling a method of a value does: by the dispose of the value where that is exactly it, else by calling it. */
export function releaseBy(view: View, value: ts.Expression, method: string): ReleaseFacts {
  const { sync, async } = disposeOfRelease(view, value, method);
  const isExact = (async ?? sync) === 'exact';
  return isExact ? { by: 'use' } : { by: 'defer', call: `.${method}()` };
}

/** The release that a contract names first and that a callback can wait for. */
export function releaseOfContract(view: View, value: ts.Expression, { release }: Contract): ReleaseFacts | undefined {
  const known = release.find((one) => 'method' in one && !one.method.startsWith('Symbol.') && !one.abrupt && (one.completion === 'promise' || one.completion === 'sync'));
  if (known && 'method' in known) return releaseBy(view, value, known.method);
  return release.some((one) => 'method' in one && one.method === 'Symbol.asyncDispose') ? { by: 'use' } : undefined;
}
