import { reference } from './clocked-rules.ts';
import type { Measured } from './measure.ts';

/** The same files linted by the reference rule, by ours, and by both. */
export interface Comparison {
  name: string;
  reference: Measured;
  ours: Measured;
  both: Measured;
}

/** Ratios that do not depend on the machine. */
export interface Ratios {
  /** All our rules alone, over the reference rule alone. */
  alone: number;
  /** What our rules add to a run that has the reference rule, over that rule alone. */
  onTop: number;
  /** Our rules over the reference rule, both in one run: a machine whose speed changes between runs does not change this. */
  within: number;
  /** Our rules over all that a run with both takes, parsing and the program included. */
  ofWhole: number;
  /** Peak memory of a run with ours, over one with the reference rule. */
  memory: number;
}

export function ratiosOf({ reference: theirs, ours, both }: Comparison): Ratios {
  const base = total(theirs);
  const beside = both.spent[reference] ?? 0;
  const added = total(both) - beside;
  return { alone: total(ours) / base, onTop: (total(both) - base) / base, within: added / beside, ofWhole: added / both.whole, memory: ours.peakMegabytes / theirs.peakMegabytes };
}

export function total({ spent }: Pick<Measured, 'spent'>): number {
  return Object.values(spent).reduce((sum, one) => sum + one, 0);
}

export function printComparison(comparison: Comparison): void {
  const { name, reference: theirs, ours, both } = comparison;
  const { alone, onTop, within, ofWhole, memory } = ratiosOf(comparison);
  console.log(`\n### ${name}: ${theirs.files} files\n`);
  table(['', 'rules, s', 'whole run, s', 'peak MB', `rules / ${reference}`], [
    [`${reference} alone`, seconds(total(theirs)), seconds(theirs.whole), megabytes(theirs), percent(1)],
    ['our rules alone', seconds(total(ours)), seconds(ours.whole), megabytes(ours), percent(alone)],
    ['both', seconds(total(both)), seconds(both.whole), megabytes(both), `on top: ${percent(onTop)}`],
  ]);
  console.log(`\nWithin the run of both: our rules / ${reference}: ${percent(within)}; our rules / the whole run: ${percent(ofWhole)}.`);
  console.log(`Peak memory of our rules / ${reference}: ${memory.toFixed(2)}; findings of our rules: ${ours.findings}.`);
}

/** Each rule's share; the first rule that asks for a type pays for what all ask. */
export function printRules({ reference: theirs, ours, both }: Comparison): void {
  const names = [...new Set([...Object.keys(ours.spent), ...Object.keys(both.spent)])].sort((a, b) => (ours.spent[b] ?? 0) - (ours.spent[a] ?? 0));
  console.log();
  table(['rule', `among ours, % of ${reference} alone`, `beside ${reference}, % of it in the same run`], names.map((name) => [name, percent((ours.spent[name] ?? 0) / total(theirs)), percent((both.spent[name] ?? 0) / (both.spent[reference] ?? 0))]));
}

/** Time per file at each scale over that of the first: 1.00 throughout is linear growth. */
export function printGrowth(runs: readonly { scale: number; comparison: Comparison }[]): void {
  const [first] = runs;
  if (!first) return;
  console.log('\n### Growth: time per file over that of 1×\n');
  const perFile = (measured: Measured) => total(measured) / measured.files;
  const row = (pick: (comparison: Comparison) => Measured) => runs.map(({ comparison }) => (perFile(pick(comparison)) / perFile(pick(first.comparison))).toFixed(2));
  table(['', ...runs.map(({ scale, comparison }) => `${scale}× (${comparison.ours.files} files)`)], [
    [reference, ...row((one) => one.reference)],
    ['our rules', ...row((one) => one.ours)],
    ['our rules / reference, alone', ...runs.map(({ comparison }) => percent(ratiosOf(comparison).alone))],
    ['on top', ...runs.map(({ comparison }) => percent(ratiosOf(comparison).onTop))],
  ]);
}

/** Milliseconds of a rule for one edited file in a warm program: over every rule and file, and of each file's mean over its rules. */
export function relintOf({ relint }: Measured): { files: number; eachP95: number; eachMedian: number; meanP95: number } {
  const each = relint.flatMap(({ spent }) => Object.values(spent));
  const means = relint.map(({ spent }) => total({ spent }) / Math.max(1, Object.keys(spent).length));
  return { files: relint.length, eachP95: quantile(each, 0.95), eachMedian: quantile(each, 0.5), meanP95: quantile(means, 0.95) };
}

export function printRelint(name: string, measured: Measured): void {
  const { files, eachP95, eachMedian, meanP95 } = relintOf(measured);
  console.log(`\n### ${name}: ${files} edited files linted again\n`);
  table(['', 'ms'], [['one rule on one file, 95th percentile', eachP95.toFixed(2)], ['one rule on one file, median', eachMedian.toFixed(2)], ["mean over a file's rules, 95th percentile", meanP95.toFixed(2)]]);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  console.log(`| ${head.join(' | ')} |\n|---|${head.slice(1).map(() => '--:').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
const megabytes = (measured: Measured) => Math.round(measured.peakMegabytes);
const percent = (ratio: number) => `${Math.round(ratio * 100)} %`;
