import type ts from 'typescript';
import { releasedBy } from '../contracts/calls.ts';
import { memberNames } from '../contracts/of-type.ts';
import { containerHooks, disposedByInjector, disposerCalls, disposerOptions, factoryProperties, teardownDecorators } from '../contracts/provider-data.ts';
import { referencesIn } from '../ownership/references.ts';
import { fieldsReleasedBy, releasesOfTeardown } from '../ownership/teardown.ts';
import { below } from '../nodes.ts';
import { enclosingFunction, isWithin, memberName, methodCall, outermost, outermostAwaited, skipAwait } from '../syntax.ts';
import type { View } from '../view.ts';
import { registrationAt, type Registration } from './registrations.ts';
import { injectedFields, tokenOf, type Token } from './tokens.ts';

/** Whether the container gets the release: with the registration, or with the value that is made. */
export function containerReleases(view: View, registration: Registration): boolean {
  return registeredRelease(view, registration) || deactivated(view, registration) || valueEndsItself(view, registration);
}

/** `.disposer(…)` or `.onDeactivation(…)` further along the chain, or an option `dispose`. */
function registeredRelease(view: View, { node }: Registration): boolean {
  const { ts: typescript } = view;
  if (!typescript.isCallExpression(node)) return false;
  const options = node.arguments.filter(typescript.isObjectLiteralExpression).flatMap((literal) => [...literal.properties]);
  if (options.some((property) => disposerOptions.has(memberName(typescript, property.name) ?? ''))) return true;
  for (let at: ts.Node = node; ; ) {
    const access = outermost(typescript, at as ts.Expression).parent;
    if (!typescript.isPropertyAccessExpression(access) || !typescript.isCallExpression(access.parent)) return false;
    if (disposerCalls.has(access.name.text)) return true;
    at = access.parent;
  }
}

/** `container.onDeactivation(TOKEN, …)` in the same file. */
function deactivated(view: View, { node, token }: Registration): boolean {
  const file = node.getSourceFile();
  if (token === undefined || !file.text.includes('onDeactivation')) return false;
  return below(view.ts, file, 'call').some((one) => {
    const method = methodCall(view.ts, one);
    return method?.name === 'onDeactivation' && method.call.arguments.length > 1 && tokenOf(view, method.call.arguments[0]!) === token;
  });
}

/** The value has a method that its container calls: a hook of the framework, `@preDestroy()`, `dispose()` for typed-inject. */
function valueEndsItself(view: View, { makes, by }: Registration): boolean {
  const type = view.types.typeOf(makes);
  const made = [...type.getCallSignatures(), ...type.getConstructSignatures()].map((signature) => view.types.awaitedTypeOf(view.types.returnTypeOf(signature)));
  return made.some((value) => {
    const members = memberNames(view, value);
    if ([...members.keys()].some((name) => containerHooks.has(name) || (name === 'dispose' && disposedByInjector.has(by)))) return true;
    return [...members.values()].some((member) => (member.declarations ?? []).some((declaration) => isDecoratedTeardown(view, declaration)));
  });
}

function isDecoratedTeardown(view: View, declaration: ts.Declaration): boolean {
  const decorators = view.ts.canHaveDecorators(declaration) ? (view.ts.getDecorators(declaration) ?? []) : [];
  return decorators.some(({ expression }) => view.ts.isCallExpression(expression) && teardownDecorators.has(expression.expression.getText()));
}

const hookNames = /\b(onModuleDestroy|beforeApplicationShutdown|onApplicationShutdown|ngOnDestroy)\b/;

/** Whether a class of the program is injected the value, or asks the container for it, and releases it when its framework ends it. */
export function injectedClassReleases(view: View, token: Token | undefined): boolean {
  return token !== undefined && filesOf(view).some((file) => classesWithHooks(view, file).some((owner) => releasesInjected(view, owner, token) || looksUpAndReleases(view, owner, token)));
}

function filesOf(view: View): readonly ts.SourceFile[] {
  return view.program.getSourceFiles().filter((file) => !file.isDeclarationFile && !view.program.isSourceFileFromExternalLibrary(file));
}

function classesWithHooks(view: View, file: ts.SourceFile): readonly ts.ClassLikeDeclaration[] {
  if (!hookNames.test(file.text)) return [];
  return view.remember('classesWithHooks', file, () => below(view.ts, file, 'class').filter((owner) => owner.members.some((member) => containerHooks.has(memberName(view.ts, member.name) ?? ''))));
}

function releasesInjected(view: View, owner: ts.ClassLikeDeclaration, token: Token): boolean {
  const released = [...fieldsReleasedBy(view, owner)];
  return injectedFields(view, owner).some((injected) => injected.token === token && released.some((path) => path === injected.field || path.startsWith(`${injected.field}.`)));
}

const lookups = /^(get|resolve|getAsync|resolveAsync)$/;

/** A hook with `await this.moduleRef.get(TOKEN).quit()`; a look-up anywhere else is one place that may forget it. */
function looksUpAndReleases(view: View, owner: ts.ClassLikeDeclaration, token: Token): boolean {
  const hooks = owner.members.filter((member) => containerHooks.has(memberName(view.ts, member.name) ?? ''));
  return hooks.flatMap((hook) => below(view.ts, hook, 'call')).some((node) => {
    const method = methodCall(view.ts, node);
    const [asked] = method?.call.arguments ?? [];
    return method !== undefined && asked !== undefined && lookups.test(method.name) && tokenOf(view, asked) === token && isReleased(view, method.call);
  });
}

function isReleased(view: View, value: ts.Expression): boolean {
  const awaited = outermostAwaited(view.ts, value);
  const chained = awaited.parent.parent;
  if (chained && isWithin(value, chained) && releasedBy(view, chained)) return true;
  const declaration = awaited.parent;
  const symbol = view.ts.isVariableDeclaration(declaration) && view.ts.isIdentifier(declaration.name) ? view.types.symbolOf(declaration.name) : undefined;
  if (!symbol) return false;
  return referencesIn(view, symbol, enclosingFunction(view.ts, declaration)).some((reference) => {
    const released = releasedBy(view, outermost(view.ts, reference).parent.parent);
    return released !== undefined && skipAwait(view.ts, released.object) === reference;
  });
}

/** Whether a release is where the documented way has it: in a hook that a framework calls at the end, of a field that holds what a factory of the program provides. */
export function releasesProvided(view: View, owner: ts.ClassLikeDeclaration, field: string, release: ts.Node): boolean {
  if (!classesWithHooks(view, owner.getSourceFile()).includes(owner)) return false;
  if (![...releasesOfTeardown(view, owner).code].some((member) => isWithin(release, member))) return false;
  const tokens = injectedFields(view, owner).filter((injected) => injected.field === field).map((injected) => injected.token);
  return tokens.length > 0 && filesOf(view).some((file) => factoriesIn(view, file).some((one) => one.token !== undefined && tokens.includes(one.token) && !containerReleases(view, one)));
}

function factoriesIn(view: View, file: ts.SourceFile): readonly Registration[] {
  if (![...factoryProperties].some((name) => file.text.includes(name))) return [];
  return view.remember('factoriesIn', file, () => below(view.ts, file, 'call', 'property', 'function').flatMap((node) => registrationAt(view, node) ?? []));
}
