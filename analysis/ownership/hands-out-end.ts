import type ts from 'typescript';
import { calleeBody } from '../contracts/calls.ts';
import type { Contract } from '../contracts/contract.ts';
import { contractOfType } from '../contracts/of-type.ts';
import { releaseVerbPrefixes } from '../contracts/verbs.ts';
import { below, directlyBelow } from '../nodes.ts';
import { fieldOfThis, functionNameOf, memberAccess, skipAwait, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { closureWithin } from './references.ts';

/**
 * Whether a start gives somebody an object that ends what it starts: `screencast.add({ dispose: () => this.stop() })`
 * (docs/clauses.md, rule 8). Whoever has that object ends the service, and nobody else needs to.
 */
export function handsOutItsEnd(view: View, start: ts.Node, { release }: Contract): boolean {
  const body = view.ts.isCallExpression(start) ? calleeBody(view, start) : undefined;
  if (!body) return false;
  const ends = new Set(release.flatMap((one) => ('method' in one ? [one.method] : [])));
  return below(view.ts, body.body, 'call').some((call) => ends.has(fieldOfThis(view.ts, call.expression) ?? '') && isInReleaseOfObject(view, call, body));
}

/** `{ dispose: () => this.stop() }` */
function isInReleaseOfObject(view: View, call: ts.CallExpression, body: FunctionWithBody): boolean {
  const { ts: typescript } = view;
  for (let at: ts.Node = call.parent; at !== body && at.parent; at = at.parent) {
    const isMember = typescript.isMethodDeclaration(at) || ((typescript.isArrowFunction(at) || typescript.isFunctionExpression(at)) && typescript.isPropertyAssignment(at.parent));
    if (!isMember) continue;
    const literal = typescript.isMethodDeclaration(at) ? at.parent : at.parent.parent;
    return typescript.isObjectLiteralExpression(literal) && releaseVerbPrefixes.some((prefix) => functionNameOf(typescript, at)?.startsWith(prefix));
  }
  return false;
}

/**
 * Whether a function returns a resource that it got from this one: `const [tab] = await browser.pages(); return tab;`. Whoever has
 * the part has a way to the whole, and ends it with that.
 */
export function returnsAPart(view: View, scope: FunctionWithBody, holders: ReadonlySet<string>): boolean {
  const { ts: typescript } = view;
  return below(typescript, scope.body, 'return').some(({ expression }) => {
    const value = expression && skipAwait(typescript, expression);
    if (!value || !typescript.isIdentifier(value) || closureWithin(view, value, scope)) return false;
    return isPartOf(view, value, holders) && contractOfType(view, view.types.valueTypeOf(value)) !== undefined;
  });
}

/** `return new Cache({ redis });` */
export function returnsWhatHolds(view: View, scope: FunctionWithBody, holders: ReadonlySet<string>): boolean {
  const { ts: typescript } = view;
  return directlyBelow(typescript, scope.body, 'return').some(({ expression }) => {
    const value = expression && skipAwait(typescript, expression);
    return value !== undefined && typescript.isNewExpression(value) && (value.arguments ?? []).some((argument) => directlyBelow(typescript, argument, 'identifier').some((name) => holders.has(name.text) && !typescript.isPropertyAccessExpression(name.parent)));
  });
}

/** A variable that is filled by a call of the whole, or taken out of what it answers. */
function isPartOf(view: View, value: ts.Identifier, holders: ReadonlySet<string>): boolean {
  const { ts: typescript } = view;
  const declared = view.types.symbolOf(value)?.valueDeclaration;
  const variable = declared && typescript.isBindingElement(declared) ? typescript.walkUpBindingElementsAndPatterns(declared) : declared;
  if (!variable || !typescript.isVariableDeclaration(variable) || !variable.initializer) return false;
  const made = skipAwait(typescript, variable.initializer);
  const access = typescript.isCallExpression(made) ? memberAccess(typescript, skipTransparent(typescript, made.expression)) : undefined;
  return access !== undefined && holders.has(skipTransparent(typescript, access.object).getText());
}
