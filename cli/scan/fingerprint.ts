import { createHash } from 'node:crypto';
import type ts from 'typescript';
import type { TypeScript } from '../../analysis/view.ts';
import type { Finding } from '../../rules/finding.ts';

/**
 * What a finding is known by when lines move: its rule and message, the names of the declarations around it and the code it
 * points at. No line, no path, and no words of the message.
 */
export function fingerprint(typescript: TypeScript, sourceFile: ts.SourceFile, ruleId: string, finding: Finding): string {
  const code = sourceFile.text.slice(finding.start, finding.end).replace(/\s+/g, '');
  const parts = [ruleId, finding.messageId, ...namesAround(typescript, sourceFile, finding.start), code];
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}

/** Tells equal fingerprints of one file apart by their order. */
export function numbered(): (print: string) => string {
  const seen = new Map<string, number>();
  return (print) => {
    const count = (seen.get(print) ?? 0) + 1;
    seen.set(print, count);
    return `${print}:${count}`;
  };
}

function namesAround(typescript: TypeScript, sourceFile: ts.SourceFile, at: number): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): true | undefined => {
    if (at < node.getStart(sourceFile) || at >= node.end) return undefined;
    const name = (node as Partial<ts.NamedDeclaration>).name;
    if (name) names.push(name.getText(sourceFile));
    typescript.forEachChild(node, visit);
    return true;
  };
  typescript.forEachChild(sourceFile, visit);
  return names;
}
