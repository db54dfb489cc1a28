import { realpathSync } from 'node:fs';
import { noProgress, terminalProgress } from '../scan/progress.ts';
import { coloured, plain } from '../scan/report/style.ts';
import type { Surroundings } from '../scan/run-scan.ts';

/** Where a command runs: the working folder, and standard output and error. */
export function surroundings(): Surroundings {
  const { stdout, stderr } = process;
  const cwd = realpathSync(process.cwd());
  return {
    cwd,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    style: stdout.isTTY && stdout.hasColors() ? coloured : plain,
    progress: stderr.isTTY ? terminalProgress(stderr, cwd) : noProgress,
  };
}
