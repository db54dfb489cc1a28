import type ts from 'typescript';
import { calleeBody, startedBy, releasedBy, type Started } from './contracts/calls.ts';
import { contractOfType } from './contracts/of-type.ts';
import { eagerWork } from './construction/eager.ts';
import { weaker, type Grade } from './grade.ts';
import { parameterEffect } from './ownership/argument-effect.ts';
import { freshFrom } from './ownership/returns.ts';
import { registrationAt, type Registration } from './providers/registrations.ts';
import { containerReleases, injectedClassReleases } from './providers/who-releases.ts';
import { below, directlyBelow } from './nodes.ts';
import type { ProvidedStart } from './faults.ts';
import { enclosingFunction, hasBody, nameOf, outermostAwaited, skipAwait, skipTransparent, type FunctionWithBody } from './syntax.ts';
import type { View } from './view.ts';

/** Starts inside the factories that a dependency-injection container calls, where the container does not get the release (docs/clauses.md, rule 2). */
export function providedStartsOf(view: View, file: ts.SourceFile): readonly ProvidedStart[] {
  const found = new Map<ts.Node, ProvidedStart>();
  for (const node of below(view.ts, file, 'call', 'property', 'function')) {
    const registration = registrationAt(view, node);
    const starts = registration ? startsBy(view, registration) : [];
    if (!registration || starts.length === 0 || containerReleases(view, registration)) continue;
    const released = injectedClassReleases(view, registration.token);
    for (const start of starts) {
      const most: Grade = released && !isWrapped(view, start) ? 'likely' : 'certain';
      if (!found.has(start.at)) found.set(start.at, { ...start, grade: weaker(most, start.grade) });
    }
  }
  return [...found.values()];
}

/** Whether what is started is given to an object that does not release it: the release of that object is not its own. */
function isWrapped(view: View, { at, name }: ProvidedStart): boolean {
  const { ts: typescript } = view;
  return directlyBelow(typescript, enclosingFunction(typescript, at), 'new').some((node) => {
    const index = (node.arguments ?? []).findIndex((argument) => argument.getText() === name);
    const body = index < 0 ? undefined : calleeBody(view, node);
    return body !== undefined && parameterEffect(view, body, index, undefined) !== 'takes over';
  });
}

/** What a factory starts, wherever its release goes. */
export function startsBy(view: View, { makes, node }: Registration): readonly ProvidedStart[] {
  return hasBody(makes) ? [...startsOf(view, makes), ...eagerlyMade(view, makes)] : eagerClass(view, makes as ts.Expression, node as ts.CallExpression);
}

/** `asClass(Redis)`: the container makes a client that connects at once. A class of the program is reported where it is written. */
function eagerClass(view: View, made: ts.Expression, at: ts.CallExpression): readonly ProvidedStart[] {
  const [signature] = view.types.typeOf(made).getConstructSignatures();
  const known = signature && contractOfType(view, view.types.returnTypeOf(signature));
  const isEager = known?.source === 'catalogue' && known.contract.acquire.some((one) => one.by === 'new' && one.begins === 'eager');
  return isEager ? [{ at, name: nameOf(made), grade: 'likely' }] : [];
}

/** A client that connects when it is constructed: nobody has asked for a start, so it is likely. */
function eagerlyMade(view: View, factory: FunctionWithBody): readonly ProvidedStart[] {
  return directlyBelow(view.ts, factory, 'call', 'new').flatMap((node): ProvidedStart[] => {
    if (!eagerWork(view, node)) return [];
    const { parent } = outermostAwaited(view.ts, node);
    const name = view.ts.isVariableDeclaration(parent) ? parent.name.getText() : nameOf(node.expression);
    return view.ts.isExpressionStatement(parent) || isReleasedIn(view, factory, name) ? [] : [{ at: node, name, grade: 'likely' }];
  });
}

const mostNested = 3;

/** The starts of what the factory makes itself, in its body and in the functions of the program that it calls. */
function startsOf(view: View, factory: FunctionWithBody, depth = 0): ProvidedStart[] {
  if (depth > mostNested) return [];
  return directlyBelow(view.ts, factory, 'call').flatMap((node): ProvidedStart[] => {
    const started = startedBy(view, node);
    if (started) {
      const name = nameOf(skipTransparent(view.ts, started.object));
      return isMadeHere(view, started, factory) && !isReleasedIn(view, factory, name) ? [{ at: started.call, name, grade: started.grade }] : [];
    }
    const body = freshFrom(view, node) ? calleeBody(view, node) : undefined;
    return body ? startsOf(view, body, depth + 1) : [];
  });
}

/** What is started only to make something else, and released again, is not handed back. */
function isReleasedIn(view: View, factory: FunctionWithBody, name: string): boolean {
  return directlyBelow(view.ts, factory, 'call').some((node) => {
    const released = releasedBy(view, node);
    return released !== undefined && !isInCatch(view, node, factory) && nameOf(skipTransparent(view.ts, released.object)) === name;
  });
}

function isInCatch(view: View, node: ts.Node, factory: ts.Node): boolean {
  for (let at = node; at !== factory; at = at.parent) if (view.ts.isCatchClause(at)) return true;
  return false;
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
