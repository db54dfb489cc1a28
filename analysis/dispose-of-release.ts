import type ts from 'typescript';
import type { Equivalence } from './contracts/contract.ts';
import { contractOfType, memberNames, signaturesOfMember } from './contracts/of-type.ts';
import { originOfDeclaration } from './origin.ts';
import { subclassesOf } from './ownership/subclasses.ts';
import { fieldOfThis, hasBody, memberName } from './syntax.ts';
import type { View } from './view.ts';

/** `different`: it does something else, or nothing proves that it does the same. */
export type Compared = Equivalence | 'different';

/** How each dispose symbol of a value compares with a release; absent for a symbol that the value lacks. */
export interface DisposeOfRelease {
  readonly sync?: Compared;
  readonly async?: Compared;
}

/** How the dispose symbols of a value compare with calling this method of it without arguments and waiting for the promise that it may return. */
export function disposeOfRelease(view: View, value: ts.Expression, method: string): DisposeOfRelease {
  const type = view.types.valueTypeOf(value);
  const members = memberNames(view, type);
  const compared = (symbol: 'Symbol.dispose' | 'Symbol.asyncDispose'): Compared | undefined => {
    const member = members.get(symbol);
    const thenable = isThenable(view, members.get(method));
    if (!member) return undefined;
    return thenable === undefined ? 'different' : compare(view, type, { symbol, member }, { method, thenable });
  };
  const [sync, async] = [compared('Symbol.dispose'), compared('Symbol.asyncDispose')];
  return { ...(sync ? { sync } : {}), ...(async ? { async } : {}) };
}

interface Disposal {
  readonly symbol: 'Symbol.dispose' | 'Symbol.asyncDispose';
  readonly member: ts.Symbol;
}

interface Release {
  readonly method: string;
  readonly thenable: boolean;
}

function compare(view: View, type: ts.Type, disposal: Disposal, release: Release): Compared {
  const declaration = disposal.member.valueDeclaration;
  const owner = declaration?.parent;
  const isOwn = declaration && owner && view.ts.isClassLike(owner) && originOfDeclaration(view, declaration).from === 'file';
  return isOwn ? compareBody(view, owner, declaration, disposal, release) : compareContract(view, type, disposal, release);
}

/** What a class of the program writes down counts, as long as no subclass writes something else. */
function compareBody(view: View, owner: ts.ClassLikeDeclaration, declaration: ts.Declaration, { symbol }: Disposal, release: Release): Compared {
  const isOverridden = subclassesOf(view, owner).some((heir) => heir.members.some((member) => memberName(view.ts, member.name) === symbol));
  const delegation = hasBody(declaration) && view.ts.isMethodDeclaration(declaration) ? delegationOf(view, declaration) : undefined;
  if (isOverridden || delegation?.method !== release.method) return 'different';
  if (!release.thenable) return 'exact';
  return delegation.waits && symbol === 'Symbol.asyncDispose' ? 'exact' : 'fire-and-forget';
}

/** The one call of its own object that a method consists of, and whether its promise is waited for. */
function delegationOf({ ts: typescript }: View, { body }: ts.MethodDeclaration): { method: string; waits: boolean } | undefined {
  const [statement, ...more] = body?.statements ?? [];
  if (!statement || more.length > 0 || !(typescript.isExpressionStatement(statement) || typescript.isReturnStatement(statement)) || !statement.expression) return undefined;
  const awaited = typescript.isAwaitExpression(statement.expression) ? statement.expression.expression : undefined;
  const call = awaited ?? statement.expression;
  if (!typescript.isCallExpression(call) || call.arguments.length > 0) return undefined;
  const method = fieldOfThis(typescript, call.expression);
  return method === undefined ? undefined : { method, waits: awaited !== undefined || typescript.isReturnStatement(statement) };
}

/** The catalogue compares with the release that a contract is about: of several that lose nothing, none is the one. */
function compareContract(view: View, type: ts.Type, { symbol }: Disposal, { method, thenable }: Release): Compared {
  const known = contractOfType(view, type);
  if (known?.source !== 'catalogue') return 'different';
  const { dispose, release } = known.contract;
  const equivalence = symbol === 'Symbol.dispose' ? dispose?.sync : dispose?.async;
  const [only, ...others] = release.filter((one) => 'method' in one && !one.abrupt && !one.method.startsWith('Symbol.'));
  if (equivalence !== 'exact') return equivalence ?? 'different';
  const isIt = only !== undefined && others.length === 0 && 'method' in only && only.method === method && only.completion === (thenable ? 'promise' : 'sync');
  return isIt ? 'exact' : 'different';
}

/** Whether calling a member gives a promise; nothing when its type does not tell. */
function isThenable(view: View, member: ts.Symbol | undefined): boolean | undefined {
  const returned = member ? signaturesOfMember(view, member).map((signature) => view.types.returnTypeOf(signature)) : [];
  if (returned.length === 0 || returned.some(view.types.isAny)) return undefined;
  return returned.some(view.types.isThenable);
}
