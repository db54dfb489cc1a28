import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../../analysis/view.ts';
import { identifiersNamed, referencesIn } from '../../analysis/ownership/references.ts';
import { fixturePath, programOf } from '../program.ts';

const code = `
import { turn as begin, turns } from './turns.ts';
const text = 'turn'; // turn
class Turn { #turn = turn /* turn */; turn = \`\${turns} turn\`; }
function turn(turned: number) { const turns = turned; return turns /turn/ turns; }
const overturn = turn;
export { turn as default, begin, overturn };
`;

function parsed(source: string) {
  const program = programOf({ 'case.ts': source });
  return { view: viewOf(ts, program), file: program.getSourceFile(fixturePath('case.ts'))! };
}

function walked(file: ts.SourceFile): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const places = (nodes: readonly ts.Identifier[]) => nodes.map(({ pos, end }) => [pos, end]);

describe('identifiers of a name', () => {
  test.each([['as they are written', code], ['where one is written with an escape', `${code}t\\u0075rn();`]])('are those of a walk, %s', (_how, source) => {
    const { view, file } = parsed(source);
    const all = walked(file);
    const names = [...new Set(all.map(({ text }) => text)), 'tur', 'no such name'];
    for (const name of names) expect(places(identifiersNamed(view, file, name)), name).toEqual(places(all.filter(({ text }) => text === name)));
    expect(identifiersNamed(view, file, 'turn').length).toBeGreaterThan(4);
  });

  test('that mean a symbol are looked for in the scope alone', () => {
    const { view, file } = parsed('export function run(): void { const a = 1; { console.log(a); } console.log(a); }\nexport const a = 2;');
    const body = (file.statements[0] as ts.FunctionDeclaration).body!;
    const symbol = view.types.symbolOf((body.statements[0] as ts.VariableStatement).declarationList.declarations[0]!.name)!;
    const starts = (scope: ts.Node) => referencesIn(view, symbol, scope).map((node) => node.getStart());
    expect([starts(file), starts(body.statements[1]!)]).toEqual([[57, 75], [57]]);
  });
});
