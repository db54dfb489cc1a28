import { readFileSync } from 'node:fs';
import type { Problem } from './outcome.ts';

const causes: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file',
  EISDIR: 'it is a folder',
};

/** The text of a file exactly as its bytes say, or the problem in one sentence. */
export function readText(file: string): string | Problem {
  try {
    const bytes = readFileSync(file);
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? text : problem(file, `${file} is not valid UTF-8 text.`);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return problem(file, `${file} cannot be read: ${causes[code] ?? message}.`);
  }
}

function problem(file: string, sentence: string): Problem {
  return { outcome: 'problem', file, sentence, kind: 'input' };
}
