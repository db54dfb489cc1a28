import type ts from 'typescript';
import { allDescendants } from '../../analysis/syntax.ts';
import type { ClassStory } from '../../analysis/class-story.ts';
import type { View } from '../../analysis/view.ts';
import type { ClassFacts, ConstructionPlace, Move, StartFacts, StartHost, StartSite } from '../../plans/constructor-to-start/facts.ts';
import { planStart } from '../../plans/constructor-to-start/plan.ts';
import type { Reason } from '../../plans/reasons.ts';
import { siteBySite } from '../typed/site-by-site.ts';
import { constructionPlaces } from './construction-places.ts';
import { constructorOf } from './constructor-of.ts';
import { createMethodOf } from './create-method.ts';
import { heirsOf, isHeirOfSite } from './hierarchy.ts';
import { movesOf, unitsOf } from './moves.ts';
import { overridingHostOf, startHostOf } from './start-host.ts';
import { whyNotClass } from './why-not-class.ts';

/** Work that a class begins while it is constructed moves to its start(), which is awaited behind every construction of the program. */
export const constructorToStart = siteBySite<StartSite>({
  trigger: /\bclass\b/,
  affects: 'dependents',
  find: ({ view, classes }) => classes.filter(beginsWork).flatMap((owner) => siteOf(view, owner) ?? []),
  plan: planStart,
});

function beginsWork({ construction }: Pick<ClassStory, 'construction'>): boolean {
  return construction.some(({ grade }) => grade === 'certain');
}

/** Nothing for a class whose work moves with that of the class it extends. */
function siteOf(view: View, owner: ClassStory): StartSite | undefined {
  const works = owner.construction.filter(({ grade }) => grade === 'certain');
  const start = Math.min(...works.map(({ at }) => at.getStart()));
  const facts = factsOf(view, owner);
  if (facts === 'in-a-hierarchy' && isHeirOfSite(view, owner.node, (base) => typeof factsOf(view, base) !== 'string')) return undefined;
  return typeof facts === 'string' ? { start, doubt: facts } : { start, ...facts };
}

type Begun = Pick<ClassStory, 'node' | 'construction' | 'teardown' | 'service'>;

function factsOf(view: View, owner: Begun): StartFacts | Reason {
  const doubt = whyNotClass(view, owner.node);
  if (doubt) return doubt;
  const units = unitsOf(view, owner.node, owner.construction.filter(({ grade }) => grade === 'certain'));
  const moves = movesOf(view, owner.node, units);
  if (typeof moves === 'string') return moves;
  const host = startHostOf(view, owner, moves);
  if (typeof host === 'string') return host;
  const heirs = heirsOf(view, owner.node, units!);
  if (typeof heirs === 'string') return heirs;
  const places = constructionPlaces(view, [owner.node, ...heirs.map(({ node }) => node)], host.kind === 'existing' && moves.at(-1)?.kind !== 'start');
  if (typeof places === 'string') return places;
  const parts: Part[] = [{ node: owner.node, moves, host }];
  for (const heir of heirs) {
    const overriding = heir.moves.length > 0 ? overridingHostOf(view, heir.node, heir.moves) : ({ kind: 'unchanged' } as const);
    if (typeof overriding === 'string') return overriding;
    parts.push({ ...heir, host: overriding });
  }
  return withClasses(view, parts, places);
}

interface Part {
  readonly node: ts.ClassLikeDeclaration;
  readonly moves: readonly Move[];
  readonly host: StartHost;
}

function withClasses(view: View, parts: readonly Part[], places: ReadonlyMap<ts.ClassLikeDeclaration, readonly ConstructionPlace[]>): StartFacts | Reason {
  const classes: ClassFacts[] = [];
  for (const { node, moves, host } of parts) {
    const create = places.get(node)?.some(({ kind }) => kind === 'expression') ? createMethodOf(view, node) : undefined;
    if (typeof create === 'string') return create;
    const { fileName, text } = node.getSourceFile();
    const body = constructorOf(view, node)?.body;
    classes.push({ file: fileName, text, body: body && { start: body.getStart() + 1, end: body.end - 1 }, moves, host, create, semicolons: usesSemicolons(view, node) });
  }
  return { classes, places: [...places.values()].flat() };
}

/** Most statements of a class decide. */
function usesSemicolons({ ts: typescript }: View, owner: ts.Node): boolean {
  const { text } = owner.getSourceFile();
  const statements = allDescendants(typescript, owner).filter((node) => typescript.isExpressionStatement(node) || typescript.isVariableStatement(node) || typescript.isReturnStatement(node));
  return statements.filter(({ end }) => text[end - 1] === ';').length * 2 >= statements.length;
}
