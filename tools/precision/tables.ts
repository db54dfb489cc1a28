import type { FirstReading, Label, Measured, Repositories, Unseen, UnseenSet, Verdict } from './data.ts';

/** The share of unknown types above which the counts of a repository do not stand. */
const mostUnknown = 0.05;

export function stands({ imports, unresolvedImports, receivers, anyReceivers }: Measured): boolean {
  return unresolvedImports <= imports * mostUnknown && anyReceivers <= receivers * mostUnknown;
}

/** All tables of docs/precision.md. */
export function tables({ measured, notMeasured, firstReading }: Repositories, labels: readonly Label[]): string {
  return [
    '### Repositories', repositoryTable(measured), totals(measured),
    '### Rules, noise set', ...rulesOf(labelsOf(labels, measured, 'noise')),
    '### Rules, development set', ...rulesOf(labelsOf(labels, measured, 'development')),
    '### Noise set, first reading', firstTable(firstReading),
    '### Second reader', agreement(labels),
    '### False and unsure', falseTable(labels),
    ...(notMeasured.length === 0 ? [] : ['### Not measured', table(['repository', 'set', 'why'], notMeasured.map((one) => [one.repository, one.set, one.why]))]),
  ].join('\n\n');
}

/** What the page calls a set that nobody had looked at. */
export const nameOf: Record<UnseenSet, string> = { unseen: 'unseen set', 'unseen-2': 'second unseen set' };

/** The tables of a set that nobody had looked at: its first reading, and what is left of it once it was scanned again. */
export function unseenTables({ set, measured, first, labels }: Unseen): string {
  const title = `### ${nameOf[set].replace(/^./, (initial) => initial.toUpperCase())}`;
  const reading = (name: string, of: readonly Label[]) => [`${title}, ${name}`, readingTable(measured, of), ruleTable(of)];
  const again = labels !== first;
  return [
    `${title}, repositories`, repositoryTable(measured),
    ...reading('first reading', first),
    ...(again ? reading('after mending', labels) : []),
    `${title}, false and unsure${again ? ' after mending' : ''}`, falseTable(labels),
    ...(labels.some((label) => label.second !== undefined) ? [`${title}, two readers`, agreement(labels)] : []),
  ].join('\n\n');
}

/** Reports and how many of them are true, of the repositories whose counts stand. */
function readingTable(measured: readonly Measured[], labels: readonly Label[]): string {
  const row = (name: string, of: readonly Measured[]) => {
    const lines = sum(of.map((one) => one.productionLines));
    const told = labels.filter((label) => of.some((one) => one.repository === label.repository));
    return [name, number(lines), told.length, perLines(told.length, lines), count(told, 'true'), percent(count(told, 'true'), told.length)];
  };
  return table(['repository', 'production lines', 'reports', 'per 5,000 lines', 'true', 'share true'], [...measured.map((one) => row(one.repository, [one])), row('all', measured)]);
}

function labelsOf(labels: readonly Label[], measured: readonly Measured[], set: Measured['set']): readonly Label[] {
  const names = new Set(measured.filter((one) => one.set === set).map((one) => one.repository));
  return labels.filter((label) => names.has(label.repository));
}

function repositoryTable(measured: readonly Measured[]): string {
  const head = ['repository', 'set', 'commit', 'scanned', 'production lines', 'reports', 'per 5,000 lines', 'rule 11', 'imports unresolved', '`any` receivers'];
  return table(head, measured.map((one) => [
    one.repository + (stands(one) ? '' : ' ¹'), one.set, one.commit.slice(0, 10), one.paths.length === 0 ? 'all' : one.paths.map((path) => `\`${path}\``).join(' '),
    number(one.productionLines), one.reports, perLines(one.reports, one.productionLines), one.advice, percent(one.unresolvedImports, one.imports), percent(one.anyReceivers, one.receivers),
  ]));
}

/** The budget of the noise set, over the repositories whose counts stand. */
function totals(measured: readonly Measured[]): string {
  const noise = measured.filter((one) => one.set === 'noise' && stands(one));
  const lines = sum(noise.map((one) => one.productionLines));
  const reports = sum(noise.map((one) => one.reports));
  return `¹ More than 5 % of the imports do not resolve, or of the receivers are \`any\`: its counts do not stand and are left out here.\nNoise set, ${noise.length} repositories that stand: ${number(reports)} reports in ${number(lines)} lines of production code, ${perLines(reports, lines)} per 5,000 lines.`;
}

function ruleTable(labels: readonly Label[]): string {
  const rules = [...new Set(labels.map((label) => label.rule))].sort();
  const row = (name: string, of: readonly Label[]) => [name, count(of, 'true'), count(of, 'false'), count(of, 'unsure'), percent(count(of, 'true'), of.length)];
  return table(['rule', 'true', 'false', 'unsure', 'share true'], [...rules.map((rule) => row(rule, labels.filter((label) => label.rule === rule))), row('all', labels)]);
}

function rulesOf(labels: readonly Label[]): readonly string[] {
  const second = labels.flatMap((label) => label.second ?? []);
  const share = second.filter((verdict) => verdict === 'true').length;
  return [ruleTable(labels), ...(second.length > 0 ? [`By the second reader's labels alone ${share} of ${second.length} are true, ${percent(share, second.length)}.`] : [])];
}

function firstTable(first: readonly FirstReading[]): string {
  const row = (name: string, of: readonly FirstReading[]) => [name, sum(of.map((one) => one.reports)), sum(of.map((one) => one.true)), percent(sum(of.map((one) => one.true)), sum(of.map((one) => one.reports)))];
  return table(['repository', 'reports', 'true', 'share true'], [...first.map((one) => row(one.repository, [one])), row('all', first)]);
}

function agreement(labels: readonly Label[]): string {
  const twice = labels.filter((label) => label.second !== undefined);
  if (twice.length === 0) return 'No second labels are noted.';
  const same = twice.filter((label) => (label.label === 'true') === (label.second === 'true'));
  const apart = twice.filter((label) => !same.includes(label));
  const both = twice.filter((label) => label.label === 'true' && label.second === 'true');
  return [
    `${twice.length} of ${labels.length} reports have a second label. Both readers say true: ${both.length} (${percent(both.length, twice.length)}); they agree whether a report is true on ${same.length} (${percent(same.length, twice.length)}).`,
    ...(apart.length > 0 ? [table(['report', 'rule', 'first', 'second', 'first reader'], apart.map((label) => [place(label), label.rule, label.label, label.second!, label.why]))] : []),
  ].join('\n\n');
}

function falseTable(labels: readonly Label[]): string {
  return table(['report', 'rule', 'label', 'why'], labels.filter((label) => label.label !== 'true').map((label) => [place(label), label.rule, label.label, label.why]));
}

function place({ repository, file, line }: Label): string {
  return `${repository} ${file}:${line}`;
}

function count(labels: readonly Label[], verdict: Verdict): number {
  return labels.filter((label) => label.label === verdict).length;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const number = (value: number): string => value.toLocaleString('en-US');
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((part / whole) * 1000) / 10} %`);
const perLines = (reports: number, lines: number): string => (lines === 0 ? '–' : String(Math.round((reports * 5000 * 100) / lines) / 100));

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
