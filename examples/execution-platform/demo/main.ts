#!/usr/bin/env -S npx tsx
import '../platform/polyfill.ts';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ServerMissingError } from '../platform/real/reach.ts';
import { liveAtEnd, lives, notAwaited, outOfOrder, stoppedTwice } from '../platform/trace/checks.ts';
import { groupBy } from '../platform/trace/group.ts';
import type { TraceEvent } from '../platform/trace/recorder.ts';
import { htmlChart } from './html-chart.ts';
import { runSession } from './session.ts';
import { terminalChart } from './terminal-chart.ts';
import { loadVariant } from './variant.ts';

const usage = 'Usage: npm run example -- [--before] [--html <file>]';

// The variant with the bugs leaves things running, so this process ends by itself only when told to.
process.exit(await main());

async function main(): Promise<number> {
  const options = readOptions();
  if (!options) return complain(usage, 2);
  try {
    const variant = await loadVariant(options.before ? 'before' : 'after');
    const { events, failures } = await runSession(variant, process.env, console.log);
    await show(`execution-platform, ${variant.name}`, events, options.html);
    for (const failure of failures) console.error(String(failure));
    return failures.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof ServerMissingError) return complain(error.message, 1);
    throw error;
  }
}

function readOptions(): { before: boolean; html: string | undefined } | undefined {
  try {
    const { values } = parseArgs({ options: { before: { type: 'boolean' }, html: { type: 'string' } } });
    return { before: values.before ?? false, html: values.html };
  } catch {
    return undefined;
  }
}

async function show(title: string, events: readonly TraceEvent[], html: string | undefined): Promise<void> {
  const chart = { lives: lives(events), end: events.length };
  const verdicts = verdictsOf(events);
  console.log(terminalChart(chart, process.stdout.columns ?? 120));
  console.log(`\n${verdicts.join('\n')}`);
  if (!html) return;
  await writeFile(html, htmlChart(chart, title, verdicts));
  console.log(`Written: ${html}`);
}

function verdictsOf(events: readonly TraceEvent[]): string[] {
  const entries = [...groupBy(events, (event) => event.entry)];
  const verdict = (question: string, check: (events: readonly TraceEvent[]) => string[]): string => {
    const found = entries.flatMap(([entry, own]) => check(own).map((what) => `${what} (${entry})`));
    return `${question}: ${found.length === 0 ? 'none' : found.join(', ')}`;
  };
  return [
    verdict('Still live when their entry point left', liveAtEnd),
    verdict('Stops that nobody awaited', notAwaited),
    verdict('Stopped in the wrong order', outOfOrder),
    verdict('Told to stop more than once', stoppedTwice),
  ];
}

function complain(sentence: string, code: number): number {
  console.error(sentence);
  return code;
}
