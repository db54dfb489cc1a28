import type ts from 'typescript';
import { enclosingFunction, memberName, skipAwait } from '../syntax.ts';
import { contractOfValue } from '../contracts/of-type.ts';
import type { View } from '../view.ts';
import { constructionSites } from './construction-sites.ts';
import { assignedValues } from './receiver.ts';
import { referencesIn } from './references.ts';
import { freshFrom } from './returns.ts';
import { statedOfField, statedOfParameter } from './stated.ts';
import { useOf } from './uses.ts';

/**
 * Whether an injected field holds what was made for this instance alone (docs/clauses.md): every construction site of the program
 * hands over a fresh value and keeps none, or JSDoc says so. `undefined` when the field is not, or not only, injected.
 */
export function isMadeFor(view: View, owner: ts.ClassLikeDeclaration, field: string): boolean | undefined {
  const parameter = injectedParameter(view, owner, field);
  const stated = statedOfField(view, owner, field) ?? (parameter && statedOfParameter(view, parameter));
  if (stated) return stated === 'owns';
  if (!parameter) return undefined;
  const index = parameter.parent.parameters.indexOf(parameter);
  const sites = constructionSites(view, owner);
  return sites.length > 0 && sites.every((site) => isHandedOver(view, site.arguments?.[index]));
}

/** The constructor parameter that is the only value a field ever gets. */
function injectedParameter(view: View, owner: ts.ClassLikeDeclaration, field: string): ts.ParameterDeclaration | undefined {
  const { ts: typescript } = view;
  const constructor = owner.members.find((member): member is ts.ConstructorDeclaration => typescript.isConstructorDeclaration(member) && member.body !== undefined);
  if (!constructor) return undefined;
  const values = assignedValues(view, owner, field).filter((value) => value.getText() !== 'undefined' && value.kind !== typescript.SyntaxKind.NullKeyword);
  const asProperty = constructor.parameters.find((one) => typescript.isParameterPropertyDeclaration(one, constructor) && memberName(typescript, one.name) === field);
  if (asProperty) return values.length === 0 ? asProperty : undefined;
  const [only] = values;
  if (!only || values.length > 1) return undefined;
  return constructor.parameters.find((one) => memberName(typescript, one.name) === skipAwait(typescript, only).getText());
}

/** Started or used before it is handed over, and neither released nor given to anybody else. */
function isOnlyUsed(view: View, reference: ts.Expression): boolean {
  const use = useOf(view, reference, contractOfValue(view, reference)?.contract);
  return use.kind === 'start' || (use.kind === 'use' && use.at !== reference && view.ts.isCallExpression(use.at) && !use.at.arguments.includes(reference));
}

/** Made in the argument itself, or in a variable whose value nobody else gets. */
export function isHandedOver(view: View, argument: ts.Expression | undefined): boolean {
  if (!argument) return false;
  const value = skipAwait(view.ts, argument);
  if (view.ts.isNewExpression(value) || freshFrom(view, value)) return true;
  if (!view.ts.isIdentifier(value)) return false;
  const symbol = view.types.symbolOf(value);
  const declaration = symbol?.valueDeclaration;
  if (!symbol || !declaration || !view.ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  const made = skipAwait(view.ts, declaration.initializer);
  if (!view.ts.isNewExpression(made) && !freshFrom(view, made)) return false;
  return referencesIn(view, symbol, enclosingFunction(view.ts, declaration)).every((reference) => reference === value || isOnlyUsed(view, reference));
}
