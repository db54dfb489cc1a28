/** A bar on standard error when that is a terminal, else nothing. */
export function progressBar(total: number): { readonly update: (done: number) => void; readonly clear: () => void } {
  const out = process.stderr;
  if (!out.isTTY || total === 0) return { update: () => {}, clear: () => {} };
  const width = 30;
  return {
    update: (done) => {
      const full = Math.round((done / total) * width);
      out.write(`\r[${'█'.repeat(full)}${' '.repeat(width - full)}] ${done}/${total} files`);
    },
    clear: () => out.write('\r\u001B[K'),
  };
}
