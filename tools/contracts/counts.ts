import type { Contract, Evidence, Family } from '../../analysis/contracts/contract.ts';

export interface Counts {
  types: number;
  packages: number;
  nodeModules: number;
  /** Types of the standard libraries, in no package. */
  global: number;
  byGrade: Record<Evidence['grade'], number>;
  sinks: number;
  listeners: number;
  nonResources: number;
  disposable: number;
}

const grades: readonly Evidence['grade'][] = ['measured', 'read', 'documented'];

/** The strongest grade among the evidence of one contract. */
export function gradeOf(contract: Contract): Evidence['grade'] {
  return grades.find((grade) => contract.evidence.some((each) => each.grade === grade)) ?? 'documented';
}

export function countsOf(families: Readonly<Record<string, Family>>): Counts {
  const all = Object.values(families);
  const contracts = all.flatMap((family) => family.contracts ?? []);
  const packages = new Set(contracts.flatMap(({ type }) => (type.from === 'package' ? [type.package] : [])));
  const nodeModules = [...packages].filter((name) => name.startsWith('node:'));
  return {
    types: contracts.length,
    packages: packages.size - nodeModules.length,
    nodeModules: nodeModules.length,
    global: contracts.filter(({ type }) => type.from === 'lib').length,
    byGrade: Object.fromEntries(grades.map((grade) => [grade, contracts.filter((contract) => gradeOf(contract) === grade).length])) as Counts['byGrade'],
    sinks: all.flatMap((family) => family.sinks ?? []).length,
    listeners: all.flatMap((family) => family.listeners ?? []).length,
    nonResources: all.flatMap((family) => family.nonResources ?? []).length,
    disposable: contracts.filter(({ dispose }) => dispose !== undefined).length,
  };
}
