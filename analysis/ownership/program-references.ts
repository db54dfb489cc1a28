import type ts from 'typescript';
import { below, type Shapes } from '../nodes.ts';
import { perView } from '../per-view.ts';
import { outermost } from '../syntax.ts';
import type { View } from '../view.ts';
import { identifiersNamed } from './references.ts';

type Name = ts.Identifier | ts.PrivateIdentifier;

/** The places of a program that may mean a symbol, by whatever name. */
interface ProgramReferences {
  /** Those that mean it, imports and exports among them; its declarations are left out. */
  readonly meaning: readonly Name[];
  /** Names of other things that it may have been given under: a variable of a destructured module, for one. */
  readonly others: readonly Name[];
}

/** Everything in the program that means a symbol: names that imports and exports give anew, and members of namespaces, included. */
export function programReferences(view: View, symbol: ts.Symbol): ProgramReferences {
  return view.remember('programReferences', symbol, () => {
    const declared = new Set<ts.Node | undefined>((symbol.declarations ?? []).map((declaration) => (declaration as ts.NamedDeclaration).name));
    const names = namesOf(view, symbol);
    const found = ownFiles(view).flatMap((file) => [...names].flatMap((name) => (mayMention(file, name) ? identifiersNamed(view, file, name) : []))).filter((node) => !declared.has(node));
    const meaning = found.filter((node) => isSame(meantBy(view, node), symbol));
    return { meaning, others: found.filter((node) => !meaning.includes(node)) };
  });
}

/** A member of an instantiated type, or of several types at once, is another symbol of the same declaration. */
function isSame(symbol: ts.Symbol | undefined, asked: ts.Symbol): boolean {
  return symbol === asked || (symbol?.declarations ?? []).some((declaration) => asked.declarations?.includes(declaration));
}

/** The expression that a name stands in for what it means: `Service`, or `services.Service`. */
export function expressionOf({ ts: typescript }: View, name: Name): ts.Expression {
  return typescript.isPropertyAccessExpression(name.parent) && name.parent.name === name ? name.parent : (name as ts.Expression);
}

/** Every `new` of a class, by whatever name. */
export function constructionsOf(view: View, owner: ts.ClassLikeDeclaration): readonly ts.NewExpression[] {
  const symbol = owner.name && view.types.symbolOf(owner.name);
  return symbol ? programReferences(view, symbol).meaning.flatMap((name) => constructionBy(view, name) ?? []) : [];
}

/** The `new` that a name constructs something with. */
export function constructionBy(view: View, name: Name): ts.NewExpression | undefined {
  const expression = outermost(view.ts, expressionOf(view, name));
  return view.ts.isNewExpression(expression.parent) && expression.parent.expression === expression ? expression.parent : undefined;
}

function meantBy({ ts: typescript, types }: View, node: Name): ts.Symbol | undefined {
  return typescript.isShorthandPropertyAssignment(node.parent) ? types.shorthandValueOf(node.parent) : types.symbolOf(node);
}

/** The files of a program that are neither declarations nor of a package. */
export function ownFiles({ program }: View): readonly ts.SourceFile[] {
  return program.getSourceFiles().filter((file) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file));
}

/** Whether a name can be in the text of a file, an escape in it counting as any name. */
function mayMention({ text }: ts.SourceFile, name: string): boolean {
  return text.includes(name) || text.includes('\\u');
}

/** Every name that a symbol may have somewhere: what gives it another one says so. */
function namesOf(view: View, symbol: ts.Symbol): ReadonlySet<string> {
  const own = (symbol.declarations ?? []).flatMap((declaration) => (declaration as ts.NamedDeclaration).name?.getText() ?? []);
  const names = new Set([symbol.name, ...own]);
  for (const name of names) for (const given of renamingsOf(view).get(name) ?? []) names.add(given);
  return names;
}

interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** The names that imports, exports and patterns of the program give anew, by the name before. */
const renamingsOf = perView((view): ReadonlyMap<string, ReadonlySet<string>> => {
  const given = new Map<string, Set<string>>();
  for (const { from, to } of ownFiles(view).flatMap((file) => renamingsIn(view, file))) given.set(from, (given.get(from) ?? new Set()).add(to));
  return given;
});

const renamings = new WeakMap<ts.SourceFile, readonly Renaming[]>();

/** A syntactic fact: it lives as long as the source file. */
function renamingsIn(view: View, file: ts.SourceFile): readonly Renaming[] {
  let found = renamings.get(file);
  if (!found) renamings.set(file, (found = below(view.ts, file, 'naming', 'binding', 'exportAssignment').flatMap((node) => renamingBy(view, node) ?? [])));
  return found;
}

function renamingBy({ ts: typescript }: View, node: Shapes['naming' | 'binding' | 'exportAssignment']): Renaming | undefined {
  if (typescript.isImportSpecifier(node) || typescript.isExportSpecifier(node) || typescript.isBindingElement(node)) {
    return node.propertyName && typescript.isIdentifier(node.name) ? { from: node.propertyName.getText(), to: node.name.text } : undefined;
  }
  if (typescript.isImportClause(node)) return node.name && { from: 'default', to: node.name.text };
  if (typescript.isExportAssignment(node)) return typescript.isIdentifier(node.expression) ? { from: node.expression.text, to: 'default' } : undefined;
  return typescript.isImportEqualsDeclaration(node) ? { from: node.moduleReference.getText().split('.').at(-1)!, to: node.name.text } : undefined;
}
