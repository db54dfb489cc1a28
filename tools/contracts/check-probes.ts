import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Contract, Family, Release } from '../../analysis/contracts/contract.ts';
import { nameKey } from '../../analysis/origin.ts';
import type { Drift, Outcome } from './check-typings.ts';
import { typingsFolder } from './typings-program.ts';

/** What one probe saw: `claim` is `once` (the release itself), `again`, `beforeStart`, `dispose.sync` or `dispose.async`. */
interface Observation {
  subject: string;
  release: string;
  claim: string;
  observed: string;
}

/** Runs the probes in the folder that has the packages, and compares what they saw with what the contracts state. */
export function checkProbes(families: Readonly<Record<string, Family>>): Outcome {
  const output = execFileSync(process.execPath, ['probes/run.mjs'], { cwd: typingsFolder, encoding: 'utf8', timeout: 300_000, stdio: ['ignore', 'pipe', 'ignore'] });
  const observations = JSON.parse(output) as Observation[];
  const known = contractsByKey(families);
  const drifts = [
    ...observations.flatMap((observation) => differences(observation, known.get(observation.subject))),
    ...unprobed(known, new Set(observations.map(({ subject }) => subject))),
  ];
  return { drifts, claims: observations.length };
}

interface Filed {
  family: string;
  contract: Contract;
}

function contractsByKey(families: Readonly<Record<string, Family>>): ReadonlyMap<string, Filed> {
  return new Map(Object.entries(families).flatMap(([family, { contracts = [] }]) => contracts.map((contract): [string, Filed] => [nameKey(contract.type), { family, contract }])));
}

function differences({ subject, release, claim, observed }: Observation, filed: Filed | undefined): Drift[] {
  const drift = (stated: string, found: string): Drift[] => [{ family: path.basename(filed?.family ?? 'none'), subject, claim: stated, found }];
  if (!filed) return drift('a contract for the probe', 'none');
  const stated = statedBy(filed.contract, release, claim);
  if (stated === undefined) return drift(`a release ${release}`, 'none');
  return stated === observed ? [] : drift(`${release} ${claim}: ${stated}`, observed);
}

function statedBy(contract: Contract, name: string, claim: string): string | undefined {
  if (claim === 'dispose.sync') return contract.dispose?.sync ?? 'absent';
  if (claim === 'dispose.async') return contract.dispose?.async ?? 'absent';
  const release = contract.release.find((each) => nameOf(each) === name);
  if (!release) return undefined;
  if (claim === 'once') return 'nothing';
  return (claim === 'beforeStart' ? release.beforeStart : release.again) ?? 'nothing';
}

function nameOf(release: Release): string {
  if ('method' in release) return release.method;
  return 'self' in release ? 'self' : release.call.name;
}

/** A contract that cites a probe must have one. */
function unprobed(known: ReadonlyMap<string, Filed>, probed: ReadonlySet<string>): Drift[] {
  const citing = [...known].filter(([key, { contract }]) => !probed.has(key) && contract.evidence.some(({ source }) => source === 'probe'));
  return citing.map(([subject, { family }]) => ({ family, subject, claim: 'is probed', found: 'no probe' }));
}
