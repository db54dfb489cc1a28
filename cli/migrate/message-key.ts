const union = ' | ';

/** What is indented below a message says why. */
const reasons = / {3,}/;

/** `Type 'A' is missing the following properties from type 'B': x, y, z, and 5 more.` */
const missing = /(?<=properties from type '[^']*': )[^.]*/g;

/**
 * The first sentence of a message of the compiler, without what depends on the order in which it looked at the files: which members of an object type it prints, which
 * of many that are missing, and in which order it names those of a union. Two programs of the same files may differ in that, and in why a type does not fit.
 */
export function messageKey(message: string): string {
  const [first = ''] = message.split(reasons);
  return withoutMembers(first).replaceAll(missing, 'some').replaceAll(/(?<= )'[^']*'/g, (type) => type.slice(1, -1).split(union).sort().join(union));
}

/** Object types from the inside out. */
function withoutMembers(message: string): string {
  const shorter = message.replaceAll(/\{[^{}]*\}/g, 'object');
  return shorter === message ? message : withoutMembers(shorter);
}
