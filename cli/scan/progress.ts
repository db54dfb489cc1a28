import { relativeTo } from './paths.ts';

/** Shows on a terminal what a scan is at; one line, rewritten in place. */
export interface Progress {
  /** A program is being made, which can take long. */
  reading(tsconfig: string): void;
  scanning(done: number, all: number, file: string): void;
  clear(): void;
}

export const noProgress: Progress = { reading() {}, scanning() {}, clear() {} };

const clearLine = '\r\u001B[2K';

interface Terminal {
  write(text: string): unknown;
  columns?: number;
}

/** @param every how many milliseconds to leave between two files */
export function terminalProgress(terminal: Terminal, cwd: string, every = 100): Progress {
  let last = -Infinity;
  const show = (text: string): void => {
    last = performance.now();
    terminal.write(clearLine + text.slice(0, (terminal.columns ?? 80) - 1));
  };
  return {
    reading: (tsconfig) => show(`reading ${relativeTo(cwd, tsconfig)}`),
    scanning(done, all, file) {
      if (performance.now() - last >= every) show(`scanning ${done}/${all} ${relativeTo(cwd, file)}`);
    },
    clear() {
      if (last > -Infinity) terminal.write(clearLine);
    },
  };
}
