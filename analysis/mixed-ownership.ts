import type ts from 'typescript';
import { callsAnything } from './calls-anything.ts';
import { weaker, type Grade } from './grade.ts';
import { constructionSites } from './ownership/construction-sites.ts';
import { type FieldSource, sourcesOf } from './ownership/field-sources.ts';
import { isHandedOver } from './ownership/injected.ts';
import { releaseSitesOf } from './ownership/release-sites.ts';
import { lastsAsLongAsTheProcess } from './ownership/singletons.ts';
import { constructorOf, statedOfField, statedOfParameter } from './ownership/stated.ts';
import { subclassesOf } from './ownership/subclasses.ts';
import { releasesOfTeardown } from './ownership/teardown.ts';
import { fieldUsesOf } from './ownership/field-uses.ts';
import { releaseText } from './resources.ts';
import { below } from './nodes.ts';
import type { MixedOwnership } from './faults.ts';
import { memberName } from './syntax.ts';
import type { View } from './view.ts';

/** Fields that are sometimes created and sometimes handed in, and are released always or never (docs/clauses.md, rule 21). */
export function mixedOwnershipsOf(view: View, file: ts.SourceFile): readonly MixedOwnership[] {
  return below(view.ts, file, 'class').filter((owner) => mayMake(view, owner)).flatMap((owner) => [...sourcesOf(view, owner)].flatMap(([field, sources]) => mixedAt(view, owner, field, sources) ?? []));
}

/** The parameters of a function around a class may have defaults that make something. */
function mayMake(view: View, owner: ts.ClassLikeDeclaration): boolean {
  return callsAnything(view, owner) || !view.ts.isSourceFile(owner.parent);
}

function mixedAt(view: View, owner: ts.ClassLikeDeclaration, field: string, sources: readonly FieldSource[]): MixedOwnership | undefined {
  const made = sources.find((source): source is FieldSource & { kind: 'made' } => source.kind === 'made');
  const given = sources.filter((source): source is FieldSource & { kind: 'given' } => source.kind === 'given');
  if (!made || given.length === 0) return undefined;
  const ends = releaseSitesOf(view, owner, field);
  const release = ends.find((end) => end.how === 'always');
  const verdict = release ? alwaysReleased(view, owner, field, given) : ends.length === 0 ? neverReleased(view, owner, field, made) : undefined;
  if (!verdict) return undefined;
  return { at: made.at, name: `this.${field}`, made: made.node, given: given[0]!.node, releasedAt: release?.node, release: releaseText(made.fresh.contract, `this.${field}`), grade: weaker(made.fresh.grade, verdict) };
}

/** What was handed in is somebody else's, unless it is stated, or to be seen at every construction site, that the class takes it over. */
function alwaysReleased(view: View, owner: ts.ClassLikeDeclaration, field: string, given: readonly (FieldSource & { kind: 'given' })[]): Grade | undefined {
  if (statedOfField(view, owner, field) === 'owns' || given.every(({ parameter, property }) => statedOfParameter(view, parameter, property) === 'owns')) return undefined;
  const injected = given.filter(({ parameter }) => parameter.parent === constructorOf(view, owner));
  const sites = constructionSites(view, owner);
  const handed = injected.flatMap((source) => sites.flatMap((site) => argumentAt(view, site, source) ?? []));
  if (handed.length > 0 && handed.every((argument) => isHandedOver(view, argument))) return undefined;
  return sites.length > 0 && handed.length === 0 && injected.length === given.length ? 'likely' : 'certain';
}

/** What a construction site hands in: an argument, or a property of an object literal. */
function argumentAt(view: View, site: ts.NewExpression, { parameter, property }: FieldSource & { kind: 'given' }): ts.Expression | undefined {
  const { ts: typescript } = view;
  const argument = site.arguments?.[parameter.parent.parameters.indexOf(parameter)];
  if (property === undefined || !argument || !typescript.isObjectLiteralExpression(argument)) return argument;
  const found = argument.properties.find((one) => memberName(typescript, one.name) === property);
  return found && (typescript.isPropertyAssignment(found) ? found.initializer : typescript.isShorthandPropertyAssignment(found) ? found.name : undefined);
}

/** The one that the class made is live and nobody's. */
function neverReleased(view: View, owner: ts.ClassLikeDeclaration, field: string, { fresh }: FieldSource & { kind: 'made' }): Grade | undefined {
  const uses = fieldUsesOf(view, owner);
  const isStarted = uses.calls.some((one) => one.path === field && fresh.contract.start?.some((start) => start.method === one.method));
  if (fresh.begins === 'start' && !isStarted) return undefined;
  if (subclassesOf(view, owner).some((heir) => endsField(view, heir, field))) return undefined;
  return fresh.begins === 'lazy' || ['stream', 'process'].includes(fresh.contract.kind) || lastsAsLongAsTheProcess(view, owner) ? 'likely' : 'certain';
}

function endsField(view: View, heir: ts.ClassLikeDeclaration, field: string): boolean {
  const { fields, handedOn, everything } = releasesOfTeardown(view, heir);
  return everything || fields.has(field) || handedOn.has(field);
}

