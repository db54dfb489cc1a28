/** The name itself, or with the first number that makes it a new one; a key that is no name gets one. */
export function freshName(key: string, taken: ReadonlySet<string>): string {
  const base = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : 'provided';
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
  return name;
}
