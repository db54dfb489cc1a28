import { orderEdits, type TextEdit } from '../edit.ts';
import { contains, type Range } from '../syntax/node.ts';
import type { TextStyle } from '../text-style.ts';
import type { FileFacts, FinallySite } from './facts.ts';
import type { CleanupList } from './cleanup-list.ts';
import { contentOf, layoutOf, type Layout } from './layout.ts';
import type { PlanOptions } from './options.ts';
import type { MigratedSite } from './plan.ts';
import { renderRegistrations, type RenderedRegistrations } from './render-registrations.ts';
import type { ScopedPlan } from './registration.ts';
import { lineEdits, reindent, shiftLine, type Shift } from './reindent.ts';

/** The edits that turn every planned site into its scope, in the order of the text. */
export function render(planned: readonly MigratedSite[], facts: FileFacts, style: TextStyle, options: PlanOptions): TextEdit[] {
  const shifts = planned.flatMap((one) => shiftOf(one, facts, style));
  const edits = planned.flatMap((one) => siteEdits(one, facts, layoutOf(one.site, facts, style), shifts));
  const awaited = options.awaitReturns ? awaitReturns(planned) : [];
  return orderEdits([...edits, ...awaited, ...lineEdits(facts, shifts, edits)]);
}

/** Which lines move by how many indentation units: in for a kept `catch` under a new block, out for a block that goes away. */
function shiftOf(planned: MigratedSite, facts: FileFacts, style: TextStyle): Shift[] {
  const { site, level: { flat } } = planned;
  const { unit } = layoutOf(site, facts, style);
  const own = flat === (site.handler !== undefined) ? [] : [{ range: { start: site.statement.start, end: (site.handler ?? site.block).end }, unit, by: flat ? -1 as const : 1 as const }];
  const start = opensAt(planned);
  return start === site.statement.start ? own : [...own, { range: { start, end: site.statement.start }, unit, by: 1 }];
}

/** Where the scope of a site begins: a resource that a block of its own declares takes its declaration along. */
function opensAt({ site, level: { flat, scoped } }: MigratedSite): number {
  const declared = flat ? undefined : scoped?.registrations.find(({ how, acquisition }) => how === 'using' && !acquisition.assignment);
  return declared?.acquisition.declaration.start ?? site.statement.start;
}

function siteEdits(planned: MigratedSite, facts: FileFacts, layout: Layout, shifts: readonly Shift[]): TextEdit[] {
  const { site, level, registerAt } = planned;
  const outer = shifts.filter(({ range }) => contains(range, site.statement) && range.start < site.statement.start);
  const indent = shiftLine(layout.indent, outer);
  const { flat, scoped } = level;
  const inside = flat ? indent : indent + layout.unit;
  const rendered = scoped ? renderScoped(planned, scoped, layout, inside, facts, shifts) : undefined;
  const moved = flat ? outer : [...outer, { range: site.finalizer, unit: layout.unit, by: 1 } as const];
  const register = rendered?.head ?? registration(planned, reindent(site.finalizer, facts, moved), layout, facts);
  const opens = opensAt(planned);
  const open = flat ? '' : `{${layout.break(inside)}`;
  const head = register.map((line) => line + layout.break(inside)).join('');
  const early = register.map((line) => layout.break(inside) + line).join('');
  const body = site.handler ? { start: site.statement.start, end: site.handler.end } : contentOf(site.block, facts.text);
  const close = flat ? '' : layout.break(indent) + '}';
  return [
    ...planned.annotations,
    ...(rendered?.edits ?? []),
    ...(opens === site.statement.start ? [] : [{ start: opens, end: opens, text: open }]),
    ...(registerAt === undefined ? [] : [{ start: registerAt, end: registerAt, text: early }]),
    { start: site.statement.start, end: body.start, text: (opens === site.statement.start ? open : '') + (registerAt === undefined ? head : '') },
    { start: body.end, end: site.statement.end, text: close || lineEnd(body.end, site, facts, layout, indent) },
    ...(site.list ? listEdits(site.list, planned.stack, facts) : []),
  ];
}

/** One registration per resource, with the comments that stood beside the keywords in front. */
function renderScoped(planned: MigratedSite, scoped: ScopedPlan, layout: Layout, inside: string, facts: FileFacts, shifts: readonly Shift[]): RenderedRegistrations {
  const { head, edits } = renderRegistrations(planned, scoped, layout, inside, facts, shifts);
  const lines = [...commentsBesideKeywords(planned.site, facts), ...head];
  const last = lines.at(-1);
  if (layout.semicolons || !goesOn(planned, facts)) return { head: lines, edits };
  return { head: last?.endsWith(')') ? [...lines.slice(0, -1), `${last};`] : [...lines, ...(head.length === 0 ? [';'] : [])], edits };
}

function commentsBesideKeywords({ handler, statement, block, finalizer }: FinallySite, facts: FileFacts): string[] {
  return [...(handler ? [] : commentsIn({ start: statement.start, end: block.start }, facts)), ...commentsIn({ start: (handler ?? block).end, end: finalizer.start }, facts)];
}

/** The array goes away and its pushes become registrations. */
function listEdits({ declaration, pushes }: CleanupList, stack: string, { text }: FileFacts): TextEdit[] {
  const end = declaration.end + (/^\s*/.exec(text.slice(declaration.end))?.[0].length ?? 0);
  return [{ start: declaration.start, end, text: '' }, ...pushes.map((push) => ({ ...push, text: `${stack}.defer` }))];
}

/** The lines that construct the stack and register the release, with the comments that stood beside the keywords. */
function registration(planned: MigratedSite, release: string, layout: Layout, facts: FileFacts): string[] {
  const { site, stack, joins } = planned;
  const semicolon = layout.semicolons ? ';' : '';
  const construct = site.does.awaits ? `await using ${stack} = new AsyncDisposableStack()` : `using ${stack} = new DisposableStack()`;
  const defer = `${stack}.defer(${site.does.awaits ? 'async ' : ''}() => ${release})`;
  const tail = { start: (site.handler ?? site.block).end, end: site.list ? site.finalizer.end : site.finalizer.start };
  const lines = [
    ...(site.handler ? [] : commentsIn({ start: site.statement.start, end: site.block.start }, facts)),
    ...(joins ? [] : [construct + semicolon]),
    ...commentsIn(tail, facts),
    ...(site.list ? [] : [defer + semicolon]),
  ];
  return semicolon || !goesOn(planned, facts) ? lines : lines.map((line, index) => (index === lines.length - 1 && line.endsWith(')') ? `${line};` : line));
}

function commentsIn(gap: Range, { comments, text }: FileFacts): string[] {
  return comments.filter((comment) => contains(gap, comment)).map(({ start, end }) => text.slice(start, end));
}

/** Without semicolons a call followed by one of these on the next line would go on. */
function goesOn({ site, registerAt }: MigratedSite, { text }: FileFacts): boolean {
  const next = registerAt === undefined ? (site.handler ? undefined : site.firstStatement) : registerAt + (/\S/.exec(text.slice(registerAt))?.index ?? 0);
  return next !== undefined && /[([`+\-*/]/.test(text.charAt(next));
}

/** A flattened body that ends in a line comment must not swallow what follows the statement on its line. */
function lineEnd(bodyEnd: number, site: FinallySite, { comments, text }: FileFacts, layout: Layout, indent: string): string {
  const commented = comments.some((comment) => comment.kind === 'line' && comment.end === bodyEnd);
  return commented && !/^[ \t]*\r?\n/.test(text.slice(site.statement.end)) ? layout.break(indent) : '';
}

function awaitReturns(planned: readonly MigratedSite[]): TextEdit[] {
  const starts = planned.filter(({ site }) => site.place === 'async').flatMap(({ site }) => site.returned.map(({ start }) => start));
  return [...new Set(starts)].map((start) => ({ start, end: start, text: 'await ' }));
}
