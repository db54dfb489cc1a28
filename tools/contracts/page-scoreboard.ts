import type { Contract, Family } from '../../analysis/contracts/contract.ts';

/** Who is Disposable: one line for each package that has a dispose symbol on a type somebody must release. */
export function scoreboard(families: Readonly<Record<string, Family>>): string {
  const contracts = Object.values(families).flatMap((family) => family.contracts ?? []);
  const packaged = contracts.filter((contract) => packageOf(contract) !== '' && !packageOf(contract).startsWith('node:'));
  const byPackage = new Map(packaged.map((contract) => [packageOf(contract), packaged.filter((other) => packageOf(other) === packageOf(contract))]));
  const rows = [...byPackage].flatMap(([name, all]) => (all.some(({ dispose }) => dispose) ? [row(name, all)] : []));
  const node = contracts.filter((contract) => packageOf(contract).startsWith('node:'));
  return [
    '## Who is Disposable',
    `${rows.length} of the ${byPackage.size} packages have a dispose symbol on a type of the catalogue, and ${node.filter(({ dispose }) => dispose).length} of Node's ${node.length} types.`,
    ['| package | disposable | exactly its release | not disposable |', '|---|---|---|---|', ...rows.toSorted()].join('\n'),
  ].join('\n\n');
}

function packageOf({ type }: Contract): string {
  return type.from === 'package' ? type.package : '';
}

function row(name: string, contracts: readonly Contract[]): string {
  const disposable = contracts.filter(({ dispose }) => dispose);
  const exact = disposable.filter(({ dispose }) => Object.values(dispose ?? {}).every((each) => each === 'exact'));
  const names = (some: readonly Contract[]): string => some.map(({ type }) => type.name).join(', ') || '–';
  return `| ${name} | ${names(disposable)} | ${names(exact)} | ${names(contracts.filter((contract) => !contract.dispose))} |`;
}
