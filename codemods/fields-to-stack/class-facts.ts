import type ts from 'typescript';
import type { FileStories, OwnerStory } from '../../analysis/index.ts';
import { enclosingFunction, hasBody, hasModifier, isAsync, isWithin, memberName } from '../../analysis/syntax.ts';
import type { FieldsSite, OwnedField } from '../../plans/fields-to-stack/site.ts';
import type { Reason } from '../../plans/reasons.ts';
import type { Range } from '../../plans/syntax/node.ts';
import { fileTypes } from '../finally-to-stack/file-types.ts';
import { beginningOf, leavesEarly } from './beginnings.ts';
import { startLeavesSomething } from './leaves-something.ts';
import { changedElsewhere } from './other-places.ts';
import { releasesOfStop, type ClassAtHand } from './stop-releases.ts';

/** The classes of a file whose start begins several fields that their stop releases. */
export function fieldsSites(stories: FileStories): readonly FieldsSite[] {
  return stories.owners.flatMap((owner) => (owner.kind === 'class' ? siteOf(stories, owner) ?? [] : []));
}

/** A field with where it begins and ends. */
interface Begun {
  readonly name: string;
  readonly begins: ts.Node;
  readonly ends: ts.Node;
  readonly instanceOf: ts.ClassLikeDeclaration | undefined;
}

function siteOf(stories: FileStories, { node, owned }: OwnerStory): FieldsSite | undefined {
  const { view, sourceFile } = stories;
  const owner = node as ts.ClassLikeDeclaration;
  const begun = owned.flatMap(({ name, borrowed, begins, ends, instanceOf }): Begun[] => (name.startsWith('this.') && !borrowed && begins && ends?.by === 'call' ? [{ name, begins: begins.at, ends: ends.at, instanceOf }] : []));
  const start = methodWithMost(stories, owner, begun.map(({ begins }) => begins));
  const stop = methodWithMost(stories, owner, begun.map(({ ends }) => ends));
  if (!start || !stop || start === stop || (begun.length < 2 && !mayLeave(stories, begun, start))) return undefined;
  const mine: ClassAtHand = { view, owner, start, stop, names: begun.map(({ name }) => name) };
  const statements = begun.map(({ begins }) => beginningOf(mine, begins));
  const fields = begun.some(({ instanceOf }) => instanceOf && startLeavesSomething(view, instanceOf)) ? 'start-leaves-something' : fieldsOf(stories, mine, statements);
  const properties = owner.members.filter((member) => view.ts.isPropertyDeclaration(member) && mine.names.includes(`this.${memberName(view.ts, member.name)}`));
  const last = properties.at(-1);
  const after = [...start.body.statements].filter((statement) => !view.ts.isReturnStatement(statement)).at(-1);
  const before = firstOf(mine, statements);
  const isRefused = typeof fields === 'string' || !last || !after || !before;
  const anywhere = rangeOf(owner, sourceFile);
  return {
    start: (owner.name ?? owner).getStart(sourceFile),
    text: sourceFile.text,
    fields: isRefused ? (typeof fields === 'string' ? fields : 'field-visible') : fields,
    declaration: { after: last ? rangeOf(last, sourceFile) : anywhere, isPrivateName: last?.name?.kind === view.ts.SyntaxKind.PrivateIdentifier, isTyped: !/\.[cm]?jsx?$/.test(sourceFile.fileName) },
    starting: { before: before ? rangeOf(before, sourceFile) : anywhere, after: after ? rangeOf(after, sourceFile) : anywhere },
  };
}

/** Whether a failing start leaves one of the fields behind. */
function mayLeave({ failedStarts }: FileStories, begun: readonly Begun[], start: ts.Node): boolean {
  return failedStarts.some((fault) => begun.some(({ name }) => name === fault.name) && isWithin(fault.at, start));
}

function methodWithMost({ view }: FileStories, owner: ts.ClassLikeDeclaration, nodes: readonly ts.Node[]): ClassAtHand['start'] | undefined {
  const methods = nodes.map((node) => enclosingFunction(view.ts, node)).filter((scope): scope is ClassAtHand['start'] => view.ts.isMethodDeclaration(scope) && hasBody(scope) && scope.parent === owner);
  const countOf = (method: ts.Node): number => methods.filter((one) => one === method).length;
  return methods.sort((a, b) => countOf(b) - countOf(a))[0];
}

function fieldsOf(stories: FileStories, mine: ClassAtHand, statements: readonly (ts.Statement | Reason)[]): readonly OwnedField[] | Reason {
  const { view, start, stop, owner, names } = mine;
  if (!isAsync(view.ts, start) || !isAsync(view.ts, stop) || start.asteriskToken || stop.asteriskToken) return 'await-not-allowed';
  if (names.some((name) => !isOwn(mine, name))) return 'field-visible';
  const refused = statements.find((statement): statement is Reason => typeof statement === 'string');
  if (refused) return refused;
  const begun = statements as readonly ts.Statement[];
  if (new Set(begun).size < begun.length) return 'begun-together';
  const releases = releasesOfStop(mine, fileTypes(stories));
  if (typeof releases === 'string') return releases;
  const other = changedElsewhere(mine, begun) ?? leavesEarly(mine, firstOf(mine, begun));
  if (other) return other;
  const fields = names.map((name, index) => ({ name, begun: rangeOf(begun[index]!, owner.getSourceFile()), release: releases.get(name)! }));
  return fields.sort((a, b) => a.begun.start - b.begun.start);
}

/** The first statement of start that assigns or begins a field. */
function firstOf({ view, start, names }: ClassAtHand, begun: readonly (ts.Statement | Reason)[]): ts.Statement | undefined {
  return start.body.statements.find((statement) => {
    const assigned = view.ts.isExpressionStatement(statement) && view.ts.isBinaryExpression(statement.expression) ? statement.expression.left.getText() : '';
    return names.includes(assigned) || begun.includes(statement);
  });
}

/** Declared in the class, and nobody else can assign it. */
function isOwn({ view, owner }: ClassAtHand, name: string): boolean {
  const { SyntaxKind } = view.ts;
  const field = owner.members.find((member) => view.ts.isPropertyDeclaration(member) && `this.${memberName(view.ts, member.name)}` === name);
  return field !== undefined && (field.name?.kind === SyntaxKind.PrivateIdentifier || hasModifier(view.ts, field, SyntaxKind.PrivateKeyword) || hasModifier(view.ts, field, SyntaxKind.ReadonlyKeyword));
}

function rangeOf(node: ts.Node, sourceFile: ts.SourceFile): Range {
  return { start: node.getStart(sourceFile), end: node.end };
}
