import type ts from 'typescript';
import type { FileStories, OwnedStory, OwnerStory } from '../../analysis/index.ts';
import { teardownMembers } from '../../analysis/ownership/teardown.ts';
import { enclosingFunction, hasBody, isAsync, isWithin, memberName } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import type { FieldRelease, FieldsSite, OwnedField } from '../../plans/fields-to-stack/site.ts';
import type { Reason } from '../../plans/reasons.ts';
import { fileTypes } from '../finally-to-stack/file-types.ts';
import { beginningOf, leavesEarly } from './beginnings.ts';
import { assignmentOf, ownField, rangeOf, type Beginning, type ClassAtHand } from './class-at-hand.ts';
import { collectionReleasedBy } from './collections.ts';
import { startLeavesSomething } from './leaves-something.ts';
import { changedElsewhere } from './other-places.ts';
import { releasesOfStop } from './stop-releases.ts';
import { unreleasedIn } from './unreleased.ts';
import { waitsBefore } from './waits-before.ts';

/** The classes of a file whose start begins several fields that their stop releases. */
export function fieldsSites(stories: FileStories): readonly FieldsSite[] {
  return stories.owners.flatMap((owner) => (owner.kind === 'class' ? siteOf(stories, owner) ?? [] : []));
}

/** A field with where it begins and ends. */
interface Begun {
  readonly name: string;
  readonly begins: ts.Node;
  /** Undefined for what a field collects: a loop of the stop releases it. */
  readonly ends: ts.Node | undefined;
  readonly isBorrowed: boolean;
  readonly instanceOf: ts.ClassLikeDeclaration | undefined;
}

function siteOf(stories: FileStories, { node, owned }: OwnerStory): FieldsSite | undefined {
  const { view, sourceFile } = stories;
  const owner = node as ts.ClassLikeDeclaration;
  const begun = owned.flatMap(begunOf);
  const start = methodWithMost(stories, owner, begun.map(({ begins }) => begins));
  const names = begun.map(({ name }) => name);
  const stop = methodWithMost(stories, owner, [...begun.flatMap(({ ends }) => ends ?? []), ...loopsOf(view, owner, names)]);
  if (!start || !stop || start === stop || begun.every(({ isBorrowed }) => isBorrowed)) return undefined;
  const mine: ClassAtHand = { view, owner, start, stop, names };
  const beginnings = begun.map(({ name, begins }) => beginningOf(mine, name, begins));
  if (begun.length < 2 && !mayLeave(stories, begun, beginnings, start)) return undefined;
  const fields = begun.some(({ instanceOf }) => instanceOf && startLeavesSomething(view, instanceOf)) ? 'start-leaves-something' : fieldsOf(stories, mine, beginnings);
  const last = owner.members.filter((member) => view.ts.isPropertyDeclaration(member) && names.includes(`this.${memberName(view.ts, member.name)}`)).at(-1);
  const after = [...start.body.statements].filter((statement) => !view.ts.isReturnStatement(statement)).at(-1);
  const before = firstOf(mine, beginnings);
  const isRefused = typeof fields === 'string' || !last || !after || !before;
  return {
    start: (owner.name ?? owner).getStart(sourceFile),
    text: sourceFile.text,
    fields: isRefused ? (typeof fields === 'string' ? fields : 'field-visible') : fields,
    unreleased: isRefused ? [] : unreleasedIn(mine, before),
    declaration: { after: rangeOf(last ?? owner), isPrivateName: last?.name?.kind === view.ts.SyntaxKind.PrivateIdentifier, isTyped: !/\.[cm]?jsx?$/.test(sourceFile.fileName) },
    starting: { before: rangeOf(before ?? owner), after: rangeOf(after ?? owner) },
    waitsBefore: isRefused ? undefined : waitsBefore(mine, fields),
  };
}

function begunOf({ name, borrowed, begins, ends, instanceOf }: OwnedStory): Begun[] {
  if (!name.startsWith('this.') || !begins || ends?.by !== 'call') return [];
  return [{ name, begins: begins.at, ends: ends.at === begins.at ? undefined : ends.at, isBorrowed: borrowed, instanceOf }];
}

/** The loops of the teardown that release what a field collects. */
function loopsOf(view: View, owner: ts.ClassLikeDeclaration, names: readonly string[]): readonly ts.Node[] {
  const statements = teardownMembers(view, owner).flatMap((member) => (hasBody(member) && view.ts.isBlock(member.body) ? member.body.statements : []));
  return statements.filter((statement) => collectionReleasedBy({ view, names }, statement) !== undefined);
}

/** Whether a failing start leaves one of the fields behind. */
function mayLeave({ failedStarts }: FileStories, begun: readonly Begun[], beginnings: readonly (Beginning | Reason)[], start: ClassAtHand['start']): boolean {
  const names = [...begun.map(({ name }) => name), ...beginnings.flatMap((one) => (typeof one === 'string' ? [] : (one.variable ?? [])))];
  const collecting = begun.flatMap(({ begins, ends }) => (ends ? [] : start.body.statements.filter((statement) => isWithin(begins, statement))));
  return failedStarts.some(({ name, at }) => (names.includes(name) && isWithin(at, start)) || collecting.some((statement) => isWithin(at, statement)));
}

function methodWithMost({ view }: FileStories, owner: ts.ClassLikeDeclaration, nodes: readonly ts.Node[]): ClassAtHand['start'] | undefined {
  const methods = nodes.map((node) => enclosingFunction(view.ts, node)).filter((scope): scope is ClassAtHand['start'] => view.ts.isMethodDeclaration(scope) && hasBody(scope) && scope.parent === owner);
  const countOf = (method: ts.Node): number => methods.filter((one) => one === method).length;
  return methods.sort((a, b) => countOf(b) - countOf(a))[0];
}

function fieldsOf(stories: FileStories, mine: ClassAtHand, beginnings: readonly (Beginning | Reason)[]): readonly OwnedField[] | Reason {
  const { view, start, stop, owner, names } = mine;
  if (!isAsync(view.ts, start) || !isAsync(view.ts, stop) || start.asteriskToken || stop.asteriskToken) return 'await-not-allowed';
  if (names.some((name) => !ownField(view, owner, name))) return 'field-visible';
  const refused = beginnings.find((one) => typeof one === 'string');
  if (refused) return refused;
  const begun = beginnings as readonly Beginning[];
  if (new Set(begun.map(({ statement }) => statement)).size < begun.length) return 'begun-together';
  const releases = releasesOfStop(mine, fileTypes(stories));
  if (typeof releases === 'string') return releases;
  const other = changedElsewhere(mine, begun) ?? leavesEarly(mine, firstOf(mine, begun));
  if (other) return other;
  const fields = names.map((name, index): OwnedField => fieldOf(name, begun[index]!, releases.get(name)!));
  return fields.flatMap((field) => whyNotByVariable(field) ?? [])[0] ?? fields.sort((a, b) => a.begun.start - b.begun.start);
}

/** The registration releases the variable, which the field may not have got yet: a check of the field, or a loop with more in it, says something else. */
function whyNotByVariable({ isVariable, release: { isPlain, isGuarded, loop } }: OwnedField): Reason | undefined {
  if (!isVariable || isPlain) return undefined;
  return loop ? 'comment-in-callback' : isGuarded ? 'release-not-in-block' : undefined;
}

function fieldOf(name: string, { statement, variable }: Beginning, release: FieldRelease): OwnedField {
  return { name: variable ?? name, isVariable: variable !== undefined, begun: rangeOf(statement), release };
}

/** The first statement of start that assigns or begins a field. */
function firstOf({ view, start, names }: ClassAtHand, begun: readonly (Beginning | Reason)[]): ts.Statement | undefined {
  const outer = begun.flatMap((one) => (typeof one === 'string' ? [] : one.outer));
  return start.body.statements.find((statement) => names.includes(assignmentOf(view, statement)?.field ?? '') || outer.includes(statement));
}
