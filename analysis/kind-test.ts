import type ts from 'typescript';
import type { TypeScript } from './view.ts';

/** A question that is asked of very many nodes, answered by their kind alone: kinds have other numbers in other versions, so one table is made for each `typescript`. */
export function kindTest(kinds: (typescript: TypeScript) => readonly ts.SyntaxKind[]): (typescript: TypeScript, node: ts.Node) => boolean {
  let known: TypeScript['SyntaxKind'] | undefined;
  let table: Uint8Array = new Uint8Array();
  return (typescript, node) => {
    if (typescript.SyntaxKind !== known) {
      table = new Uint8Array(typescript.SyntaxKind.Count);
      for (const kind of kinds(typescript)) table[kind] = 1;
      known = typescript.SyntaxKind;
    }
    return table[node.kind] === 1;
  };
}
