import { readFileSync, writeFileSync } from 'node:fs';
import { markersIn } from '../../../test/example/markers.ts';
import { bugs } from './bugs.ts';

const readme = new URL('../README.md', import.meta.url);
const generated = /(<!-- bugs -->\n)[\s\S]*?(<!-- \/bugs -->)/;

/** Bug × rule × place, as the markers say. */
export function bugTable(): string {
  const folders = ['before', 'mutants'];
  const markers = folders.flatMap((folder) =>
    markersIn(new URL(`../${folder}/`, import.meta.url)).map((marker) => ({ ...marker, file: `${folder}/${marker.file}` })),
  );
  const rows = Object.entries(bugs).map(([bug, sentence]) => {
    const own = markers.filter((marker) => marker.bug === bug);
    const rules = [...new Set(own.flatMap((marker) => marker.rules))].map((rule) => `\`${rule.replace('lifecycle/', '')}\``);
    const places = own.map(({ file, line }) => `[${file}:${line}](${file}#L${line})`);
    return `| ${bug} | ${sentence} | ${rules.join(', ')} | ${places.join(', ')} |`;
  });
  return ['| bug | what is wrong | rule | place |', '|---|---|---|---|', ...rows, ''].join('\n');
}

export function readmeWithTable(): string {
  return readFileSync(readme, 'utf8').replace(generated, (_all, begin: string, end: string) => `${begin}${bugTable()}${end}`);
}

if (process.argv.includes('--write')) writeFileSync(readme, readmeWithTable());
