// npm run new-rule <name> [number]: the files of a new rule, registered.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clauseSets } from './clauses/index.ts';
import { problemWith, scaffold } from './new-rule/scaffold.ts';

const root = path.join(import.meta.dirname, '..');
const [name = '', number = String(nextNumber())] = process.argv.slice(2);

const problem = problemWith(name, number) ?? (existsSync(path.join(root, `rules/${name}.ts`)) ? `The rule ${name} exists already.` : undefined);
if (problem) {
  console.error(`${problem}\nUsage: npm run new-rule <name> [number in the specification]`);
  process.exitCode = 2;
} else {
  const files = scaffold(name, number, (file) => readFileSync(path.join(root, file), 'utf8'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    console.log(file);
  }
  console.log('\nNow write its clauses and cases, then its question; `npm run docs` brings the pages up to date.');
}

function nextNumber(): number {
  const taken = clauseSets.flatMap(({ clauses }) => Object.keys(clauses)).map((id) => Number.parseInt(id, 10));
  return Math.max(0, ...taken) + 1;
}
