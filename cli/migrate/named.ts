/** Files for a sentence: the first by name, the others by their number. */
export function named([first = '', ...others]: readonly string[], kind = ''): string {
  return others.length > 0 ? `${first} and ${others.length} more ${kind ? `${kind} ` : ''}${others.length === 1 ? 'file' : 'files'}` : first;
}
