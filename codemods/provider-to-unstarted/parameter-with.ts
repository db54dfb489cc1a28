import type ts from 'typescript';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { isWithin } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { SiteEdit } from '../../plans/edit.ts';
import type { Need } from './needs-of.ts';
import type { FoundStart } from './start-facts.ts';

export interface Parameter {
  /** What makes the provider ask for one more name, and no longer for those that only that name needed. */
  readonly edits: readonly SiteEdit[];
  /** The parameter of a provider that asks for some of the needs only. */
  readonly of: (needs: readonly Need[]) => string;
}

/** How the first parameter of a provider asks for one more name; nothing where it has none, or is used in a way that cannot tell. */
export function parameterWith(view: View, { maker, container }: FoundStart, { key, name }: { readonly key: string; readonly name: ts.Identifier }, idle: readonly Need[]): Parameter | undefined {
  const { ts: typescript } = view;
  const [parameter] = maker.parameters;
  const file = maker.getSourceFile();
  if (!parameter) {
    const open = file.text.indexOf('()', maker.getStart());
    const type = container.made.typeArguments?.[0];
    const own = file === type?.getSourceFile() ? `: ${type.getText()}` : '';
    return open === -1 ? undefined : { edits: [{ file: file.fileName, start: open + 1, end: open + 1, text: `{ ${key === name.text ? key : `${key}: ${name.text}`} }${own}` }], of: () => '' };
  }
  const annotation = parameter.type ? `: ${parameter.type.getText()}` : '';
  if (typescript.isObjectBindingPattern(parameter.name)) return ofPattern(parameter.name, annotation, key === name.text ? key : `${key}: ${name.text}`, idle);
  const cradle = parameter.name.getText();
  const symbol = view.types.symbolOf(name);
  const uses = symbol ? referencesIn(view, symbol, maker).filter((use) => !isStatementOf(view, use, name)) : [];
  if (uses.some(({ parent }) => typescript.isShorthandPropertyAssignment(parent))) return undefined;
  return {
    edits: uses.map((use) => ({ file: file.fileName, start: use.getStart(), end: use.end, text: `${cradle}.${key}` })),
    of: (needs) => (needs.length === 0 ? '' : cradle + annotation),
  };
}

function ofPattern(pattern: ts.ObjectBindingPattern, annotation: string, added: string, idle: readonly Need[]): Parameter | undefined {
  const elements = [...pattern.elements];
  const file = pattern.getSourceFile().fileName;
  const gone = elements.filter((element) => idle.some(({ key }) => key === (element.propertyName ?? element.name).getText()));
  const [first, ...others] = gone;
  const last = elements.at(-1);
  const place = first ? { start: first.getStart(), end: first.end, text: added } : last && { start: last.end, end: last.end, text: `, ${added}` };
  if (!place || others.length > 0) return undefined;
  return {
    edits: [{ ...place, file }],
    of: (needs) => {
      const kept = elements.filter((element) => needs.some(({ key }) => key === (element.propertyName ?? element.name).getText()));
      return kept.length === 0 ? '' : `{ ${kept.map((element) => element.getText()).join(', ')} }${annotation}`;
    },
  };
}

/** Whether a use is the start that leaves. */
function isStatementOf({ ts: typescript }: View, use: ts.Node, name: ts.Identifier): boolean {
  let statement: ts.Node = use;
  while (!typescript.isStatement(statement)) statement = statement.parent;
  return typescript.isExpressionStatement(statement) && statement.getText().includes(`${name.text}.`) && isWithin(use, statement) && typescript.isPropertyAccessExpression(use.parent);
}
