import type ts from 'typescript';
import { bodyOf, calleeBody } from '../contracts/calls.ts';
import { instanceTypeOf, memberNames } from '../contracts/of-type.ts';
import { subclassesOf } from '../ownership/subclasses.ts';
import type { Step } from '../story.ts';
import { enclosingClass, fieldOfThis, hasBody, isAsync, isThis, memberAccess, memberName, nameOf, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { callbackMethod } from './runs-at-once.ts';

/** Code that runs while an instance is constructed, or a module evaluated: what `this` is there, and the calls that led there. */
export interface Frame {
  /** The class that `this` is an instance of, where it is one. */
  owner: ts.ClassLikeDeclaration | undefined;
  /** The file that the proof is told in. */
  told: ts.SourceFile;
  /** Whether `this` is the instance that is being constructed. */
  isInstance: boolean;
  chain: readonly Step[];
  seen: ReadonlySet<ts.Node>;
  /** The call that runs this code, and where it stands; nothing for the constructor itself. */
  entered: { call: ts.CallExpression; body: FunctionWithBody; from: Frame } | undefined;
}

export function constructorFrame(owner: ts.ClassLikeDeclaration): Frame {
  return { owner, told: owner.getSourceFile(), isInstance: true, chain: [], seen: new Set(), entered: undefined };
}

export function moduleFrame(file: ts.SourceFile): Frame {
  return { owner: undefined, told: file, isInstance: false, chain: [], seen: new Set(), entered: undefined };
}

/** The class whose construction runs the code of a frame. */
export function constructedBy(frame: Frame): ts.ClassLikeDeclaration | undefined {
  return frame.entered ? constructedBy(frame.entered.from) : frame.owner;
}

const mostNested = 6;

/** A function that a call runs, with the frame whose `this` it has. */
export interface Target {
  body: FunctionWithBody;
  home: Frame;
  /** The subclass that puts it in the place of what the caller sees. */
  filledInBy?: ts.ClassLikeDeclaration;
}

/** The frame of a function that a call runs; nothing when it is running already, or too deep. */
export function enter(view: View, frame: Frame, call: ts.CallExpression, target: Target): Frame | undefined {
  const { body, home, filledInBy } = target;
  if (frame.seen.has(body) || frame.chain.length >= mostNested) return undefined;
  const called = stepAt(frame.told, call, `${callText(view, call)} is called`);
  const filledIn = filledInBy ? [stepAt(frame.told, body.name ?? body, `'${filledInBy.name?.text ?? 'a subclass'}' fills it in`)] : [];
  return {
    ...thisOf(view, home, call, body),
    told: frame.told,
    chain: [...frame.chain, called, ...filledIn],
    seen: new Set(frame.seen).add(body),
    entered: { call, body, from: frame },
  };
}

function thisOf(view: View, home: Frame, call: ts.CallExpression, body: FunctionWithBody): Pick<Frame, 'owner' | 'isInstance'> {
  const { owner, isInstance } = home;
  const access = memberAccess(view.ts, skipTransparent(view.ts, call.expression));
  if (!access || !view.ts.isMethodDeclaration(body)) return { owner, isInstance };
  const receiver = skipTransparent(view.ts, access.object);
  if (isThis(view.ts, receiver) || receiver.kind === view.ts.SyntaxKind.SuperKeyword) return { owner, isInstance };
  return { owner: enclosingClass(view.ts, body) ?? owner, isInstance: false };
}

/** A step of a proof that is told in a file. */
function stepAt(told: ts.SourceFile, node: ts.Node, note: string): Step {
  const file = node.getSourceFile();
  return { start: node.getStart(), end: node.end, note, ...(file === told ? {} : { file }) };
}

/** The functions of the program that a call may run at once, the likeliest first. */
export function targetsOf(view: View, frame: Frame, call: ts.CallExpression): readonly Target[] {
  const { ts: typescript } = view;
  if (call.expression.kind === typescript.SyntaxKind.SuperKeyword) return [];
  if (callbackMethod(view, call) !== undefined) return callbacksOf(view, frame, call);
  const name = fieldOfThis(typescript, call.expression);
  if (name !== undefined && frame.owner && frame.isInstance && !name.startsWith('#')) return virtualTargets(view, frame, frame.owner, call, name);
  const handed = argumentOf(view, frame, call.expression);
  const body = handed ? functionOf(view, handed.argument) : calleeBody(view, call);
  return body && !typescript.isConstructorDeclaration(body) ? [{ body, home: handed?.home ?? frame }] : [];
}

/** What `this.name()` runs: the method of the class that is constructed, and what its subclasses put in its place. */
function virtualTargets(view: View, frame: Frame, owner: ts.ClassLikeDeclaration, call: ts.CallExpression, name: string): readonly Target[] {
  const symbol = memberNames(view, instanceTypeOf(view, owner)).get(name);
  const body = (symbol && bodyOf(view, symbol)) ?? calleeBody(view, call);
  const overrides = subclassesOf(view, owner).flatMap((subclass): Target[] => {
    const member = subclass.members.find((one) => memberName(view.ts, one.name) === name);
    return hasBody(member) ? [{ body: member, home: frame, filledInBy: subclass }] : [];
  });
  return body ? [{ body, home: frame }, ...overrides] : overrides;
}

/** A function that is handed to an array method by its name, or an async one written there. */
function callbacksOf(view: View, frame: Frame, call: ts.CallExpression): readonly Target[] {
  return call.arguments.flatMap((argument): Target[] => {
    const body = functionOf(view, argument);
    const isWrittenThere = body !== undefined && argument.pos <= body.pos && body.end <= argument.end;
    return body && (!isWrittenThere || isAsync(view.ts, body)) ? [{ body, home: frame }] : [];
  });
}

function functionOf(view: View, node: ts.Expression): FunctionWithBody | undefined {
  const value = skipTransparent(view.ts, node);
  if (view.ts.isArrowFunction(value) || view.ts.isFunctionExpression(value)) return value;
  const symbol = view.types.symbolOf(memberAccess(view.ts, value)?.nameNode ?? value);
  return symbol && symbol.flags & view.ts.SymbolFlags.Class ? undefined : symbol && bodyOf(view, symbol);
}

/** The argument that a parameter of the running function has got, and the frame it was written in. */
export function argumentOf(view: View, { entered }: Frame, node: ts.Expression): { argument: ts.Expression; home: Frame } | undefined {
  const name = skipTransparent(view.ts, node);
  if (!entered || !view.ts.isIdentifier(name)) return undefined;
  const index = entered.body.parameters.findIndex((parameter) => parameter === view.types.symbolOf(name)?.valueDeclaration);
  const argument = entered.call.arguments[index];
  return argument && { argument, home: entered.from };
}

/** A call in words: `this.server.listen()`, `(async () => …)()`. */
export function callText(view: View, node: ts.NewExpression | ts.CallExpression): string {
  const callee = skipTransparent(view.ts, node.expression);
  if (view.ts.isArrowFunction(callee) || view.ts.isFunctionExpression(callee)) return `(${isAsync(view.ts, callee) ? 'async ' : ''}() => …)()`;
  return `${view.ts.isNewExpression(node) ? 'new ' : ''}${nameOf(node.expression)}()`;
}
