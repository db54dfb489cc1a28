import { groupBy } from '../platform/trace/group.ts';
import type { Life } from '../platform/trace/checks.ts';
import { nested, type NestedLife } from './nested.ts';

export interface ChartInput {
  lives: readonly Life[];
  end: number;
}

const widest = 100;

/** A line per service: from its start to its stop, in logical time. */
export function terminalChart({ lives, end }: ChartInput, columns: number): string {
  const rows = nested(lives);
  const labelWidth = Math.max(...rows.map((row) => label(row).length)) + 1;
  const width = Math.max(20, Math.min(widest, columns - labelWidth - 8));
  const lines = [...groupBy(rows, (row) => row.life.entry)].flatMap(([entry, group]) => [
    '',
    entry,
    ...group.map((row) => `${label(row).padEnd(labelWidth)}${bar(row.life, end, width)} ${ending(row.life)}`),
  ]);
  return [...lines, '', '░ starting   █ live   ▒ stopping   ▶ still live when the process ended'].join('\n');
}

function label({ life, depth }: NestedLife): string {
  return `${'  '.repeat(depth)}${life.who}`;
}

function bar(life: Life, end: number, width: number): string {
  const column = (at: number): number => Math.min(width - 1, Math.floor((at / (end + 1)) * width));
  const cells = Array.from({ length: width }, () => ' ');
  cells.fill('░', column(life.start), column(life.started) + 1);
  cells.fill('█', column(life.started), column(life.stop ?? end) + 1);
  if (life.stop !== undefined) cells.fill('▒', column(life.stop), column(life.end ?? end) + 1);
  else cells[width - 1] = '▶';
  return cells.join('');
}

function ending({ stop }: Life): string {
  return stop === undefined ? 'never stopped' : `stop @${stop}`;
}
