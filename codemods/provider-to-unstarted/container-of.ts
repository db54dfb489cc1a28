import type ts from 'typescript';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { enclosingFunction, memberName, methodCall, outermost, skipTransparent } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Reason } from '../../plans/reasons.ts';
import { nameInAwilix, registeredAt, type Registered } from './registered.ts';
import { literalOf, usesOfLiteral } from './shared-literal.ts';

/** A container with all that is registered when it is made. */
export interface Container {
  /** `createContainer()` */
  readonly made: ts.CallExpression;
  /** The expression that has the container, with what is registered in the same chain of calls. */
  readonly value: ts.Expression;
  /** The constant that keeps it, where there is one. */
  readonly kept: ts.Identifier | undefined;
  /** The calls of `register`, in their order. */
  readonly registering: readonly ts.CallExpression[];
  readonly registered: ReadonlyMap<string, Registered>;
}

/** The container that a registration belongs to: `createContainer().register({ key: asFunction(…) })`, or `container.register(…)` behind it. */
export function containerOf(view: View, registration: ts.Node): Container | Reason {
  const { ts: typescript } = view;
  const register = registerCallOf(view, registration);
  if (!register) return 'container-out-of-sight';
  const root = rootOf(view, register);
  const declared = typescript.isIdentifier(root) ? view.types.symbolOf(root)?.valueDeclaration : undefined;
  const made = declared && typescript.isVariableDeclaration(declared) && declared.initializer ? rootOf(view, skipTransparent(typescript, declared.initializer)) : root;
  if (!typescript.isCallExpression(made) || nameInAwilix(view, made.expression) !== 'createContainer') return 'container-out-of-sight';
  if (!byProxy(view, made)) return 'needs-out-of-sight';
  const value = endOfChain(view, made);
  const kept = keptBy(view, value);
  const registering = [...registersIn(view, value), ...(kept ? registersOf(view, kept) : [])];
  const registered = registeredBy(view, registering);
  return registered ? { made, value, kept, registering, registered } : 'container-out-of-sight';
}

function registeredBy(view: View, registering: readonly ts.CallExpression[]): ReadonlyMap<string, Registered> | undefined {
  const registered = new Map<string, Registered>();
  for (const { arguments: given } of registering) {
    const properties = given.length === 1 ? propertiesOf(view, given[0]!) : undefined;
    const all = properties?.map((property) => registeredAt(view, property));
    for (const one of all ?? [undefined]) {
      if (!one || registered.has(one.key)) return undefined;
      registered.set(one.key, one);
    }
  }
  return registered;
}

/** The properties of a literal, those of the literals that it spreads included; nothing where one is out of sight. */
function propertiesOf(view: View, given: ts.Expression): readonly ts.ObjectLiteralElementLike[] | undefined {
  const literal = literalOf(view, given);
  const parts = literal?.properties.map((property) => (view.ts.isSpreadAssignment(property) ? propertiesOf(view, property.expression) : [property]));
  return parts?.every((part) => part !== undefined) ? parts.flatMap((part) => part) : undefined;
}

/** The call of `register` whose literal, or one that is spread into it, has a registration. */
function registerCallOf(view: View, registration: ts.Node): ts.CallExpression | undefined {
  const { ts: typescript } = view;
  let at = registration;
  while (!typescript.isStatement(at) && !typescript.isPropertyAssignment(at)) at = at.parent;
  let literal = typescript.isPropertyAssignment(at) ? at.parent : undefined;
  for (let depth = 0; literal && depth < 3; depth++) {
    const [use, ...more] = usesOfLiteral(view, literal) ?? [];
    if (!use || more.length > 0) return undefined;
    if (typescript.isCallExpression(use) && methodCall(typescript, use)?.name === 'register') return use;
    literal = typescript.isSpreadAssignment(use) ? use.parent : undefined;
  }
  return undefined;
}

/** What the first call of a chain of `register` is called on. */
function rootOf({ ts: typescript }: View, chain: ts.Expression): ts.Expression {
  let at = skipTransparent(typescript, chain);
  for (let call = methodCall(typescript, at); call?.name === 'register'; call = methodCall(typescript, at)) at = skipTransparent(typescript, call.object);
  return at;
}

function endOfChain({ ts: typescript }: View, made: ts.Expression): ts.Expression {
  let at = outermost(typescript, made);
  for (let call = methodCall(typescript, at.parent.parent); call?.name === 'register' && call.object === at; call = methodCall(typescript, at.parent.parent)) at = outermost(typescript, call.call);
  return at;
}

/** The calls of one chain, in the order in which they run. */
function registersIn({ ts: typescript }: View, chain: ts.Expression): readonly ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  let at = skipTransparent(typescript, chain);
  for (let call = methodCall(typescript, at); call?.name === 'register'; call = methodCall(typescript, at)) {
    calls.unshift(call.call);
    at = skipTransparent(typescript, call.object);
  }
  return calls;
}

function keptBy({ ts: typescript }: View, value: ts.Expression): ts.Identifier | undefined {
  const { parent } = value;
  return typescript.isVariableDeclaration(parent) && typescript.isIdentifier(parent.name) && (parent.parent.flags & typescript.NodeFlags.Const) !== 0 ? parent.name : undefined;
}

/** What is registered by statements behind the declaration, each run whenever that is. */
function registersOf(view: View, kept: ts.Identifier): readonly ts.CallExpression[] {
  const { ts: typescript } = view;
  const list = kept.parent.parent.parent.parent;
  return referencesIn(view, view.types.symbolOf(kept)!, enclosingFunction(typescript, kept)).flatMap((node) => {
    const call = methodCall(typescript, node.parent.parent);
    const end = call?.name === 'register' && call.object === node ? endOfChain(view, node) : undefined;
    return end && typescript.isExpressionStatement(end.parent) && end.parent.parent === list ? registersIn(view, end) : [];
  });
}

/** A container hands itself to its providers, unless its options say that it looks at the names of their parameters. */
function byProxy({ ts: typescript }: View, { arguments: [options] }: ts.CallExpression): boolean {
  if (!options) return true;
  return typescript.isObjectLiteralExpression(options) && options.properties.every((property) => /^(strict|injectionMode)$/.test(memberName(typescript, property.name) ?? '') && !/\bCLASSIC\b/.test(property.getText()) && typescript.isPropertyAssignment(property));
}
