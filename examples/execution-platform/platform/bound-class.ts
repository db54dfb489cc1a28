/** The class with its first arguments given. */
export function boundClass<Given extends readonly unknown[], Rest extends readonly unknown[], Instance>(
  type: new (...input: [...Given, ...Rest]) => Instance,
  ...given: Given
): new (...rest: Rest) => Instance {
  return Function.prototype.bind.call(type, undefined, ...given) as new (...rest: Rest) => Instance;
}
