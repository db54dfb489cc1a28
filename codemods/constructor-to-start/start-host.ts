import type ts from 'typescript';
import { instanceTypeOf, memberNames } from '../../analysis/contracts/of-type.ts';
import type { ClassStory } from '../../analysis/class-story.ts';
import { hasModifier, isAsync, memberName } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { Move, StartHost } from '../../plans/constructor-to-start/facts.ts';
import { indentAt } from '../../plans/syntax/lines.ts';
import type { Reason } from '../../plans/reasons.ts';
import { constructorOf } from './constructor-of.ts';
import { mayNotEnd } from './may-not-end.ts';

/** Where the work of a class goes: its own start, or a new one; or why neither can take it. */
export function startHostOf(view: View, { node, teardown, service }: Pick<ClassStory, 'node' | 'teardown' | 'service'>, moves: readonly Move[]): StartHost | Reason {
  const start = node.members.find((member) => memberName(view.ts, member.name) === 'start');
  if (!start && memberNames(view, instanceTypeOf(view, node)).has('start')) return 'start-not-usable';
  if (!start) return created(view, node, teardown?.name ?? service?.stops[0]?.name);
  if (!isAwaitable(view, start)) return 'start-not-usable';
  if (mayNotEnd(view, start)) return 'start-never-ends';
  const isStarted = moves.some(({ kind }) => kind === 'start');
  if (isStarted && moves.at(-1)?.kind !== 'start') return 'start-not-usable';
  return moves.length === 1 && isStarted ? { kind: 'unchanged' } : { kind: 'existing', body: { start: start.body.getStart() + 1, end: start.body.end - 1 } };
}

type StartMethod = ts.MethodDeclaration & { readonly body: ts.Block };

/** Where the start of a subclass goes, which begins with that of its base class; or why it can have none. */
export function overridingHostOf(view: View, node: ts.ClassLikeDeclaration, moves: readonly Move[]): StartHost | Reason {
  if (moves.some(({ kind }) => kind === 'start')) return 'in-a-hierarchy';
  const stop = node.members.map((member) => memberName(view.ts, member.name)).find((name) => name === 'stop' || name === 'close');
  const host = created(view, node, stop);
  const keyword = view.program.getCompilerOptions().noImplicitOverride === true && isTypeScript(node);
  return host.kind === 'created' ? { ...host, overrides: { keyword } } : host;
}

function isTypeScript(node: ts.Node): boolean {
  return !/\.[cm]?jsx?$/.test(node.getSourceFile().fileName);
}

/** Async, callable by everybody and without arguments. */
function isAwaitable(view: View, member: ts.ClassElement): member is StartMethod {
  const { SyntaxKind } = view.ts;
  if (!view.ts.isMethodDeclaration(member) || !member.body || member.asteriskToken || member.questionToken || !isAsync(view.ts, member)) return false;
  if ([SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.StaticKeyword].some((kind) => hasModifier(view.ts, member, kind))) return false;
  return member.parameters.every(({ questionToken, initializer, dotDotDotToken }) => questionToken ?? initializer ?? dotDotDotToken);
}

/** Whether a function returns by itself, the functions in it left out. */
export function hasReturn(typescript: View['ts'], body: ts.Node): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (typescript.isReturnStatement(node)) found = true;
    else if (!typescript.isFunctionLike(node) && !typescript.isClassLike(node)) typescript.forEachChild(node, visit);
  };
  typescript.forEachChild(body, visit);
  return found;
}

/** In front of the member that ends the class, else behind the constructor, else at the end. */
function created(view: View, owner: ts.ClassLikeDeclaration, stop: string | undefined): StartHost {
  const { text } = owner.getSourceFile();
  const end = stop === undefined ? -1 : owner.members.findIndex((member) => memberName(view.ts, member.name) === stop);
  const anchor = end === -1 ? (constructorOf(view, owner) ?? owner.members.at(-1)) : owner.members[end - 1];
  return { kind: 'created', after: anchor?.end ?? owner.members.pos, isFirst: anchor === undefined, indent: indentAt(text, (anchor ?? owner.members[0] ?? owner).getStart()), typed: isTypeScript(owner) };
}
