import type ts from 'typescript';
import type { View } from '../view.ts';

/** `@owns pool` or `@borrows pool`; without a name it is said of what the comment stands at: the returned value, the parameter, the field. */
export interface OwnershipTag {
  states: 'owns' | 'borrows';
  name: string | undefined;
}

/** The tags above a function, also where a variable, a property or a type alias holds it. */
export function tagsAbove(view: View, declaration: ts.Node): readonly OwnershipTag[] {
  const found = [...tagsAt(view, declaration)];
  for (let at = declaration.parent; at && holdsFunction(view, at); at = at.parent) found.push(...tagsAt(view, at));
  return found;
}

function holdsFunction({ ts: typescript }: View, node: ts.Node): boolean {
  return (
    typescript.isVariableDeclaration(node) || typescript.isVariableDeclarationList(node) || typescript.isVariableStatement(node) ||
    typescript.isPropertyAssignment(node) || typescript.isPropertyDeclaration(node) || typescript.isPropertySignature(node) ||
    typescript.isTypeAliasDeclaration(node) || typescript.isParenthesizedTypeNode(node) || typescript.isParenthesizedExpression(node) ||
    typescript.isAsExpression(node) || typescript.isSatisfiesExpression(node) || typescript.isExportAssignment(node)
  );
}

const tagsOf = new WeakMap<ts.Node, readonly OwnershipTag[]>();

/**
 * The tags of the JSDoc comments right before a node. They are read from the text: whether a program's host lets the parser keep JSDoc at all depends
 * on who made it. A syntactic fact: it lives as long as the node.
 */
export function tagsAt(view: View, node: ts.Node): readonly OwnershipTag[] {
  let tags = tagsOf.get(node);
  if (!tags) tagsOf.set(node, (tags = commentsBefore(view, node).flatMap(tagsIn)));
  return tags;
}

function commentsBefore({ ts: typescript }: View, node: ts.Node): readonly string[] {
  const { text } = node.getSourceFile();
  const ranges = [...(typescript.getTrailingCommentRanges(text, node.pos) ?? []), ...(typescript.getLeadingCommentRanges(text, node.pos) ?? [])];
  return ranges.map(({ pos, end }) => text.slice(pos, end)).filter((comment) => comment.startsWith('/**'));
}

const line = /^[\s*]*@(owns|borrows)(?![\w-])[ \t]*(?:([\w$]+(?:\.[\w$]+)?)(?=\s|$)([ \t]+as[ \t])?)?/;

/** `@borrows a as b` is another tag, of JSDoc itself: it copies a description. */
function tagsIn(comment: string): OwnershipTag[] {
  return comment.slice('/**'.length, -'*/'.length).split(/\r?\n/).flatMap((each) => {
    const [, states, name, copies] = line.exec(each) ?? [];
    return states === undefined || copies !== undefined ? [] : [{ states: states as OwnershipTag['states'], name }];
  });
}
