import type ts from 'typescript';
import type { Contract, Release } from './contracts/contract.ts';
import { fateOf, type Effect, type Fate } from './flow/obligation.ts';
import { onlyEndsProcess } from './flow/process-exit.ts';
import { weaker, type Grade } from './grade.ts';
import { runsAsCommand } from './ownership/command.ts';
import { isMain } from './ownership/entry-point.ts';
import { endsInChain } from './ownership/instance-acquisitions.ts';
import { guardOfItself } from './ownership/guard-of-itself.ts';
import { isKeptByHelper } from './ownership/kept-by-helper.ts';
import { handsOutItsEnd, returnsAPart, returnsWhatHolds } from './ownership/hands-out-end.ts';
import { observesThePage } from './ownership/lasts-with-page.ts';
import { followVariable, isHandedOut, placeOf, valueOfAcquisition, type LocalStory, type Place } from './ownership/local.ts';
import { runsOncePerProcess } from './ownership/once-guard.ts';
import { releasesOfParts } from './ownership/parts.ts';
import { rootOf } from './ownership/receiver.ts';
import { failureEndsProcess, isMainOfOthers } from './ownership/process-lifetime.ts';
import { freshFrom, type Fresh, mayMakeByName } from './ownership/returns.ts';
import { parametersTakenOver, type ParameterTakenOver } from './ownership/taken-over.ts';
import { callsThatMay } from './named-calls.ts';
import { chosenBelow } from './nodes.ts';
import type { Birth, LifeStory, Owner } from './story.ts';
import { enclosingClass, enclosingFunction, hasBody, hasModifier, isAsync, isWithin, memberName, methodCall, nameOf, isInLoop, type FunctionWithBody } from './syntax.ts';
import type { View } from './view.ts';

const makingOrTaking = callsThatMay(mayMakeByName, 'new', 'function');

/** The life story of every resource that a function of a file acquires. */
export function resourcesOf(view: View, file: ts.SourceFile): readonly LifeStory[] {
  const found: LifeStory[] = [];
  for (const node of chosenBelow(view.ts, file, makingOrTaking(view, file))) {
    if (view.ts.isCallExpression(node) || view.ts.isNewExpression(node)) {
      const story = storyOf(view, node);
      if (story) found.push(story);
    } else found.push(...parametersTakenOver(view, node).map((parameter) => storyOfParameter(view, node, parameter)));
  }
  return found;
}

function storyOf(view: View, node: ts.CallExpression | ts.NewExpression): LifeStory | undefined {
  const fresh = freshFrom(view, node);
  if (!fresh || fresh.contract.oneShot || takesSignal(view, node)) return undefined;
  const scope = enclosingFunction(view.ts, node);
  if (!hasBody(scope)) return undefined;
  const { value, started } = valueOfAcquisition(view, node, fresh.contract);
  const place = placeOf(view, value, fresh.contract, scope);
  const live = fresh.begins !== 'start' || started !== undefined;
  const made: Made = { node, fresh, scope, value, live, started };
  if (place.kind === 'variable') return storyOfVariable(view, made, place);
  if (place.kind === 'discarded') return live && !belongsToInstance(view, node) && !endsInChain(view, value, fresh.contract) ? storyOfDiscarded(view, made) : undefined;
  return undefined;
}

/** `watch('.', { signal })`: whoever has the controller ends it. */
function takesSignal(view: View, node: ts.CallExpression | ts.NewExpression): boolean {
  const { ts: typescript } = view;
  return (node.arguments ?? []).some((argument) => typescript.isObjectLiteralExpression(argument) && argument.properties.some((property) => memberName(typescript, property.name) === 'signal'));
}

/** What a method of a class drops is the concern of its class, whose teardown would have to release it. */
function belongsToInstance(view: View, node: ts.Node): boolean {
  const owner = enclosingClass(view.ts, node);
  if (!owner) return false;
  const member = owner.members.find((one) => isWithin(node, one));
  return member !== undefined && !hasModifier(view.ts, member, view.ts.SyntaxKind.StaticKeyword);
}

interface Made {
  node: ts.CallExpression | ts.NewExpression;
  fresh: Fresh;
  scope: FunctionWithBody;
  value: ts.Expression;
  live: boolean;
  started: ts.CallExpression | undefined;
}

function storyOfDiscarded(view: View, made: Made): LifeStory | undefined {
  const birth = birthOf(made, undefined);
  if (!birth) return undefined;
  const { fresh, scope, node } = made;
  const contract = fresh.contract;
  const path = [{ start: node.getStart(), end: node.end, note: `${describe(contract)} is acquired and its handle is dropped` }];
  const grade = weaker(fresh.grade, gradeOfDiscard(view, contract, made));
  return {
    ...story(view, made, contract.type.name, { kind: 'nobody', reason: 'its handle is dropped' }, birth),
    released: false,
    escapes: false,
    outlives: false,
    leaks: [{ kind: 'normal', grade, path }],
    processExits: [],
    releases: [],
    grade: processGrade(view, scope, node, grade),
  };
}

/** A child process ends by itself, an unreferenced handle does not keep the process, and a timer may wait to end it: dropping these is only likely a leak. */
function gradeOfDiscard(view: View, contract: Contract, made: Made): Grade {
  return contract.kind === 'process' || isUnreferenced(made.value) || waitsToExit(view, made) || isRegistration(made) || observesThePage(view, made.started) || isOfOwnSource(view, made) ? 'likely' : 'certain';
}

/** `setInterval(() => { if (isIdle()) process.exit(); }, 1000);` */
function waitsToExit(view: View, { fresh, node }: Made): boolean {
  const [callback] = node.arguments ?? [];
  return fresh.contract.kind === 'timer' && callback !== undefined && onlyEndsProcess(view, callback);
}

/** `registry.addFactory(factory);` hands back what takes it out again, and whoever drops that registers for good. */
function isRegistration({ fresh, node }: Made): boolean {
  return fresh.contract.kind === 'handle' && fresh.begins === 'lazy' && fresh.how === 'produced' && /\b(add|register|install|contribute)[A-Z]?\w*$/.test((node as ts.CallExpression).expression.getText());
}

/** `client.cache.subscribe(…)`, where the function has made the client: the subscription ends with it. */
function isOfOwnSource(view: View, { node, scope }: Made): boolean {
  const { ts: typescript } = view;
  let source: ts.Expression | undefined = typescript.isCallExpression(node) ? methodCall(typescript, node)?.object : undefined;
  for (let steps = 0; source && steps < 4; steps++) {
    const { node: root } = rootOf(view, source);
    if (typescript.isNewExpression(root)) return true;
    if (typescript.isCallExpression(root)) {
      source = methodCall(typescript, root)?.object;
      continue;
    }
    const declaration = typescript.isIdentifier(root) ? view.types.symbolOf(root)?.valueDeclaration : undefined;
    source = declaration && typescript.isVariableDeclaration(declaration) && isWithin(declaration, scope) ? declaration.initializer : undefined;
  }
  return false;
}

function isUnreferenced(value: ts.Expression): boolean {
  return /\.unref\(\)$/.test(value.getText());
}

function storyOfVariable(view: View, made: Made, place: Place & { kind: 'variable' }): LifeStory | undefined {
  const { fresh, scope } = made;
  const local = followVariable(view, place.symbol, fresh.contract, scope);
  const birth = birthOf(made, local.starts[0]);
  if (!birth) return undefined;
  const effects = new Map<ts.Node, readonly Effect[]>(local.effects);
  const text = `'${place.name.text}' is ${made.started ? 'started' : made.live ? 'acquired' : 'created'}`;
  for (const call of releasesOfParts(view, made.node, scope)) effects.set(call, [{ kind: 'release' }]);
  for (const condition of local.releases.flatMap((release) => guardOfItself(view, release, local.holders) ?? [])) effects.set(condition, [{ kind: 'release' }]);
  effects.set(made.value, [{ kind: 'acquire', live: made.live, text }, ...(local.effects.get(made.value) ?? [])]);
  const fate = fateOf(view, { name: place.name.text, scope, effects, holders: local.holders });
  const grade = gradeOf(view, made, local, fate);
  return {
    ...story(view, made, place.name.text, ownerOf(place, local, scope), birth),
    released: fate.released,
    escapes: local.handedTo !== undefined,
    outlives: isHandedOut(local.effects),
    leaks: fate.leaks,
    processExits: fate.processExits,
    releases: local.releases,
    grade,
  };
}

/** A parameter that the function's JSDoc says it takes over. */
function storyOfParameter(view: View, scope: FunctionWithBody, { at, symbol, contract, grade }: ParameterTakenOver): LifeStory {
  const name = at.text;
  const local = followVariable(view, symbol, contract, scope);
  const fate = fateOf(view, { name, scope, effects: local.effects, holders: local.holders, parameter: at });
  return {
    resource: { name, contract, releaseText: releaseText(contract, name) },
    birth: { node: at, how: 'handed over', chain: [] },
    owner: { kind: 'binding', reason: `the JSDoc of ${functionName(scope)} says that it takes '${name}' over` },
    multiplicity: 'one',
    scope,
    scopeName: functionName(scope),
    inAsync: isAsync(view.ts, scope),
    declaration: undefined,
    processLifetime: false,
    released: fate.released,
    escapes: local.handedTo !== undefined,
    outlives: isHandedOut(local.effects),
    leaks: fate.leaks,
    processExits: fate.processExits,
    releases: local.releases,
    grade: weaker(fate.leaks[0]?.grade ?? 'certain', grade),
  };
}

function gradeOf(view: View, made: Made, local: LocalStory, fate: Fate): Grade {
  const leak: Grade = fate.leaks[0]?.grade ?? 'certain';
  const known = weaker(leak, made.fresh.grade);
  if (known === 'certain' && failsOnly(fate) && (runsAsCommand(view, made.scope) || failureEndsProcess(view, made.scope))) return 'likely';
  if (fate.released) return local.unreferenced ? 'likely' : known;
  const contract = made.fresh.contract;
  if (contract.kind === 'process' || local.unreferenced || local.starts.some((start) => observesThePage(view, start))) return 'likely';
  if (fate.leaks.length === 0) return known;
  if (isEndedBySomebodyElse(view, made, local)) return 'likely';
  return processGrade(view, made.scope, made.node, known);
}

/** It is released on every exit but those by an exception: a command that fails ends the process. */
function failsOnly({ leaks }: Fate): boolean {
  return leaks.length > 0 && leaks.every((leak) => leak.kind === 'throw' || leak.kind === 'implicit throw');
}

/** The service has told somebody how to end it, the caller gets a part by which it can, or a helper keeps what holds it as long as the process lasts. */
function isEndedBySomebodyElse(view: View, { node, scope, fresh }: Made, { starts, holders }: LocalStory): boolean {
  return starts.some((start) => handsOutItsEnd(view, start, fresh.contract)) || returnsAPart(view, scope, holders) || (isKeptByHelper(view, node) && returnsWhatHolds(view, scope, holders));
}

/** What an entry point's main acquires and never releases, or what is acquired once for all, may be meant to live as long as the process. */
function processGrade(view: View, scope: ts.Node, node: ts.Node, grade: Grade): Grade {
  return grade === 'likely' || isMain(view, scope) || isMainOfOthers(view, scope) || runsOncePerProcess(view, node) || runsAsCommand(view, scope) ? 'likely' : grade;
}

/** A resource that was made live begins where it was made; any other where it is started. */
function birthOf(made: Made, start: LocalStory['starts'][number] | undefined): Birth | undefined {
  const chain = made.fresh.chain;
  const first = made.started ?? (made.live ? undefined : start);
  if (first) return { node: first, how: 'started', chain };
  return made.live ? { node: made.node, how: made.fresh.how, chain } : undefined;
}

function ownerOf(place: Place & { kind: 'variable' }, local: LocalStory, scope: FunctionWithBody): Owner {
  if (local.handedTo !== undefined) return { kind: 'unknown', reason: `on some path it is handed to ${local.handedTo}` };
  return { kind: 'binding', reason: `the variable '${place.name.text}' of ${functionName(scope)} is the only one that holds it` };
}

function story(view: View, made: Made, name: string, owner: Owner, birth: Birth): Pick<LifeStory, 'resource' | 'birth' | 'owner' | 'multiplicity' | 'scope' | 'scopeName' | 'inAsync' | 'declaration' | 'processLifetime'> {
  return {
    resource: { name, contract: made.fresh.contract, releaseText: releaseText(made.fresh.contract, name) },
    birth,
    owner,
    multiplicity: isInLoop(view.ts, made.node, made.scope) ? 'many' : 'one',
    scope: made.scope,
    scopeName: functionName(made.scope),
    inAsync: isAsync(view.ts, made.scope),
    declaration: view.ts.isVariableDeclaration(made.value.parent) ? made.value.parent : undefined,
    processLifetime: isMain(view, made.scope),
  };
}

/** `await producer.stop()`, `clearInterval(timer)`: how a message names the release. */
export function releaseText(contract: Contract, name: string): string {
  const release = contract.release.find((one) => !('method' in one && one.method.startsWith('Symbol.')) && !one.abrupt) ?? contract.release[0];
  return release ? textOf(release, name) : `the release of '${name}'`;
}

function textOf(release: Release, name: string): string {
  if (release.promiseForm) return `await ${release.promiseForm.replaceAll('$', name)}`;
  const wait = release.completion === 'promise' ? 'await ' : '';
  if ('self' in release) return `${wait}${name}()`;
  if ('call' in release) return `${wait}${release.call.member ?? release.call.name}(${name})`;
  return `${wait}${name}${release.method.startsWith('Symbol.') ? `[${release.method}]` : `.${release.method}`}()`;
}

function describe(contract: Contract): string {
  return `a ${contract.kind}`;
}

function functionName(scope: ts.Node): string {
  const named = (scope as ts.FunctionLikeDeclaration).name ?? (scope.parent as { name?: ts.Node } | undefined)?.name;
  return named ? `${nameOf(named)}()` : 'this function';
}

