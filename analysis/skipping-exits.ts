import type ts from 'typescript';
import { endsProcess } from './flow/process-exit.ts';
import { makesStack } from './ownership/stack.ts';
import { isUsing } from './ownership/uses.ts';
import { below } from './nodes.ts';
import type { SkippingExit } from './faults.ts';
import type { LifeStory, ProcessExit } from './story.ts';
import { isWithin } from './syntax.ts';
import type { View } from './view.ts';

/** Ends of the process, in the functions of a file, while the same function still holds something (docs/clauses.md, rule 7). */
export function skippingExitsOf(view: View, file: ts.SourceFile, resources: readonly LifeStory[]): readonly SkippingExit[] {
  const exits = new Map<ts.Expression, SkippingExit>();
  for (const story of resources) {
    for (const exit of story.processExits) {
      const planned = isSkipped(view, story, exit);
      if (planned || story.resource.contract.losesDataOnExit) add(exits, endsWithProcess(story) ? { ...exit, grade: 'likely' } : exit, story.resource.name, planned);
    }
  }
  const scoped = below(view.ts, file, 'variable').filter((node) => holds(view, node));
  for (const node of scoped.length > 0 ? below(view.ts, file, 'call') : []) {
    if (!endsProcess(view, node)) continue;
    for (const held of scopedAround(view, node, scoped)) add(exits, { at: node, grade: 'certain', path: [step(held, `'${held.name.getText()}' is owned by the scope`), step(node, 'the process ends')] }, held.name.getText(), true);
  }
  return [...exits.values()].sort((a, b) => a.at.pos - b.at.pos);
}

function add(exits: Map<ts.Expression, SkippingExit>, { at, grade, path }: ProcessExit, name: string, planned: boolean): void {
  const known = exits.get(at);
  if (!known) exits.set(at, { at, held: [name], planned, grade, path });
  else if (!known.held.includes(name)) exits.set(at, { ...known, held: [...known.held, name], planned: known.planned || planned, grade: known.grade === 'certain' ? known.grade : grade });
}

/** Nothing is lost when the end of the process ends it: a timer, a watcher, a subscription, a prompt. */
function endsWithProcess({ resource: { contract } }: LifeStory): boolean {
  if (contract.losesDataOnExit) return false;
  return contract.kind === 'timer' || contract.kind === 'watcher' || contract.kind === 'subscription' || (contract.type.from === 'package' && contract.type.package.startsWith('node:readline'));
}

/** Whether a later release, or one in a `finally` around the exit, does not run. */
function isSkipped(view: View, story: LifeStory, { at }: ProcessExit): boolean {
  return story.releases.some((release) => isWithin(release, story.scope) && !isInClosure(view, release, story.scope) && (release.pos > at.pos || isInFinallyAround(view, release, at)));
}

function isInClosure(view: View, node: ts.Node, scope: ts.Node): boolean {
  for (let at = node.parent; at !== scope; at = at.parent) if (view.ts.isFunctionLike(at)) return true;
  return false;
}

function isInFinallyAround(view: View, release: ts.Node, exit: ts.Node): boolean {
  for (let at = release; at.parent && !view.ts.isFunctionLike(at); at = at.parent) {
    if (view.ts.isTryStatement(at.parent) && at.parent.finallyBlock === at && isWithin(exit, at.parent)) return true;
  }
  return false;
}

/** `using` declarations and stacks of the same function, in the blocks around a node and before it. */
function scopedAround(view: View, node: ts.Node, scoped: readonly ts.Node[]): ts.VariableDeclaration[] {
  const { ts: typescript } = view;
  const found: ts.VariableDeclaration[] = [];
  for (let at = node; at.parent && !typescript.isFunctionLike(at); at = at.parent) {
    if (!typescript.isBlock(at.parent)) continue;
    for (const statement of at.parent.statements) {
      if (statement.pos >= at.pos) break;
      if (typescript.isVariableStatement(statement)) found.push(...statement.declarationList.declarations.filter((one) => scoped.includes(one)));
    }
  }
  return found;
}

function holds(view: View, declaration: ts.VariableDeclaration): boolean {
  return isUsing(view, declaration) || (declaration.initializer !== undefined && view.ts.isNewExpression(declaration.initializer) && makesStack(view, declaration.initializer));
}

function step(node: ts.Node, note: string): { start: number; end: number; note: string } {
  return { start: node.getStart(), end: node.end, note };
}
