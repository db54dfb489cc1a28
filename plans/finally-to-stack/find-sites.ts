import { childOf, childrenOf, contains, isNode, rangeOf, textOf, type Node, type ParsedFile, type Range } from '../syntax/node.ts';
import { isCall, isMember, propertyName } from '../syntax/expression.ts';
import { boundNames, declaredNames, namesWithin, nameUses, type NameUse } from '../syntax/names.ts';
import { usesSemicolons } from '../syntax/semicolons.ts';
import { isFunction, walk, walkOwn } from '../syntax/walk.ts';
import { acquisitionOf } from './acquisition.ts';
import { cleanupList } from './cleanup-list.ts';
import { evolvingVariables, type EvolvingVariable } from './evolving-variables.ts';
import type { FileFacts, FinallySite, Place, Surroundings } from './facts.ts';
import { releaseSteps } from './release-steps.ts';
import { holdsOwn, whatFinalizerDoes, type FinalizerFacts } from './what-finalizer-does.ts';

/** Reads a parsed file: every `try` whose `finally` releases something, outermost first, with the facts the planner decides on. */
export function findSites(file: ParsedFile): FileFacts {
  const names = nameUses(file.program);
  const evolving = file.language === 'ts' ? evolvingVariables(file.program) : [];
  const fixedText: Range[] = [];
  const sites: FinallySite[] = [];
  walk(file.program, (node, ancestors) => {
    if (isFixedText(node, file.text)) fixedText.push(rangeOf(node));
    if (node.type !== 'TryStatement') return;
    const site = siteOf(node, ancestors, file, names, evolving);
    if (site) sites.push(site);
  });
  return { ...file, names, fixedText, semicolons: usesSemicolons(file.program, file.text), sites: sites.filter((site) => !isInsideFinalizer(site, sites)) };
}

const literals: ReadonlySet<string> = new Set(['TemplateElement', 'StringLiteral', 'Literal', 'DirectiveLiteral']);

function isFixedText(node: Node, text: string): boolean {
  return literals.has(node.type) && textOf(node, text).includes('\n');
}

/** A `try` inside a `finally` moves with that block, whatever becomes of it. */
function isInsideFinalizer(site: FinallySite, sites: readonly FinallySite[]): boolean {
  return sites.some((other) => other !== site && other.finalizer.start < site.statement.start && site.statement.end < other.finalizer.end);
}

const registrations: ReadonlySet<string> = new Set(['defer', 'adopt']);

/** What is registered on a stack is a release already, however it is written: migrating it again would nest scopes without end. */
function isStackCallback(ancestors: readonly Node[]): boolean {
  const at = ancestors.findLastIndex(isFunction);
  const call = ancestors[at - 1];
  const callee = call && isCall(call) ? childOf(call, 'callee') : undefined;
  return callee !== undefined && isMember(callee) && registrations.has(propertyName(callee) ?? '');
}

function siteOf(node: Node, ancestors: readonly Node[], file: ParsedFile, names: readonly NameUse[], evolving: readonly EvolvingVariable[]): FinallySite | undefined {
  const block = childOf(node, 'block');
  const finalizer = childOf(node, 'finalizer');
  const handler = childOf(node, 'handler');
  if (!block || !finalizer || isStackCallback(ancestors)) return undefined;
  const list = cleanupList(node, ancestors.at(-1), file, names);
  const does: FinalizerFacts = list ? { releases: true, awaits: list.awaits, reason: undefined } : whatFinalizerDoes(finalizer);
  if (!does.releases) return undefined;
  const statements = childrenOf(block, 'body');
  const mentioned = list ? new Set<string>() : namesWithin(names, rangeOf(finalizer));
  const parts = [block, ...(handler ? [handler] : [])];
  const steps = list ? undefined : releaseSteps(finalizer);
  const around = ancestors.at(-1);
  const first = statements[0] ?? childrenOf(block, 'directives')[0];
  return {
    statement: rangeOf(node), block: rangeOf(block), handler: handler && rangeOf(handler), finalizer: rangeOf(finalizer),
    place: placeOf(ancestors), does, list, mentioned,
    yieldsInTry: parts.some((part) => holdsOwn(part, (inner) => inner.type === 'YieldExpression')),
    returned: parts.flatMap(returnedValues),
    declared: declaredNames(statements),
    evolving: evolving.filter(({ name, scope }) => mentioned.has(name) && contains(scope, rangeOf(node))),
    steps,
    acquisitions: around ? [...new Set(steps?.map(({ variable }) => variable))].flatMap((variable) => acquisitionOf(variable, { statement: node, block, finalizer, around, names }) ?? []) : [],
    firstStatement: first && rangeOf(first).start,
    around: surroundings(node, ancestors),
  };
}

const mayBePromise: ReadonlySet<string> = new Set(['CallExpression', 'OptionalCallExpression', 'NewExpression', 'Identifier', 'MemberExpression', 'OptionalMemberExpression', 'ChainExpression']);

function returnedValues(part: Node): Range[] {
  const values: Range[] = [];
  walkOwn(part, (node) => {
    const value = node.type === 'ReturnStatement' ? childOf(node, 'argument') : undefined;
    if (value && mayBePromise.has(value.type)) values.push(rangeOf(value));
  });
  return values;
}

function placeOf(ancestors: readonly Node[]): Place {
  const owner = ancestors.findLast((node) => isFunction(node) || node.type === 'StaticBlock' || node.type === 'ClassProperty' || node.type === 'PropertyDefinition');
  if (owner?.type === 'StaticBlock') return 'static-block';
  if (owner) return owner['async'] === true ? 'async' : 'sync';
  const program = ancestors.find((node) => node.type === 'Program');
  return program && childrenOf(program, 'body').some((statement) => /^(?:Import|Export)/.test(statement.type)) ? 'module' : 'script';
}

function surroundings(node: Node, ancestors: readonly Node[]): Surroundings | undefined {
  const block = ancestors.at(-1);
  if (!block || (block.type !== 'BlockStatement' && block.type !== 'Program')) return undefined;
  const statements = childrenOf(block, 'body');
  const at = statements.indexOf(node);
  const owner = ancestors.at(-2);
  const sharesNames = owner !== undefined && (isFunction(owner) || owner.type === 'CatchClause');
  return {
    scope: rangeOf(sharesNames ? owner : block),
    kind: block.type === 'Program' ? 'file' : 'block',
    last: at === statements.length - 1,
    before: statements.slice(0, at).map((statement) => ({ range: rangeOf(statement), constants: constantsOf(statement) })),
  };
}

function constantsOf(statement: Node): string[] {
  if (statement.type !== 'VariableDeclaration' || statement['kind'] !== 'const') return [];
  return childrenOf(statement, 'declarations').flatMap((declared) => (isNode(declared['id']) ? boundNames(declared['id']) : []));
}
