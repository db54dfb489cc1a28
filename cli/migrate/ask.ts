import type { Option } from '@clack/prompts';
import { isChanged, type Changed, type FileOutcome } from './outcome.ts';
import { diffOf } from './print-diff.ts';
import type { SiteSelection } from './request.ts';

type Answer = 'apply' | 'skip' | 'choose' | 'rest' | 'stop';

const answers: Option<Answer>[] = [
  { value: 'apply', label: 'Apply' },
  { value: 'skip', label: 'Leave the file alone' },
  { value: 'choose', label: 'Choose sites' },
  { value: 'rest', label: 'Apply this and all the rest' },
  { value: 'stop', label: 'Stop asking, leave the rest alone' },
];

/** Shows every change on the terminal and asks; the answer is the sites to migrate. */
export async function ask(outcomes: readonly FileOutcome[]): Promise<SiteSelection[]> {
  const prompts = await import('@clack/prompts');
  const chosen: SiteSelection[] = [];
  const changes = outcomes.filter(isChanged).filter(({ sites }) => sites.some(({ outcome }) => outcome === 'migrated'));
  for (const [index, change] of changes.entries()) {
    prompts.note([change, ...companionsOf(change, outcomes)].map(({ file, before, after }) => diffOf(file, before, after)).join(''), change.file);
    const answer = await prompts.select<Answer>({ message: `${change.file} (${index + 1} of ${changes.length})`, options: answers });
    if (prompts.isCancel(answer) || answer === 'stop') break;
    if (answer === 'rest') return [...chosen, ...changes.slice(index).flatMap(sitesOf)];
    if (answer === 'apply') chosen.push(...sitesOf(change));
    if (answer === 'choose') {
      const lines = await prompts.multiselect({ message: 'Which sites?', required: false, options: sitesOf(change).map(({ line }) => ({ value: line, label: `line ${line}` })) });
      if (prompts.isCancel(lines)) break;
      chosen.push(...lines.map((line) => ({ file: change.file, line })));
    }
  }
  return chosen;
}

/** Changes that the file's sites make in files without a site of their own, about which nobody is asked. */
function companionsOf({ together = [] }: Changed, outcomes: readonly FileOutcome[]): readonly Changed[] {
  return outcomes.filter(isChanged).filter((other) => together.includes(other.file) && sitesOf(other).length === 0);
}

function sitesOf({ file, sites }: Changed): SiteSelection[] {
  return sites.filter(({ outcome }) => outcome === 'migrated').map(({ line }) => ({ file, line }));
}
