import type ts from 'typescript';
import { memberNames } from '../../analysis/contracts/of-type.ts';
import { hasModifier } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { CreateMethod } from '../../plans/constructor-to-start/facts.ts';
import { indentAt } from '../../plans/syntax/lines.ts';
import type { Reason } from '../../plans/reasons.ts';
import { withComments } from './with-comments.ts';

/** What a class needs for constructions that are part of an expression: a static `create` with the parameters of its constructor; or why it cannot have one. */
export function createMethodOf(view: View, owner: ts.ClassLikeDeclaration): CreateMethod | Reason {
  const { ts: typescript } = view;
  const constructors = owner.members.filter(typescript.isConstructorDeclaration);
  const [constructor] = constructors;
  const isInherited = !constructor && (owner.heritageClauses ?? []).some(({ token }) => token === typescript.SyntaxKind.ExtendsKeyword);
  const isTaken = memberNames(view, view.types.typeOfMember(view.types.symbolOf(owner.name!)!, owner)).has('create');
  const anchor = constructor ?? owner.members[0];
  if (!anchor || constructors.length > 1 || isInherited || isTaken || owner.typeParameters || hasModifier(typescript, owner, typescript.SyntaxKind.AbstractKeyword)) return 'create-not-usable';
  const parameters = constructor?.parameters ?? [];
  if (parameters.some((parameter) => !passedAs(view, parameter)) || parameters.filter(({ name }) => !typescript.isIdentifier(name)).length > 1) return 'create-not-usable';
  const { text, fileName } = owner.getSourceFile();
  const { start } = withComments(view, anchor);
  const names = parameters.map((parameter) => passedAs(view, parameter)!);
  return {
    at: start, indent: indentAt(text, start), typed: !/\.[cm]?jsx?$/.test(fileName), className: owner.name!.text, instance: instanceName(owner.name!.text, names),
    parameters: parameters.map((parameter) => written(view, parameter)).join(', '), passed: names.join(', '),
  };
}

/** `url`, `...rest`; a pattern gets a name. Nothing for what a copy would not be. */
function passedAs({ ts: typescript }: View, parameter: ts.ParameterDeclaration): string | undefined {
  const isDecorated = typescript.canHaveDecorators(parameter) && (typescript.getDecorators(parameter) ?? []).length > 0;
  if (isDecorated) return undefined;
  return `${parameter.dotDotDotToken ? '...' : ''}${typescript.isIdentifier(parameter.name) ? parameter.name.text : 'options'}`;
}

/** The parameter without what makes it a field. */
function written({ ts: typescript }: View, { dotDotDotToken, name, end }: ts.ParameterDeclaration): string {
  const { text } = name.getSourceFile();
  if (typescript.isIdentifier(name)) return text.slice((dotDotDotToken ?? name).getStart(), end);
  return `${dotDotDotToken ? '...' : ''}options${text.slice(name.end, end)}`;
}

function instanceName(className: string, taken: readonly string[]): string {
  const own = className[0]!.toLowerCase() + className.slice(1);
  const isWord = /^(?:function|class|package|default|switch|case|new|delete|import|export|enum|super|this|null|true|false|interface|yield|await|static|protected|private|public|arguments|eval|let)$/.test(own);
  return own === className || isWord || taken.includes(own) ? 'instance' : own;
}
