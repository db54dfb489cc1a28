import type ts from 'typescript';
import { callsAnything } from '../calls-anything.ts';
import type { Contract } from '../contracts/contract.ts';
import { acquiresWhenMade, endsWithItsMaker } from '../contracts/acquires-when-made.ts';
import { listenedBy } from '../contracts/touches.ts';
import { weaker, type Grade } from '../grade.ts';
import type { ClassObligation } from '../class-story.ts';
import { enclosingFunction, hasBody, isThis, memberName, methodCall, nameOf, outermost, skipAwait, skipTransparent } from '../syntax.ts';
import type { View } from '../view.ts';
import { backgroundTasksOf } from './background-tasks.ts';
import { isBegunByCall } from './begun-by-call.ts';
import { listenersOf } from './class-listeners.ts';
import { outlivesItsInstance } from './dropped-timers.ts';
import { skippedRelease } from './early-returns.ts';
import { type FieldUses, fieldUsesOf } from './field-uses.ts';
import { acquisitionAt, type InstanceAcquisition, instanceNodesThat } from './instance-acquisitions.ts';
import { observesThePage } from './lasts-with-page.ts';
import { expressionOf, programReferences } from './program-references.ts';
import { assignedValues, receiverOwnership, rootOf } from './receiver.ts';
import { covers, isBefore, releasedInTeardown } from './released-in-teardown.ts';
import { freshFrom } from './returns.ts';
import { statesAnything } from './stated.ts';
import { subclassesOf } from './subclasses.ts';
import { fieldsTakenOver } from './taken-over.ts';
import { inheritedTeardowns, releasesOfTeardown, teardownMembers } from './teardown.ts';

/** Everything an instance of a class owes the world, with whether its teardown pays. */
export function obligationsOf(view: View, owner: ts.ClassLikeDeclaration): readonly ClassObligation[] {
  if (!callsAnything(view, owner) && !statesAnything(view)) return [];
  return view.remember('obligationsOf', owner, () => {
    const begins = instanceNodesThat(view, owner, (node) => freshFrom(view, node) !== undefined || listenedBy(view, node) !== undefined);
    const acquired = begins.flatMap((node) => acquisitionAt(view, owner, node) ?? []);
    return [...acquired.flatMap((made) => obligationOf(view, owner, made) ?? []), ...takenOver(view, owner), ...listenersOf(view, owner, begins), ...backgroundTasksOf(view, owner)];
  });
}

/** Whether a class, or a class that it extends, has any member that ends it. */
export function hasTeardown(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return teardownMembers(view, owner).length > 0 || inheritedTeardowns(view, owner);
}

/** What the constructor is handed and its JSDoc says that the class takes over. */
function takenOver(view: View, owner: ts.ClassLikeDeclaration): readonly ClassObligation[] {
  return fieldsTakenOver(view, owner).flatMap(({ field, at, contract, grade }): ClassObligation[] => {
    const endedElsewhere = fieldUsesOf(view, owner).ends.some((end) => covers(end.path, field));
    return [{ kind: 'field', name: `this.${field}`, at, contract, grade: endedElsewhere ? 'likely' : grade, lazy: false, ...paid(view, owner, { path: field, contract, at }, false), endedElsewhere }];
  });
}

function obligationOf(view: View, owner: ts.ClassLikeDeclaration, made: InstanceAcquisition): ClassObligation | undefined {
  if (endsBySignal(view, owner, made) || isOfOwnSource(view, owner, made)) return undefined;
  return made.path === undefined ? discarded(view, owner, made) : kept(view, owner, made, made.path);
}

function discarded(view: View, owner: ts.ClassLikeDeclaration, made: InstanceAcquisition): ClassObligation | undefined {
  const { node, fresh, started } = made;
  if (!isBegun(made) || (fresh.contract.oneShot && !(hasTeardown(view, owner) && outlivesItsInstance(view, made)))) return undefined;
  const grade = fresh.contract.oneShot || made.unreferenced || registersItself(view, node) || isMadeInPlace(view, owner) || isOfGivenToIt(view, owner, node) || (observesThePage(view, started) && !hasTeardown(view, owner)) ? 'likely' : weaker(gradeOfKind(view, made), gradeOfSource(view, owner, made));
  return { kind: 'discarded', name: nameOf(node).replace(/\(.*$/s, '()'), at: started ?? node, contract: fresh.contract, grade, lazy: fresh.begins === 'lazy', released: false, endedElsewhere: false };
}

/** `const registry = new class { … }`: one object, which lasts as long as the variable that holds it. */
function isMadeInPlace(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return view.ts.isClassExpression(owner) && view.ts.isNewExpression(owner.parent) && owner.parent.expression === owner;
}

/** `router.addRoute(this)` at every call: what is subscribed to is a parameter, and who passes itself has the instance and ends with it. */
function isOfGivenToIt(view: View, owner: ts.ClassLikeDeclaration, node: ts.CallExpression | ts.NewExpression): boolean {
  const { ts: typescript } = view;
  const source = methodCall(typescript, node)?.object;
  const parameter = source && typescript.isIdentifier(source) ? view.types.symbolOf(source)?.valueDeclaration : undefined;
  const method = parameter?.parent;
  if (!parameter || !typescript.isParameter(parameter) || !method || !typescript.isMethodDeclaration(method) || method.parent !== owner) return false;
  const symbol = view.types.symbolOf(method.name);
  const index = method.parameters.indexOf(parameter);
  const calls = symbol ? programReferences(view, symbol).meaning.flatMap((name) => callOf(view, name) ?? []) : [];
  return calls.length > 0 && calls.every((call) => call.arguments[index] !== undefined && isThis(typescript, skipTransparent(typescript, call.arguments[index])));
}

function callOf(view: View, name: ts.Identifier | ts.PrivateIdentifier): ts.CallExpression | undefined {
  const callee = outermost(view.ts, expressionOf(view, name));
  return view.ts.isCallExpression(callee.parent) && callee.parent.expression === callee ? callee.parent : undefined;
}

/** `new Child(this)`: who is given the instance may be kept by it. */
function registersItself(view: View, node: ts.CallExpression | ts.NewExpression): boolean {
  return (node.arguments ?? []).some((argument) => isThis(view.ts, skipTransparent(view.ts, argument)));
}

function isBegun({ fresh, started }: InstanceAcquisition): boolean {
  return fresh.begins !== 'start' || started !== undefined;
}

function kept(view: View, owner: ts.ClassLikeDeclaration, made: InstanceAcquisition, path: string): ClassObligation | undefined {
  const uses = fieldUsesOf(view, owner);
  const { contract } = made.fresh;
  const at = isBegun(made) ? (made.started ?? made.node) : startOfField(uses, path, contract);
  if (!at || endsByItself(view, uses, path, contract) || isInjectedToo(view, owner, made, path) || isStackUnused(uses, path, contract)) return undefined;
  const ends = uses.ends.filter((end) => covers(end.path, path) && !isBefore(end.node, made));
  const endedElsewhere = ends.length > 0 || uses.calls.some((one) => !one.inTeardown && one.path === path && releases(contract, one.method) && !isBefore(one.call, made));
  return {
    kind: 'field',
    name: `this.${path}`,
    at,
    contract,
    grade: endedElsewhere ? 'likely' : gradeInField(view, owner, made, uses, path),
    lazy: made.fresh.begins === 'lazy',
    ...paid(view, owner, { path, contract, at }, ends.some((end) => end.how === 'registered') || (made.alsoIn ?? []).some((other) => releasedInTeardown(view, owner, other, contract))),
    endedElsewhere,
  };
}

/** Whether the teardown releases a field, and which of its returns skips that. */
function paid(view: View, owner: ts.ClassLikeDeclaration, { path, contract, at }: { path: string; contract: Contract; at: ts.Node }, registered: boolean): Pick<ClassObligation, 'released' | 'skipped'> {
  const released = registered || releasedInTeardown(view, owner, path, contract);
  const mayBeSkipped = released && !registered && !releasesOfTeardown(view, owner).everything && subclassesOf(view, owner).length === 0;
  return { released, skipped: mayBeSkipped ? skippedRelease(view, owner, path, contract, at) : undefined };
}

function releases(contract: Contract, method: string): boolean {
  return contract.release.some((release) => 'method' in release && release.method === method);
}

/** Where the class starts what it keeps in a field. */
function startOfField(uses: FieldUses, path: string, contract: Contract): ts.CallExpression | undefined {
  return uses.calls.find((one) => one.path === path && contract.start?.some((start) => start.method === one.method))?.call;
}

function endsByItself(view: View, uses: FieldUses, path: string, { endsBy }: Contract): boolean {
  if (!endsBy) return false;
  return uses.calls.some(({ path: on, method, call }) => {
    if (on !== path) return false;
    const [event] = call.arguments;
    return (endsBy.methods?.includes(method) ?? false) || (event !== undefined && view.ts.isStringLiteralLike(event) && (endsBy.events?.includes(event.text) ?? false));
  });
}

/** `options.client ?? new Client()`, or a parameter that is assigned elsewhere: sometimes the class owns it, sometimes not (rule 21). */
function isInjectedToo(view: View, owner: ts.ClassLikeDeclaration, { value, node }: InstanceAcquisition, path: string): boolean {
  const { parent } = value;
  const other = view.ts.isBinaryExpression(parent) && parent.right === value ? parent.left : view.ts.isConditionalExpression(parent) ? (parent.whenTrue === value ? parent.whenFalse : parent.whenTrue) : undefined;
  const candidates = [...(other ? [other] : []), ...assignedValues(view, owner, path).filter((one) => !contains(one, node))];
  return candidates.some((candidate) => isGiven(view, candidate));
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end && outer.getSourceFile() === inner.getSourceFile();
}

/** A parameter, or a property of one. */
function isGiven(view: View, value: ts.Expression): boolean {
  const { node } = rootOf(view, skipAwait(view.ts, value));
  if (!view.ts.isIdentifier(node)) return false;
  const declaration = view.types.symbolOf(node)?.valueDeclaration;
  return declaration !== undefined && view.ts.isParameter(declaration);
}

/** A stack that nothing was ever given to owes nothing. */
function isStackUnused(uses: FieldUses, path: string, { kind }: Contract): boolean {
  return kind === 'container' && !uses.calls.some((one) => one.path === path && ['use', 'adopt', 'defer', 'add', 'push'].includes(one.method));
}

/** A subscription to what the instance made itself goes with it; so does one to what its teardown ends. */
function isOfOwnSource(view: View, owner: ts.ClassLikeDeclaration, { node }: InstanceAcquisition): boolean {
  const source = subscribedTo(view, node);
  if (!source) return false;
  const { node: root, field } = rootOf(view, source);
  if (isThis(view.ts, root) && field !== undefined && releasedInTeardown(view, owner, field)) return true;
  return receiverOwnership(view, owner, source) === 'own';
}

/** A source that nobody can say whose it is may end with the instance. */
function gradeOfSource(view: View, owner: ts.ClassLikeDeclaration, { node }: InstanceAcquisition): Grade {
  const source = subscribedTo(view, node);
  return source === undefined || view.ts.isCallExpression(skipAwait(view.ts, source)) || isInjected(view, owner, source) || receiverOwnership(view, owner, source) === 'foreign' ? 'certain' : 'likely';
}

/** `this.source.pipe(…).subscribe(…)`: the source. */
function subscribedTo(view: View, node: ts.Node): ts.Expression | undefined {
  const method = methodCall(view.ts, node);
  if (method?.name !== 'subscribe') return undefined;
  let source = method.object;
  for (let inner = methodCall(view.ts, skipAwait(view.ts, source)); inner && ['pipe', 'asObservable'].includes(inner.name); inner = methodCall(view.ts, skipAwait(view.ts, source))) source = inner.object;
  return source;
}

/** `private service = inject(Service)` */
function isInjected(view: View, owner: ts.ClassLikeDeclaration, source: ts.Expression): boolean {
  const { node, field } = rootOf(view, source);
  return isThis(view.ts, node) && field !== undefined && assignedValues(view, owner, field).some((value) => /^inject\b/.test(value.getText()));
}

/** `{ signal: this.#abort.signal }` ends it when the controller is aborted; a signal from elsewhere is somebody else's. */
function endsBySignal(view: View, owner: ts.ClassLikeDeclaration, { node }: InstanceAcquisition): boolean {
  return (node.arguments ?? []).some((argument) => view.ts.isObjectLiteralExpression(argument) && argument.properties.some((property) => memberName(view.ts, property.name) === 'signal' && isEndingSignal(view, owner, property)));
}

function isEndingSignal(view: View, owner: ts.ClassLikeDeclaration, property: ts.ObjectLiteralElementLike): boolean {
  if (!view.ts.isPropertyAssignment(property)) return true;
  const { node, field } = rootOf(view, property.initializer);
  if (!isThis(view.ts, node) || field === undefined) return true;
  return releasedInTeardown(view, owner, field);
}

/** One-shot timers, lazy things of container-managed singletons and what the class lends out are only likely to matter. */
function gradeInField(view: View, owner: ts.ClassLikeDeclaration, made: InstanceAcquisition, uses: FieldUses, path: string): Grade {
  if (made.fresh.contract.oneShot || made.lentOut || made.unreferenced || isReturned(view, made, path) || isMadeInPlace(view, owner)) return 'likely';
  if (letsGoOfTheFormer(uses, path, made.fresh.contract) || (made.fresh.contract.type.from === 'file' && registersItself(view, made.node))) return 'likely';
  if (made.fresh.begins === 'lazy' && isManaged(view, owner)) return 'likely';
  return uses.calls.some((one) => one.path === path && one.method === 'unref') ? 'likely' : gradeOfKind(view, made, { uses, path });
}

/** `this.observer.unobserve(this.element)` before the next is observed: it never holds more than one, and none once there is no next. */
function letsGoOfTheFormer({ calls }: FieldUses, path: string, { kind }: Contract): boolean {
  return kind === 'observer' && calls.some((one) => one.path === path && one.method === 'unobserve');
}

/** Streams and handles of the language often end with their data, a child process with its work; an instance that acquires later may never do so. */
function gradeOfKind(view: View, { node, fresh }: InstanceAcquisition, kept?: { uses: FieldUses; path: string }): Grade {
  const { contract } = fresh;
  if (contract.type.from === 'file' && endsWithItsMaker(view, view.types.valueTypeOf(node))) return 'likely';
  if (contract.kind === 'stream' || contract.kind === 'process' || (contract.kind === 'connection' && contract.endsBy !== undefined)) return 'likely';
  return fresh.begins === 'start' || beginsSomething(view, node, contract, kept) ? fresh.grade : 'likely';
}

/** A class of the program that begins something while it is constructed, or when a method is called that its keeper calls; what the catalogue knows is taken at its word. */
function beginsSomething(view: View, node: ts.CallExpression | ts.NewExpression, contract: Contract, kept: { uses: FieldUses; path: string } | undefined): boolean {
  if (contract.kind !== 'service' || contract.type.from !== 'file') return true;
  const made = view.types.valueTypeOf(node);
  const declaration = view.types.symbolOfType(made)?.declarations?.find(view.ts.isClassLike);
  return acquiresWhenMade(view, made) || (declaration !== undefined && kept !== undefined && isBegunByCall(view, declaration, kept.uses, kept.path));
}

/** A class that a dependency-injection container makes: it is decorated. */
function isManaged(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return view.ts.canHaveDecorators(owner) && (view.ts.getDecorators(owner) ?? []).length > 0;
}

/** The function that acquires it hands it out as well: by the field, or by a variable beside it: `const tracker = (this.tracker = new Tracker())`. */
function isReturned(view: View, { node, value }: InstanceAcquisition, path: string): boolean {
  const scope = enclosingFunction(view.ts, node);
  const holder = outermost(view.ts, value.parent as ts.Expression).parent;
  const names = [`this\\.${path.replace(/[#.$]/g, '\\$&')}`, ...(view.ts.isVariableDeclaration(holder) && view.ts.isIdentifier(holder.name) ? [holder.name.text] : [])];
  return hasBody(scope) && new RegExp(`\\breturn (\\(?await )?(${names.join('|')})\\b`).test(scope.getText());
}
