import type ts from 'typescript';
import { releasedBy, releasingCalls, startedBy, type Released } from './contracts/calls.ts';
import { isMadeFor } from './ownership/injected.ts';
import { releasesProvided } from './providers/who-releases.ts';
import { statedOfField, statedOfParameter, statedOfReturn } from './ownership/stated.ts';
import { below, chosenBelow, directlyBelow } from './nodes.ts';
import type { BorrowedRelease } from './faults.ts';
import { isTeardownName } from './surroundings.ts';
import { enclosingClass, enclosingFunction, fieldOfThis, functionNameOf, hasBody, nameOf, skipAwait, skipTransparent, type FunctionWithBody } from './syntax.ts';
import type { View } from './view.ts';

/** Releases of what the code does not own: a parameter, an injected field, or what is handed out on loan (docs/clauses.md, rule 15). */
export function borrowedReleasesOf(view: View, file: ts.SourceFile): readonly BorrowedRelease[] {
  const found: BorrowedRelease[] = [];
  for (const node of chosenBelow(view.ts, file, releasingCalls(view, file))) {
    const released = releasedBy(view, node);
    const borrowed = released && (ofParameter(view, released) ?? ofInjectedField(view, released) ?? ofReturned(view, released));
    if (borrowed) found.push(borrowed);
  }
  return found;
}

function ofParameter(view: View, { call, object, grade }: Released): BorrowedRelease | undefined {
  const scope = enclosingFunction(view.ts, call);
  const root = skipTransparent(view.ts, object);
  if (!hasBody(scope) || !view.ts.isIdentifier(root) || !isNamedFunction(view, scope)) return undefined;
  const declaration = view.types.symbolOf(root)?.valueDeclaration;
  if (!declaration || !view.ts.isParameter(declaration) || declaration.parent !== scope) return undefined;
  const stated = statedOfParameter(view, declaration);
  if (stated === 'owns' || (!stated && (isTeardownName(functionNameOf(view.ts, scope) ?? '') || onlyReleases(view, scope)))) return undefined;
  return { at: call, name: root.text, from: 'parameter', grade };
}

/** A declaration, a method, or a constant function; a callback's parameter belongs to whoever calls it back. */
function isNamedFunction(view: View, scope: FunctionWithBody): boolean {
  return view.ts.isFunctionDeclaration(scope) || view.ts.isMethodDeclaration(scope) || view.ts.isVariableDeclaration(scope.parent);
}

/** A body that does nothing but release its parameters is a release verb itself. */
function onlyReleases(view: View, scope: FunctionWithBody): boolean {
  const calls = directlyBelow(view.ts, scope.body, 'call');
  return calls.every((call) => releasedBy(view, call) !== undefined);
}

/** A field that is only ever given from outside, with a value that is not made for this instance. */
function ofInjectedField(view: View, { call, object, grade }: Released): BorrowedRelease | undefined {
  const field = fieldOfThis(view.ts, object);
  const owner = enclosingClass(view.ts, call);
  if (field === undefined || !owner || (startsField(view, owner, field) && !statedOfField(view, owner, field))) return undefined;
  return isMadeFor(view, owner, field) === false && !releasesProvided(view, owner, field, call) ? { at: call, name: `this.${field}`, from: 'field', grade } : undefined;
}

/** A value that a function hands out, and that its JSDoc says it keeps. */
function ofReturned(view: View, { call, object, grade }: Released): BorrowedRelease | undefined {
  const source = skipAwait(view.ts, object);
  const declaration = view.ts.isIdentifier(source) ? view.types.symbolOf(source)?.valueDeclaration : undefined;
  const value = declaration && view.ts.isVariableDeclaration(declaration) && declaration.initializer ? skipAwait(view.ts, declaration.initializer) : source;
  return view.ts.isCallExpression(value) && statedOfReturn(view, value) === 'borrows' ? { at: call, name: nameOf(skipTransparent(view.ts, object)), from: 'function', grade } : undefined;
}

/** A class that starts what it was handed may stop it. */
function startsField(view: View, owner: ts.ClassLikeDeclaration, field: string): boolean {
  return below(view.ts, owner, 'call').some((node) => {
    const started = startedBy(view, node);
    return started !== undefined && fieldOfThis(view.ts, started.object) === field;
  });
}
