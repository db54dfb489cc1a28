import type ts from 'typescript';
import { calleeBody } from '../../analysis/contracts/calls.ts';
import type { Contract } from '../../analysis/contracts/contract.ts';
import { contractOfType } from '../../analysis/contracts/of-type.ts';
import { parameterEffect } from '../../analysis/ownership/argument-effect.ts';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { useOf } from '../../analysis/ownership/uses.ts';
import { enclosingFunction, isWithin, memberName } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Fate } from '../../plans/provider-to-unstarted/facts.ts';

/** What becomes of a value, or of what a promise of it gives, behind an expression. */
export function fateOf(view: View, value: ts.Expression): Fate {
  return fateAt(view, value, contractOf(view, value), new Set());
}

/** What becomes of a value under a name. */
export function fateOfName(view: View, name: ts.Identifier, value: ts.Expression): Fate {
  return fateOfReferences(view, name, contractOf(view, value), new Set([name]));
}

function contractOf(view: View, value: ts.Expression): Contract | undefined {
  return contractOfType(view, view.types.awaitedTypeOf(view.types.valueTypeOf(value)))?.contract;
}

/** What becomes of a value that is in several places; that somebody releases it says more than that somebody may. */
export function worstFate(fates: readonly Fate[]): Fate {
  return (['released', 'outlives', 'unknown'] as const).find((fate) => fates.includes(fate)) ?? 'borrowed';
}

function fateAt(view: View, value: ts.Expression, contract: Contract | undefined, seen: Set<ts.Node>): Fate {
  const use = useOf(view, value, contract);
  switch (use.kind) {
    case 'use':
    case 'start':
      return 'borrowed';
    case 'release':
    case 'scoped':
      return 'released';
    case 'transfer':
      return isTakenOver(view, use.at, value) ? 'released' : view.ts.isBinaryExpression(use.at) || use.to === 'the caller' ? 'outlives' : 'unknown';
    case 'escape':
      return 'unknown';
    case 'alias':
      return seen.has(use.name) ? 'borrowed' : fateOfReferences(view, use.name, contract, seen.add(use.name));
  }
}

function fateOfReferences(view: View, name: ts.Identifier, contract: Contract | undefined, seen: Set<ts.Node>): Fate {
  const symbol = view.types.symbolOf(name);
  if (!symbol) return 'unknown';
  return worstFate(referencesIn(view, symbol, enclosingFunction(view.ts, name)).filter((one) => one !== name).map((one) => fateAt(view, one, contract, seen)));
}

/** Whether it is given to what releases it with itself. */
function isTakenOver(view: View, call: ts.Node, value: ts.Expression): boolean {
  const { ts: typescript } = view;
  if (!typescript.isNewExpression(call) && !typescript.isCallExpression(call)) return false;
  const body = calleeBody(view, call);
  const index = (call.arguments ?? []).findIndex((argument) => isWithin(value, argument));
  const argument = call.arguments?.[index];
  if (!body || !argument) return false;
  const property = typescript.isObjectLiteralExpression(argument) ? argument.properties.find((one) => isWithin(value, one)) : undefined;
  return ['takes over', 'releases'].includes(parameterEffect(view, body, index, property && memberName(typescript, property.name)));
}
