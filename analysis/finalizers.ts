import type ts from 'typescript';
import { releasedBy, type Released } from './contracts/calls.ts';
import { weaker, type Grade } from './grade.ts';
import { below } from './nodes.ts';
import type { FinalizerRelease } from './faults.ts';
import { allDescendants, hasBody, memberAccess, nameOf, skipTransparent, type FunctionWithBody } from './syntax.ts';
import type { View } from './view.ts';

type Place = FinalizerRelease['place'];

/** Releases in places that cannot wait or may never run (docs/clauses.md, rule 6). */
export function finalizerReleasesOf(view: View, file: ts.SourceFile): readonly FinalizerRelease[] {
  const found = below(view.ts, file, 'new', 'call', 'binary').flatMap((node) => {
    const registered = registrationAt(view, node);
    const body = registered && functionOf(view, registered.callback);
    if (!body || body.getSourceFile() !== file) return [];
    return releasesIn(view, body, registered.place, servesElsewhere(view, file, registered.callback) ? 'likely' : 'certain');
  });
  return found.filter((release, index) => found.findIndex((other) => other.at === release.at) === index);
}

function releasesIn(view: View, body: FunctionWithBody, place: Place, grade: Grade): readonly FinalizerRelease[] {
  return below(view.ts, body, 'call').flatMap((node) => {
    const released = releasedBy(view, node);
    if (!released || isRearmed(view, body, released)) return [];
    const waits = view.types.isThenable(view.types.typeOf(released.call)) || released.release.completion === 'callback';
    return place === 'FinalizationRegistry' || waits ? [{ at: released.call, name: nameOf(released.call), place, grade: place === "process.on('exit')" && endsWithProcess(released) ? 'likely' : weaker(grade, released.grade) }] : [];
  });
}

const idle: ReadonlySet<string> = new Set(['timer', 'watcher', 'subscription']);

/** The end of the process ends it, and nothing that it holds is lost: a watcher. */
function endsWithProcess({ contract }: Released): boolean {
  return !contract.losesDataOnExit && idle.has(contract.kind) && contract.type.from !== 'file';
}

/** `clearTimeout(this.#batch); this.#batch = setTimeout(…)`: a timer of the callback's own, put off, is no release of what was collected. */
function isRearmed(view: View, body: FunctionWithBody, { contract, object }: Released): boolean {
  const timer = nameOf(skipTransparent(view.ts, object));
  return contract.kind === 'timer' && below(view.ts, body, 'binary').some(({ left, right }) => nameOf(left) === timer && /^set(Timeout|Interval)\(/.test(right.getText()));
}

interface Registration {
  place: Place;
  callback: ts.Expression;
}

/** `new FinalizationRegistry(f)`, `process.on('exit', f)`, `addEventListener('unload', f)`, `window.onunload = f`. */
function registrationAt(view: View, node: ts.Node): Registration | undefined {
  if (view.ts.isNewExpression(node)) return placed(node.expression.getText() === 'FinalizationRegistry' && 'FinalizationRegistry', node.arguments?.[0]);
  if (view.ts.isCallExpression(node)) return placed(placeOfListener(view, node), node.arguments[1]);
  if (!view.ts.isBinaryExpression(node) || node.operatorToken.kind !== view.ts.SyntaxKind.EqualsToken) return undefined;
  return placed(/^((window|globalThis|self)\.)?on(before)?unload$/.test(node.left.getText()) && 'unload', node.right);
}

function placed(place: Place | false | undefined, callback: ts.Expression | undefined): Registration | undefined {
  return place && callback ? { place, callback } : undefined;
}

const listening: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'prependListener']);

function placeOfListener(view: View, call: ts.CallExpression): Place | undefined {
  const access = memberAccess(view.ts, call.expression);
  const name = access?.name ?? call.expression.getText();
  const [event] = call.arguments;
  if (!event || !view.ts.isStringLiteralLike(event)) return undefined;
  if (access && /^(globalThis\.)?process$/.test(access.object.getText()) && listening.has(name) && event.text === 'exit') return "process.on('exit')";
  return name === 'addEventListener' && /^(before)?unload$/.test(event.text) ? 'unload' : undefined;
}

/** The function that a callback is: written in place, or by its name. */
function functionOf(view: View, callback: ts.Expression): FunctionWithBody | undefined {
  const value = skipTransparent(view.ts, callback);
  if (hasBody(value)) return value;
  const declaration = view.types.symbolOf(memberAccess(view.ts, value)?.nameNode ?? value)?.valueDeclaration;
  if (declaration && (view.ts.isVariableDeclaration(declaration) || view.ts.isPropertyDeclaration(declaration))) return hasBody(declaration.initializer) ? declaration.initializer : undefined;
  return hasBody(declaration) ? declaration : undefined;
}

/** A function with a name that is also called, or registered, where it can wait: here it is only the last resort. */
function servesElsewhere(view: View, file: ts.SourceFile, callback: ts.Expression): boolean {
  const name = memberAccess(view.ts, callback)?.nameNode ?? callback;
  if (!view.ts.isIdentifier(name) && !view.ts.isPrivateIdentifier(name)) return false;
  const symbol = view.types.symbolOf(name);
  const names = view.ts.isIdentifier(name) ? below(view.ts, file, 'identifier') : allDescendants(view.ts, file);
  return names.some((node) => node !== name && node.kind === name.kind && (node as ts.Identifier).text === name.text && !isNameOfDeclaration(node) && view.types.symbolOf(node) === symbol);
}

function isNameOfDeclaration(node: ts.Node): boolean {
  return 'name' in node.parent && node.parent.name === node && !('expression' in node.parent);
}
