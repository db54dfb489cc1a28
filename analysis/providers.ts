import type ts from 'typescript';
import { calleeBody, calleeEntry, startedBy, type Started } from './contracts/calls.ts';
import { disposerCalls, factoryCalls, factoryProperties } from './contracts/provider-data.ts';
import { nameKey } from './origin.ts';
import { freshFrom } from './ownership/returns.ts';
import type { ProvidedStart } from './story.ts';
import { allDescendants, descendants, hasBody, memberAccess, memberName, nameOf, outermost, skipAwait, skipTransparent, type FunctionWithBody } from './syntax.ts';
import type { View } from './view.ts';

/** Starts inside the factories that a dependency-injection container calls, where the container does not get the release (docs/clauses.md, rule 2). */
export function providedStartsOf(view: View, file: ts.SourceFile): readonly ProvidedStart[] {
  const found = new Map<ts.Node, ProvidedStart>();
  for (const node of allDescendants(view.ts, file)) {
    const factory = factoryAt(view, node);
    if (!factory || givesRelease(view, node)) continue;
    for (const start of startsOf(view, factory)) found.set(start.at, start);
  }
  return [...found.values()];
}

/** The factory that a registration holds: `useFactory: f`, `asFunction(f)`, or a call that the settings name. */
function factoryAt(view: View, node: ts.Node): FunctionWithBody | undefined {
  const { ts: typescript } = view;
  if (typescript.isPropertyAssignment(node) && factoryProperties.has(memberName(typescript, node.name) ?? '')) return functionOf(view, node.initializer);
  if (typescript.isMethodDeclaration(node) && typescript.isObjectLiteralExpression(node.parent) && factoryProperties.has(memberName(typescript, node.name) ?? '')) return hasBody(node) ? node : undefined;
  if (!typescript.isCallExpression(node)) return undefined;
  const name = memberAccess(typescript, node.expression)?.name ?? node.expression.getText();
  if (!factoryCalls.has(name) && !calleeEntry(view, node, configured(view))) return undefined;
  const argument = node.arguments.find((one) => functionOf(view, one) !== undefined);
  return argument && functionOf(view, argument);
}

function configured(view: View): ReadonlyMap<string, true> {
  return view.remember('configuredProviders', view.settings, () => new Map((view.settings.providers ?? []).map((name) => [nameKey(name), true as const])));
}

function functionOf(view: View, node: ts.Expression): FunctionWithBody | undefined {
  const value = skipTransparent(view.ts, node);
  if (view.ts.isArrowFunction(value) || view.ts.isFunctionExpression(value)) return value;
  if (!view.ts.isIdentifier(value)) return undefined;
  const declaration = view.types.symbolOf(value)?.valueDeclaration;
  if (declaration && view.ts.isFunctionDeclaration(declaration) && hasBody(declaration)) return declaration;
  const initializer = declaration && view.ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return initializer && (view.ts.isArrowFunction(initializer) || view.ts.isFunctionExpression(initializer)) ? initializer : undefined;
}

/** `.disposer(…)` further along the chain of the registration. */
function givesRelease(view: View, node: ts.Node): boolean {
  if (!view.ts.isCallExpression(node)) return false;
  for (let at: ts.Node = node; ; ) {
    const access = outermost(view.ts, at as ts.Expression).parent;
    if (!view.ts.isPropertyAccessExpression(access) || !view.ts.isCallExpression(access.parent)) return false;
    if (disposerCalls.has(access.name.text)) return true;
    at = access.parent;
  }
}

const mostNested = 3;

/** The starts of what the factory makes itself, in its body and in the functions of the program that it calls. */
function startsOf(view: View, factory: FunctionWithBody, depth = 0): ProvidedStart[] {
  if (depth > mostNested) return [];
  return [...descendants(view.ts, factory)].flatMap((node): ProvidedStart[] => {
    const started = startedBy(view, node);
    if (started) return isMadeHere(view, started, factory) ? [{ at: started.call, name: nameOf(skipTransparent(view.ts, started.object)), grade: started.grade }] : [];
    const body = view.ts.isCallExpression(node) && freshFrom(view, node) ? calleeBody(view, node) : undefined;
    return body ? startsOf(view, body, depth + 1) : [];
  });
}

/** Made by the factory, not injected into it. */
function isMadeHere(view: View, { object }: Started, factory: FunctionWithBody): boolean {
  const value = skipAwait(view.ts, object);
  if (!view.ts.isIdentifier(value)) return view.ts.isNewExpression(value) || freshFrom(view, value) !== undefined;
  const declaration = view.types.symbolOf(value)?.valueDeclaration;
  if (!declaration || !view.ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  const made = skipAwait(view.ts, declaration.initializer);
  return declaration.pos >= factory.pos && declaration.end <= factory.end && (view.ts.isNewExpression(made) || freshFrom(view, made) !== undefined);
}
