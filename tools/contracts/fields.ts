import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A field of the contract format, as its declaration documents it. */
export interface Field {
  name: string;
  type: string;
  optional: boolean;
  comment: string;
}

const file = path.resolve(import.meta.dirname, '../../analysis/contracts/contract.ts');

/** The fields of each exported type of the contract format, read from its source, so that the page cannot lag behind. */
export function fieldsOfFormat(): ReadonlyMap<string, { comment: string; fields: Field[]; text: string }> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const declared = source.statements.filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node));
  return new Map(
    declared.map((node) => {
      const text = ts.isTypeAliasDeclaration(node) ? node.type.getText() : '';
      return [node.name.text, { comment: commentOf(node), fields: membersOf(ts.isInterfaceDeclaration(node) ? node : node.type).map(field), text }];
    }),
  );
}

function membersOf(node: ts.InterfaceDeclaration | ts.TypeNode): ts.PropertySignature[] {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) return node.members.filter(ts.isPropertySignature);
  if (ts.isIntersectionTypeNode(node) || ts.isUnionTypeNode(node)) return node.types.flatMap(membersOf);
  return ts.isParenthesizedTypeNode(node) ? membersOf(node.type) : [];
}

function field(member: ts.PropertySignature): Field {
  return { name: member.name.getText(), type: member.type?.getText() ?? '', optional: member.questionToken !== undefined, comment: commentOf(member) };
}

function commentOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}
