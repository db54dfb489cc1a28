// Every supported ESLint with every supported TypeScript on every supported Node, with the packed package. Linux only, for the sake of the packages that carry Node.
import { helps, lintsWithTypes, scans } from './smoke/tries.ts';
import { runTrials } from './smoke/trials.ts';

const linters = ['9.15.0', '9', '10'];
const compilers = ['5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0'];
const nodes = ['20.19.0', '22.13.0', '24'];

await runTrials(
  linters.flatMap((linter) =>
    compilers.map((compiler) => ({
      name: `ESLint ${linter}, TypeScript ${compiler}`,
      install: [`eslint@${linter}`, '@typescript-eslint/parser@8', `typescript@${compiler}`],
      nodes,
      tries: [lintsWithTypes, helps, scans],
    })),
  ),
);
