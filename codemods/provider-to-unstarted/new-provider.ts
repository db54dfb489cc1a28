import type ts from 'typescript';
import { allDescendants, isWithin, skipAwait } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import { takeOut } from '../../plans/constructor-to-start/insert.ts';
import type { SiteEdit } from '../../plans/edit.ts';
import { freshName } from '../../plans/provider-to-unstarted/fresh-name.ts';
import type { Reason } from '../../plans/reasons.ts';
import { indentAt } from '../../plans/syntax/lines.ts';
import { textStyle } from '../../plans/text-style.ts';
import { withComments } from '../constructor-to-start/with-comments.ts';
import { commentsOf } from './comments-of.ts';
import type { Need } from './needs-of.ts';
import { parameterWith } from './parameter-with.ts';
import type { FoundStart, Steps } from './start-facts.ts';
import { typedMembers } from './typed-members.ts';

/** What a provider starts to make something else of it becomes a provider of its own, which the first one asks for. */
export function newProvider(view: View, found: FoundStart, steps: Steps): { readonly key: string; readonly edits: readonly SiteEdit[] } | Reason {
  const { registered, needs, container, keys } = found;
  const { declaration, declared, started, body } = steps;
  if (!comesFirst(view, found, steps)) return 'provider-does-more';
  const used = needsWithin(view, found, declaration.initializer);
  if (!used) return 'start-needs-provider';
  const key = freshName(declaration.name.text, keys);
  keys.add(key);
  const parameter = parameterWith(view, found, { key, name: declaration.name }, needs.filter(({ references }) => references.length > 0 && references.every((one) => isWithin(one, declaration.initializer))));
  const members = typedMembers(view, container, registered.key, key, declaration.name);
  if (!parameter || !members) return 'provider-does-more';
  const file = body.getSourceFile();
  const left = takeOut(file.text, { start: body.getStart() + 1, end: body.end - 1 }, [withComments(view, declared), withComments(view, started)]);
  return { key, edits: [...left.map((edit) => ({ ...edit, file: file.fileName })), ...parameter.edits, ...members, registration(view, found, steps, { key, parameter: parameter.of(used) })] };
}

/** Nothing runs before it but what hands on the provider's needs, and what else becomes a provider. */
function comesFirst(view: View, { needs }: FoundStart, { body, started }: Steps): boolean {
  const { ts: typescript } = view;
  const { statements } = body;
  return statements.slice(0, statements.indexOf(started)).every((statement) => {
    if (typescript.isExpressionStatement(statement)) return isStartOf(view, statement, statements);
    const [declaration] = typescript.isVariableStatement(statement) ? statement.declarationList.declarations : [];
    if (!declaration?.initializer) return false;
    const value = skipAwait(typescript, declaration.initializer);
    return needs.some(({ references }) => references.includes(value)) || statements.some((one) => typescript.isExpressionStatement(one) && isStartOf(view, one, [statement]));
  });
}

/** `await x.start();` for an `x` that one of the statements declares. */
function isStartOf({ ts: typescript }: View, { expression }: ts.ExpressionStatement, statements: readonly ts.Statement[]): boolean {
  const call = skipAwait(typescript, expression);
  const object = typescript.isCallExpression(call) && typescript.isPropertyAccessExpression(call.expression) ? call.expression.expression.getText() : undefined;
  return statements.some((statement) => typescript.isVariableStatement(statement) && statement.declarationList.declarations.some(({ name }) => name.getText() === object));
}

/** The needs that a value is made of; nothing when it is made of more that only the provider sees, or waits for something. */
function needsWithin(view: View, { maker, needs }: FoundStart, value: ts.Expression): readonly Need[] | undefined {
  const { ts: typescript } = view;
  const nodes = [value, ...allDescendants(typescript, value)];
  if (nodes.some(typescript.isAwaitExpression)) return undefined;
  const isForeign = nodes.some((node) => {
    if (!typescript.isIdentifier(node) || needs.some(({ references }) => references.some((one) => isWithin(node, one)))) return false;
    const declaration = view.types.symbolOf(node)?.valueDeclaration;
    return declaration !== undefined && isWithin(declaration, maker) && !isWithin(declaration, value);
  });
  return isForeign ? undefined : needs.filter(({ references }) => references.some((one) => isWithin(one, value)));
}

/** In front of the provider that it comes out of, with the comments of the declaration. */
function registration(view: View, { registered }: FoundStart, { declaration, declared }: Steps, { key, parameter }: { readonly key: string; readonly parameter: string }): SiteEdit {
  const { property, call } = registered;
  const file = property.getSourceFile();
  const start = withComments(view, property as unknown as ts.Statement).start;
  const { above, beside } = commentsOf(view, declared);
  const { initializer } = declaration;
  const value = view.ts.isObjectLiteralExpression(initializer) ? `(${initializer.getText()})` : initializer.getText();
  const next = textStyle(file.text).eol + indentAt(file.text, property.getStart());
  const lines = [...above, `${key}: ${call.expression.getText()}((${parameter}) => ${value}).singleton(),${beside}`];
  return { file: file.fileName, start, end: start, text: lines.map((line) => line + next).join('') };
}
