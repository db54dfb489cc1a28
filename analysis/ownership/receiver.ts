import type ts from 'typescript';
import { below } from '../nodes.ts';
import { enclosingClass, enclosingFunction, fieldOfThis, hasModifier, isThis, memberAccess, memberName, methodCall, outermost, skipAwait, skipTransparent } from '../syntax.ts';
import { teardownVerbs } from '../contracts/verbs.ts';
import type { Cycle } from '../memory.ts';
import type { View } from '../view.ts';
import { constructionSites } from './construction-sites.ts';
import { referencesIn } from './references.ts';
import { freshFrom } from './returns.ts';
import { statedOfField, statedOfParameter } from './stated.ts';
import { fieldsReleasedBy } from './teardown.ts';

/** Whose the receiver of a listener is, seen from an instance: its own, handed over to it for good, or somebody else's. */
export type ReceiverOwnership = 'own' | 'made by a static factory' | 'foreign' | 'unknown';

/** Whose an emitter is that a class listens to while it is constructed (docs/clauses.md, rule 1). */
export function receiverOwnership(view: View, owner: ts.ClassLikeDeclaration, receiver: ts.Expression): ReceiverOwnership {
  const { ts: typescript } = view;
  const root = rootOf(view, receiver);
  if (isThis(typescript, root.node)) return root.field === undefined ? 'own' : ownershipOfField(view, declaringClass(view, owner, root.field, receiver), root.field);
  if (typescript.isNewExpression(root.node) || typescript.isCallExpression(root.node)) return freshFrom(view, root.node) ? 'own' : 'unknown';
  if (!typescript.isIdentifier(root.node)) return 'unknown';
  const declaration = view.types.symbolOf(root.node)?.valueDeclaration;
  return declaration ? ownershipOfName(view, owner, declaration) : 'foreign';
}

/** The start of a chain of properties: `this` with its field, or a name. */
export function rootOf(view: View, receiver: ts.Expression): { node: ts.Expression; field?: string } {
  let node = skipAwait(view.ts, receiver);
  let field: string | undefined;
  for (let access = memberAccess(view.ts, node); access; access = memberAccess(view.ts, node)) {
    field = access.name;
    node = skipAwait(view.ts, access.object);
  }
  return field === undefined ? { node } : { node, field };
}

/** What a parameter, a local name or a name of the module stands for. */
function ownershipOfName(view: View, owner: ts.ClassLikeDeclaration, declaration: ts.Declaration): ReceiverOwnership {
  const { ts: typescript } = view;
  if (typescript.isParameter(declaration)) return ownershipOfParameter(view, owner, declaration, memberName(typescript, declaration.name));
  if (typescript.isBindingElement(declaration)) return ownershipOfPart(view, owner, declaration);
  if (!typescript.isVariableDeclaration(declaration) || typescript.isSourceFile(enclosingFunction(typescript, declaration))) return 'foreign';
  return ownershipOfValue(view, owner, declaration.initializer ?? loopedOver(view, declaration));
}

/** `const { socket } = this`, `constructor({ bus })` */
function ownershipOfPart(view: View, owner: ts.ClassLikeDeclaration, element: ts.BindingElement): ReceiverOwnership {
  const { ts: typescript } = view;
  const whole = typescript.walkUpBindingElementsAndPatterns(element);
  if (typescript.isParameter(whole)) return ownershipOfParameter(view, owner, whole, memberName(typescript, element.name));
  const field = memberName(typescript, element.propertyName ?? element.name);
  if (whole.initializer && isThis(typescript, skipTransparent(typescript, whole.initializer)) && field !== undefined) return ownershipOfField(view, declaringClass(view, owner, field, element), field);
  return ownershipOfName(view, owner, whole);
}

function loopedOver(view: View, declaration: ts.VariableDeclaration): ts.Expression | undefined {
  const loop = declaration.parent.parent;
  return view.ts.isForOfStatement(loop) ? loop.expression : undefined;
}

/** The class of the program that declares a field: private names belong to the class around the code, others may be inherited. */
function declaringClass(view: View, owner: ts.ClassLikeDeclaration, field: string, at: ts.Node): ts.ClassLikeDeclaration {
  if (field.startsWith('#')) return enclosingClass(view.ts, at) ?? owner;
  const member = owner.name && view.types.memberOf(view.types.typeOf(owner), field);
  const declared = member?.valueDeclaration && enclosingClass(view.ts, member.valueDeclaration);
  return declared ?? owner;
}

function ownershipOfField(view: View, owner: ts.ClassLikeDeclaration, field: string): ReceiverOwnership {
  return view.remember(`ownershipOfField ${field}`, owner, () => computeOwnershipOfField(view, owner, field), handedRound);
}

/** Where fields are given each other's values in a circle, only what one of them gets besides counts. */
const handedRound: Cycle<ReceiverOwnership> = { bottom: 'own', unknown: 'unknown' };

function computeOwnershipOfField(view: View, owner: ts.ClassLikeDeclaration, field: string): ReceiverOwnership {
  const { ts: typescript } = view;
  if (owner.getSourceFile().isDeclarationFile) return 'unknown';
  if (fieldsReleasedBy(view, owner).has(field) || isEndedIn(view, owner, field)) return 'own';
  const member = owner.members.find((one) => memberName(typescript, one.name) === field);
  if (member && (typescript.isMethodDeclaration(member) || typescript.isAccessor(member))) return 'unknown';
  const values = assignedValues(view, owner, field).filter((value) => !isNothing(view, value));
  const parameter = parameterProperty(view, owner, field);
  if (parameter) return ownershipOfParameter(view, owner, parameter, field);
  if (values.length === 0) return member ? 'unknown' : 'own';
  const answers = values.map((value) => ownershipOfValue(view, owner, value));
  return answers.find((answer) => answer === 'foreign') ?? answers.find((answer) => answer !== 'own') ?? 'own';
}

/** `this.child = undefined` only forgets. */
export function isNothing(view: View, value: ts.Expression): boolean {
  const node = skipTransparent(view.ts, value);
  return node.kind === view.ts.SyntaxKind.NullKeyword || (view.ts.isIdentifier(node) && node.text === 'undefined');
}

function parameterProperty(view: View, owner: ts.ClassLikeDeclaration, field: string): ts.ParameterDeclaration | undefined {
  const constructor = owner.members.find((member): member is ts.ConstructorDeclaration => view.ts.isConstructorDeclaration(member) && member.body !== undefined);
  return constructor?.parameters.find((parameter) => view.ts.isParameterPropertyDeclaration(parameter, constructor) && memberName(view.ts, parameter.name) === field);
}

/** Every value that a class assigns to one of its fields. */
export function assignedValues(view: View, owner: ts.ClassLikeDeclaration, field: string): readonly ts.Expression[] {
  return assignmentsOf(view, owner).filter((one) => one.field === field).map(({ value }) => value);
}

interface Assignment {
  field: string;
  value: ts.Expression;
  at: 'declaration' | 'code';
}

const assignments = new WeakMap<ts.ClassLikeDeclaration, readonly Assignment[]>();

/** What a class gives its fields: their initializers, then what its code assigns. A syntactic fact: it lives as long as the class. */
function assignmentsOf(view: View, owner: ts.ClassLikeDeclaration): readonly Assignment[] {
  let known = assignments.get(owner);
  if (!known) {
    const initialized = owner.members.flatMap((member) => (view.ts.isPropertyDeclaration(member) && member.initializer ? [{ field: memberName(view.ts, member.name) ?? '', value: member.initializer, at: 'declaration' as const }] : []));
    assignments.set(owner, (known = [...initialized, ...assignedIn(view, owner)]));
  }
  return known;
}

function assignedIn(view: View, owner: ts.ClassLikeDeclaration): Assignment[] {
  return below(view.ts, owner, 'binary').flatMap((node) => {
    const field = isAssignment(view, node) ? fieldOfThis(view.ts, node.left) : undefined;
    return field === undefined ? [] : [{ field, value: node.right, at: 'code' as const }];
  });
}

/** A value is put in: `=`, `??=`, `||=`. */
export function isAssignment(view: View, node: ts.BinaryExpression): boolean {
  const { SyntaxKind } = view.ts;
  return [SyntaxKind.EqualsToken, SyntaxKind.QuestionQuestionEqualsToken, SyntaxKind.BarBarEqualsToken].includes(node.operatorToken.kind as never);
}

function ownershipOfValue(view: View, owner: ts.ClassLikeDeclaration, value: ts.Expression | undefined): ReceiverOwnership {
  if (!value) return 'unknown';
  const { ts: typescript } = view;
  const made = skipAwait(typescript, value);
  if (typescript.isNewExpression(made) || typescript.isObjectLiteralExpression(made) || isNothing(view, made)) return 'own';
  if (typescript.isCallExpression(made)) return freshFrom(view, made) || isFactoryCall(view, made) ? 'own' : 'unknown';
  if (typescript.isBinaryExpression(made)) return worse(ownershipOfValue(view, owner, made.left), ownershipOfValue(view, owner, made.right));
  if (typescript.isConditionalExpression(made)) return worse(ownershipOfValue(view, owner, made.whenTrue), ownershipOfValue(view, owner, made.whenFalse));
  return receiverOwnership(view, owner, made);
}

function worse(a: ReceiverOwnership, b: ReceiverOwnership): ReceiverOwnership {
  return a === 'foreign' || b === 'foreign' ? 'foreign' : a === 'own' ? b : a;
}

/** `createX()`, `X.create()`: by their names these make what they return. */
function isFactoryCall(view: View, call: ts.CallExpression): boolean {
  const name = memberAccess(view.ts, skipTransparent(view.ts, call.expression))?.name ?? call.expression.getText();
  return /^(create|make|build|open|connect|fork|spawn|new|child|clone|extend|init)/i.test(name);
}

/** A parameter is foreign, unless the class takes it over: it releases it, or every construction site makes one for it. */
function ownershipOfParameter(view: View, owner: ts.ClassLikeDeclaration, parameter: ts.ParameterDeclaration, name: string | undefined): ReceiverOwnership {
  const { ts: typescript } = view;
  const constructor = parameter.parent;
  if (!typescript.isConstructorDeclaration(constructor) || !isInside(constructor, owner)) return 'unknown';
  const fields = fieldsOfParameter(view, owner, parameter, name);
  const stated = statedOfParameter(view, parameter) ?? fields.map((field) => statedOfField(view, owner, field)).find((one) => one !== undefined);
  if (stated) return stated === 'owns' ? 'own' : 'foreign';
  const released = fieldsReleasedBy(view, owner);
  if (fields.some((field) => released.has(field) || isEndedIn(view, owner, field))) return 'own';
  const index = constructor.parameters.indexOf(parameter);
  const sites = constructionSites(view, owner);
  if (sites.length === 0) return hasStaticFactory(view, owner) ? 'made by a static factory' : 'foreign';
  const given = sites.map((site) => site.arguments?.[index]);
  if (sites.every((site, at) => isPartOf(view, site, given[at]))) return 'own';
  if (given.every((argument) => argument !== undefined && isMadeForIt(view, argument))) {
    return sites.every((site) => isInside(site, owner)) ? 'made by a static factory' : 'own';
  }
  return 'foreign';
}

/** The fields that a constructor gives one of its parameters to. */
export function fieldsOfParameter(view: View, owner: ts.ClassLikeDeclaration, parameter: ts.ParameterDeclaration, name: string | undefined): string[] {
  if (name === undefined) return [];
  const own = view.ts.isParameterPropertyDeclaration(parameter, parameter.parent) ? [name] : [];
  return [...own, ...assignmentsOf(view, owner).filter(({ at, value }) => at === 'code' && value.getText() === name).map(({ field }) => field)];
}

/** `didClose() { this.#session.dispose(); }`: a method that is no teardown by its name ends it all the same. */
function isEndedIn(view: View, owner: ts.ClassLikeDeclaration, field: string): boolean {
  return below(view.ts, owner, 'call').some((node) => {
    const method = methodCall(view.ts, node);
    return method !== undefined && teardownVerbs.has(method.name) && fieldOfThis(view.ts, method.object) === field;
  });
}

/** `overlay = new Overlay(this)`: the one that is listened to has made its listener, keeps it, and lasts as long as it. */
function isPartOf(view: View, site: ts.NewExpression, argument: ts.Expression | undefined): boolean {
  const { ts: typescript } = view;
  if (!argument || !isThis(typescript, skipTransparent(typescript, argument))) return false;
  const { parent } = outermost(typescript, site);
  if (typescript.isPropertyDeclaration(parent)) return true;
  return typescript.isBinaryExpression(parent) && fieldOfThis(typescript, parent.left) !== undefined && typescript.isConstructorDeclaration(enclosingFunction(typescript, site));
}

/** Made at the construction site or in front of it, or what an event hands to the callback that constructs: a new connection. */
function isMadeForIt(view: View, argument: ts.Expression): boolean {
  const { ts: typescript } = view;
  const value = skipAwait(typescript, argument);
  if (typescript.isNewExpression(value)) return true;
  if (typescript.isCallExpression(value)) return freshFrom(view, value) !== undefined || isFactoryCall(view, value);
  const declaration = typescript.isIdentifier(value) ? view.types.symbolOf(value)?.valueDeclaration : undefined;
  if (!declaration) return false;
  if (typescript.isParameter(declaration)) return isOfEvent(view, declaration);
  if (!typescript.isVariableDeclaration(declaration) || !declaration.initializer || isShared(view, declaration)) return false;
  return isMadeForIt(view, declaration.initializer);
}

/** Exported, or given to more than one object. */
function isShared(view: View, declaration: ts.VariableDeclaration): boolean {
  const { ts: typescript } = view;
  const symbol = view.types.symbolOf(declaration.name);
  if (!symbol || typescript.getCombinedModifierFlags(declaration) & typescript.ModifierFlags.Export) return true;
  const uses = referencesIn(view, symbol, enclosingFunction(typescript, declaration));
  return uses.filter((use) => typescript.isNewExpression(outermost(typescript, use).parent)).length > 1;
}

const connectionHosts: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'createServer']);

/** `server.on('connection', (socket) => new Session(socket))` */
function isOfEvent(view: View, parameter: ts.ParameterDeclaration): boolean {
  const { ts: typescript } = view;
  const callback = parameter.parent;
  if (!typescript.isArrowFunction(callback) && !typescript.isFunctionExpression(callback)) return false;
  const host = outermost(typescript, callback).parent;
  if (!typescript.isCallExpression(host)) return false;
  return connectionHosts.has(memberAccess(typescript, host.expression)?.name ?? host.expression.getText());
}

function hasStaticFactory(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return owner.members.some((member) => view.ts.isConstructorDeclaration(member) && hasModifier(view.ts, member, view.ts.SyntaxKind.PrivateKeyword));
}

function isInside(node: ts.Node, ancestor: ts.Node): boolean {
  return node.getSourceFile() === ancestor.getSourceFile() && node.pos >= ancestor.pos && node.end <= ancestor.end;
}
