import { expect, test } from 'vitest';
import { families } from '../../analysis/contracts/catalogue/index.ts';
import { problemsOfContract } from '../../analysis/contracts/validate.ts';
import { nameKey } from '../../analysis/origin.ts';
import { countsOf } from '../../tools/contracts/counts.ts';

const contracts = Object.entries(families).flatMap(([family, { contracts = [] }]) => contracts.map((contract) => ({ at: `${family}: ${nameKey(contract.type)}`, contract })));

test('every contract has the format that users write in their settings', () => {
  expect(contracts.flatMap(({ at, contract }) => problemsOfContract(contract, at))).toEqual([]);
});

test('every claim has its evidence', () => {
  const claims = Object.values(families).flatMap(({ contracts = [], listeners = [], sinks = [] }) => [...contracts, ...listeners, ...sinks]);
  expect(claims.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
});

test('a document is cited by its address', () => {
  const cited = contracts.flatMap(({ at, contract }) => contract.evidence.map((evidence) => ({ at, evidence })));
  expect(cited.filter(({ evidence }) => evidence.grade === 'documented' && !evidence.source?.startsWith('https://'))).toEqual([]);
});

test('a type that has a contract of its own is found under one key only', () => {
  const keys = contracts.filter(({ contract }) => !contract.opaque).flatMap(({ contract: { type, alsoNamed = [] } }) => [type, ...alsoNamed.map((name) => ({ ...type, name }))].map(nameKey));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index && !key.endsWith('#default'))).toEqual([]);
});

test('a factory makes one kind of resource', () => {
  const keys = contracts.flatMap(({ contract }) => contract.acquire.flatMap((acquisition) => (acquisition.by === 'call' ? [nameKey(acquisition.of)] : [])));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('no type is a resource and known to be none', () => {
  const none = new Set(Object.values(families).flatMap(({ nonResources = [] }) => nonResources.map(({ type }) => nameKey(type))));
  expect(contracts.filter(({ contract }) => none.has(nameKey(contract.type)))).toEqual([]);
});

test('the catalogue knows at least 150 resource types over at least 80 packages', () => {
  const { types, packages } = countsOf(families);
  expect(types).toBeGreaterThanOrEqual(150);
  expect(packages).toBeGreaterThanOrEqual(80);
});
