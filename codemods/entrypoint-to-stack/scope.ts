import type ts from 'typescript';
import type { FileStories } from '../../analysis/index.ts';
import { makesStack } from '../../analysis/ownership/stack.ts';
import { isUsing } from '../../analysis/ownership/uses.ts';
import { descendants, isAsync, isWithin } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { FileFacts } from '../../plans/finally-to-stack/facts.ts';
import type { FileTypes } from '../../plans/finally-to-stack/types.ts';
import type { Range } from '../../plans/syntax/node.ts';
import type { Piece } from '../../plans/entrypoint-to-stack/site.ts';

/** A function or a module, and what is known of its file. */
export interface Scope {
  readonly stories: FileStories;
  readonly view: View;
  readonly node: ts.SourceFile | (ts.FunctionLikeDeclaration & { body: ts.Block });
  readonly statements: readonly ts.Statement[];
  readonly facts: FileFacts;
  readonly types: FileTypes;
}

/** A list of statements with the one of them that the next list is in; the last one holds the wait. */
export interface Frame {
  readonly statements: readonly ts.Statement[];
  readonly at: ts.Statement;
}

/** The functions and the module of a file whose own code could wait. */
export function scopesOf(stories: FileStories, facts: FileFacts, types: FileTypes): readonly Scope[] {
  const { view, sourceFile } = stories;
  const scopes: Scope[] = [{ stories, view, facts, types, node: sourceFile, statements: sourceFile.statements }];
  for (const node of [...descendants(view.ts, sourceFile, () => true)]) {
    const isFunction = view.ts.isFunctionDeclaration(node) || view.ts.isFunctionExpression(node) || view.ts.isArrowFunction(node) || view.ts.isMethodDeclaration(node);
    if (isFunction && node.body && view.ts.isBlock(node.body)) scopes.push({ stories, view, facts, types, node: node as Scope['node'], statements: node.body.statements });
  }
  return scopes;
}

/** What runs with the scope itself. */
export function ownNodes({ view, node }: Scope): readonly ts.Node[] {
  return [...descendants(view.ts, 'fileName' in node ? node : node.body)];
}

/** Whether `await using` may stand there. */
export function canHaveStack({ view, node }: Scope): boolean {
  if ('fileName' in node) return view.ts.isExternalModule(node);
  return isAsync(view.ts, node) && !node.asteriskToken;
}

/** The lists of statements from the outermost to the one that a node is in; nothing when a branch, a loop or a `catch` is in between. */
export function framesTo(scope: Scope, target: ts.Node): readonly Frame[] | undefined {
  const { ts: typescript } = scope.view;
  const frames: Frame[] = [];
  let statements: readonly ts.Statement[] | undefined = scope.statements;
  while (statements) {
    const at: ts.Statement | undefined = statements.find((statement) => isWithin(target, statement));
    if (!at) return undefined;
    frames.push({ statements, at });
    const block: ts.Block | undefined = blockIn(scope.view, at);
    if (!block) return typescript.isExpressionStatement(at) || typescript.isVariableStatement(at) ? frames : undefined;
    statements = isWithin(target, block) ? block.statements : undefined;
  }
  return undefined;
}

/** The block of a `try` or of braces. */
export function blockIn({ ts: typescript }: View, statement: ts.Statement): ts.Block | undefined {
  if (typescript.isBlock(statement)) return statement;
  return typescript.isTryStatement(statement) ? statement.tryBlock : undefined;
}

/** `await using stack = new AsyncDisposableStack();` among statements. */
export function stackIn({ view }: Scope, statements: readonly ts.Statement[]): { readonly name: string; readonly statement: Piece } | undefined {
  for (const statement of statements) {
    const [declaration, ...more] = view.ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
    const made = declaration?.initializer;
    const isStack = made && more.length === 0 && view.ts.isNewExpression(made) && makesStack(view, made) && made.expression.getText() === 'AsyncDisposableStack';
    if (isStack && isUsing(view, declaration)) return { name: declaration.name.getText(), statement: pieceOf(statement) };
  }
  return undefined;
}

export function pieceOf(node: ts.Node): Piece {
  return { pos: node.pos, start: node.getStart(), end: node.end };
}

export function rangeOf(node: ts.Node): Range {
  return { start: node.getStart(), end: node.end };
}
