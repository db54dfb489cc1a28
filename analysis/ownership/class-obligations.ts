import type ts from 'typescript';
import type { Contract } from '../contracts/contract.ts';
import { listenedBy } from '../contracts/touches.ts';
import type { Grade } from '../grade.ts';
import type { ClassObligation } from '../story.ts';
import { allDescendants, enclosingFunction, fieldOfThis, hasBody, hasModifier, isThis, memberName, methodCall, nameOf, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { backgroundTasksOf } from './background-tasks.ts';
import { followVariable, placeOf, valueOfAcquisition } from './local.ts';
import { receiverOwnership } from './receiver.ts';
import { freshFrom, type Fresh } from './returns.ts';
import { inheritedTeardowns, releasesOfTeardown, teardownMembers, type TeardownReleases } from './teardown.ts';

/** Everything an instance of a class owes the world, with whether its teardown pays. */
export function obligationsOf(view: View, owner: ts.ClassLikeDeclaration): readonly ClassObligation[] {
  return view.remember('obligationsOf', owner, () => {
    const released = releasesOfTeardown(view, owner);
    const found: ClassObligation[] = [];
    for (const member of instanceMembers(view, owner)) {
      for (const node of allDescendants(view.ts, member)) {
        if (isInNestedClass(view, node, owner)) continue;
        const obligation = acquisitionIn(view, owner, node, released) ?? listenerIn(view, owner, node, released);
        if (obligation && !isSettledInside(view, owner, obligation)) found.push(obligation);
      }
    }
    return [...found, ...backgroundTasksOf(view, owner)];
  });
}

/** Whether a class, or a class of the program that it extends, has any member that ends it. */
export function hasTeardown(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return teardownMembers(view, owner).length > 0 || inheritedTeardowns(view, owner);
}

function instanceMembers(view: View, owner: ts.ClassLikeDeclaration): readonly ts.ClassElement[] {
  const teardowns = teardownMembers(view, owner);
  return owner.members.filter((member) => !teardowns.includes(member) && !hasModifier(view.ts, member, view.ts.SyntaxKind.StaticKeyword) && !view.ts.isClassStaticBlockDeclaration(member));
}

function isInNestedClass(view: View, node: ts.Node, owner: ts.ClassLikeDeclaration): boolean {
  for (let at = node.parent; at !== owner; at = at.parent) if (view.ts.isClassLike(at)) return true;
  return false;
}

/** A resource that a method or an initializer acquires and keeps in a field, or drops. */
function acquisitionIn(view: View, owner: ts.ClassLikeDeclaration, node: ts.Node, released: TeardownReleases): ClassObligation | undefined {
  if (!view.ts.isCallExpression(node) && !view.ts.isNewExpression(node)) return undefined;
  const fresh = freshFrom(view, node);
  if (!fresh || fresh.contract.kind === 'container' || fresh.contract.kind === 'listener') return undefined;
  const { value, started } = valueOfAcquisition(view, node, fresh.contract);
  const scope = enclosingFunction(view.ts, node);
  const place = placeOf(view, value, fresh.contract, scope);
  const live = fresh.begins !== 'start' || started !== undefined;
  if (place.kind === 'discarded') return live && !fresh.contract.oneShot ? discarded(node, fresh) : undefined;
  if (place.kind === 'field') return inField(view, owner, node, fresh, place.name, live, released);
  if (place.kind !== 'variable' || !hasBody(scope)) return collectedIn(view, owner, node, fresh, value, live, released);
  return storedFromVariable(view, owner, node, fresh, { symbol: place.symbol, scope, live }, released);
}

function discarded(node: ts.Expression, fresh: Fresh): ClassObligation {
  const unreferenced = /\.unref\(\)/.test(node.parent.parent.getText());
  const grade: Grade = unreferenced || fresh.contract.kind === 'process' ? 'likely' : fresh.grade;
  return { kind: 'discarded', name: nameOf(node).replace(/\(.*$/s, '()'), at: node, contract: fresh.contract, grade: gradeOfKind(fresh.contract, grade), released: false };
}

function inField(view: View, owner: ts.ClassLikeDeclaration, node: ts.Expression, fresh: Fresh, field: string, live: boolean, released: TeardownReleases): ClassObligation | undefined {
  const begins = live ? node : startOfField(view, owner, field, fresh.contract);
  if (!begins) return undefined;
  if (endsByItself(view, owner, field, fresh.contract)) return undefined;
  return {
    kind: 'field',
    name: `this.${field}`,
    at: begins,
    contract: fresh.contract,
    grade: gradeInField(view, owner, field, fresh),
    released: released.fields.has(field) || [...released.fields].some((path) => path.startsWith(`${field}.`)),
  };
}

/** One-shot timers and lazy things of container-managed singletons are only likely to matter. */
function gradeInField(view: View, owner: ts.ClassLikeDeclaration, field: string, fresh: Fresh): Grade {
  if (fresh.contract.oneShot) return 'likely';
  if (fresh.begins === 'lazy' && isManaged(view, owner)) return 'likely';
  if (fresh.contract.kind === 'process' || isUnreferenced(view, owner, field)) return 'likely';
  return gradeOfKind(fresh.contract, fresh.grade);
}

/** Streams and handles of the language often end with their data. */
function gradeOfKind(contract: Contract, grade: Grade): Grade {
  return contract.kind === 'stream' || (contract.kind === 'connection' && contract.endsBy !== undefined) ? 'likely' : grade;
}

/** A class that a dependency-injection container makes: it is decorated. */
function isManaged(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return view.ts.canHaveDecorators(owner) && (view.ts.getDecorators(owner) ?? []).length > 0;
}

function isUnreferenced(view: View, owner: ts.ClassLikeDeclaration, field: string): boolean {
  return [...allDescendants(view.ts, owner)].some((node) => {
    const method = methodCall(view.ts, node);
    return method?.name === 'unref' && fieldOfThis(view.ts, method.object) === field;
  });
}

/** Where the class starts what it keeps in a field. */
function startOfField(view: View, owner: ts.ClassLikeDeclaration, field: string, contract: Contract): ts.CallExpression | undefined {
  for (const node of allDescendants(view.ts, owner)) {
    const method = methodCall(view.ts, node);
    if (method && fieldOfThis(view.ts, method.object) === field && contract.start?.some((start) => start.method === method.name)) return method.call;
  }
  return undefined;
}

function endsByItself(view: View, owner: ts.ClassLikeDeclaration, field: string, contract: Contract): boolean {
  const { endsBy } = contract;
  if (!endsBy) return false;
  return [...allDescendants(view.ts, owner)].some((node) => {
    const method = methodCall(view.ts, node);
    if (!method || fieldOfThis(view.ts, method.object) !== field) return false;
    const [event] = method.call.arguments;
    const listens = event !== undefined && view.ts.isStringLiteralLike(event) && (endsBy.events?.includes(event.text) ?? false);
    return listens || (endsBy.methods?.includes(method.name) ?? false);
  });
}

/** `this.workers.push(new Worker())`: kept in a collection of the instance. */
function collectedIn(view: View, owner: ts.ClassLikeDeclaration, node: ts.Expression, fresh: Fresh, value: ts.Expression, live: boolean, released: TeardownReleases): ClassObligation | undefined {
  const method = methodCall(view.ts, value.parent);
  const field = method && ['push', 'add', 'set', 'unshift'].includes(method.name) ? fieldOfThis(view.ts, method.object) : undefined;
  return field === undefined || !live ? undefined : inField(view, owner, node, fresh, field, live, released);
}

/** `const server = createServer(); …; this.server = server;` */
function storedFromVariable(view: View, owner: ts.ClassLikeDeclaration, node: ts.Expression, fresh: Fresh, held: { symbol: ts.Symbol; scope: FunctionWithBody; live: boolean }, released: TeardownReleases): ClassObligation | undefined {
  const story = followVariable(view, held.symbol, fresh.contract, held.scope);
  for (const effects of story.effects.values()) {
    for (const effect of effects) {
      if (effect.kind !== 'transfer') continue;
      const field = /^the (?:field|collection) '(?:this\.)?(#?\w+)'$/.exec(effect.to)?.[1];
      if (field !== undefined) return inField(view, owner, story.starts[0] ?? node, fresh, field, held.live || story.starts.length > 0, released);
    }
  }
  return undefined;
}

/** A listener on an emitter that outlives the instance. */
function listenerIn(view: View, owner: ts.ClassLikeDeclaration, node: ts.Node, released: TeardownReleases): ClassObligation | undefined {
  const emitter = listenedBy(view, node);
  const method = emitter && methodCall(view.ts, node);
  if (!method || isThis(view.ts, skipTransparent(view.ts, emitter)) || hasSignal(view, method.call) || isKept(view, method.call)) return undefined;
  const ownership = receiverOwnership(view, owner, emitter);
  if (ownership !== 'foreign') return undefined;
  const [event, listener] = method.call.arguments;
  if (!event || !listener) return undefined;
  const receiver = emitter.getText();
  const removable = !view.ts.isArrowFunction(listener) && !view.ts.isFunctionExpression(listener) && !/\.bind\(/.test(listener.getText());
  const removed = released.listeners.some((one) => one.receiver === receiver && (one.all || (one.event === event.getText() && removable)));
  return { kind: 'listener', name: `${receiver}.${method.name}(${event.getText()})`, at: method.call, contract: undefined, grade: receiver === 'process' ? 'likely' : 'certain', released: removed };
}

function hasSignal(view: View, call: ts.CallExpression): boolean {
  return call.arguments.some((argument) => view.ts.isObjectLiteralExpression(argument) && argument.properties.some((property) => ['signal', 'once'].includes(property.name?.getText() ?? '')));
}

/** The result of the call is passed on: an ownership sink, a field that holds its handle. */
function isKept(view: View, call: ts.CallExpression): boolean {
  return !view.ts.isExpressionStatement(call.parent);
}

/** Acquired and released within the same method, or by a method that ends itself: no concern of the teardown. */
function isSettledInside(view: View, owner: ts.ClassLikeDeclaration, obligation: ClassObligation): boolean {
  if (obligation.released || obligation.kind !== 'field') return false;
  const field = memberName(view.ts, (obligation.at as ts.Node as { name?: ts.Node }).name) ?? obligation.name.replace(/^this\./, '');
  const scope = enclosingFunction(view.ts, obligation.at);
  if (!hasBody(scope)) return false;
  return [...allDescendants(view.ts, scope)].some((node) => view.ts.isReturnStatement(node) && node.expression !== undefined && fieldOfThis(view.ts, node.expression) === field && isLookup(scope) && !hasTeardown(view, owner));
}

/** A lazy getter hands out what it keeps. */
function isLookup(scope: ts.Node): boolean {
  return /^(get|ensure|acquire)/.test((scope as ts.MethodDeclaration).name?.getText() ?? '');
}

