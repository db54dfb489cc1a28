/** Shows on a terminal what a scan is at; one line, rewritten in place. */
export interface Progress {
  show(done: number, all: number, name: string): void;
  clear(): void;
}

export const noProgress: Progress = { show() {}, clear() {} };

const clearLine = '\r\u001B[2K';

/** @param every how many milliseconds to leave between two lines */
export function terminalProgress(stream: { write(text: string): unknown; columns?: number }, every = 100): Progress {
  let last = -Infinity;
  return {
    show(done, all, name) {
      if (performance.now() - last < every) return;
      last = performance.now();
      stream.write(clearLine + `scanning ${done}/${all} ${name}`.slice(0, (stream.columns ?? 80) - 1));
    },
    clear() {
      if (last > -Infinity) stream.write(clearLine);
    },
  };
}
