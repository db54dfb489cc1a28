import type ts from 'typescript';
import { hasModifier, memberName } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { FieldFacts } from '../../plans/constructor-to-start/facts.ts';
import type { TextEdit } from '../../plans/edit.ts';
import type { Unit } from './moves.ts';

/** What the declaration of a field has to say once it gets its value in start(): that it may be empty, and not that it is constant. */
export function assignedField(view: View, owner: ts.ClassLikeDeclaration, { call, field }: Unit): FieldFacts | 'unknown' {
  const declared = owner.members.find((member) => memberName(view.ts, member.name) === field);
  const isJavaScript = /\.[cm]?jsx?$/.test(owner.getSourceFile().fileName);
  if (!declared) return isJavaScript ? { edits: [] } : 'unknown';
  if (!view.ts.isPropertyDeclaration(declared) || hasModifier(view.ts, declared, view.ts.SyntaxKind.StaticKeyword)) return 'unknown';
  return isJavaScript ? { edits: [] } : { edits: [...withoutReadonly(view, declared), ...mayBeEmpty(view, declared, call)] };
}

function withoutReadonly({ ts: typescript }: View, declared: ts.PropertyDeclaration): readonly TextEdit[] {
  const { text } = declared.getSourceFile();
  const keyword = (typescript.getModifiers(declared) ?? []).find(({ kind }) => kind === typescript.SyntaxKind.ReadonlyKeyword);
  return keyword ? [{ start: keyword.getStart(), end: keyword.end + text.slice(keyword.end).search(/\S/), text: '' }] : [];
}

function mayBeEmpty(view: View, { type, questionToken, exclamationToken, name }: ts.PropertyDeclaration, call: ts.CallExpression): readonly TextEdit[] {
  const { ts: typescript } = view;
  if (questionToken || exclamationToken) return [];
  if (!type) return [{ start: name.end, end: name.end, text: `: ReturnType<typeof ${call.expression.getText()}> | undefined` }];
  const members = typescript.isUnionTypeNode(type) ? type.types : [type];
  if (members.some(({ kind }) => kind === typescript.SyntaxKind.UndefinedKeyword || kind === typescript.SyntaxKind.AnyKeyword)) return [];
  return [{ start: type.end, end: type.end, text: ' | undefined' }];
}
