// `npm run real-input:draw -- <seed> <count> <sites.json…>`: draws sites, by turns from the migrated and the refused ones of each migration, in an order that the seed alone decides.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PlacedSite } from './count.ts';

const [seed = '', count = '100', ...files] = process.argv.slice(2);
const sites = files.flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as PlacedSite[]).map((site) => ({ ...site, from: path.basename(file, '.json') })));
type Drawn = (typeof sites)[number];

for (const site of drawn()) console.log(`${site.from}\t${site.migration}\t${site.outcome}\t${site.outcome === 'skipped' ? site.reason : site.level}\t${site.file}:${site.line}:${site.column}`);

function drawn(): Drawn[] {
  const strata = new Map<string, Drawn[]>();
  for (const site of [...sites].sort((a, b) => rank(a).localeCompare(rank(b)))) strata.set(stratumOf(site), [...(strata.get(stratumOf(site)) ?? []), site]);
  const rounds = [...strata.values()].flatMap((stratum) => stratum.map((site, index) => ({ site, index })));
  return rounds.sort((a, b) => a.index - b.index || stratumOf(a.site).localeCompare(stratumOf(b.site))).slice(0, Number(count)).map(({ site }) => site).sort((a, b) => stratumOf(a).localeCompare(stratumOf(b)));
}

function stratumOf({ migration, outcome }: Drawn): string {
  return `${migration} ${outcome}`;
}

function rank({ from, migration, file, line, column }: Drawn): string {
  return createHash('sha1').update([seed, from, migration, file, line, column].join('\n')).digest('hex');
}
