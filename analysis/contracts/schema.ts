import { nearest } from './nearest.ts';

/** What a value of the settings must look like. */
export type Schema =
  | { is: 'text' | 'flag' | 'position' | 'literal' }
  | { is: 'choice'; of: readonly (string | boolean | Schema)[] }
  | { is: 'list'; of: Schema; atLeastOne?: true }
  | { is: 'object'; keys: Readonly<Record<string, Schema>>; required: readonly string[]; oneOf?: readonly (readonly string[])[] };

/** One sentence for each thing that is wrong, with the path that leads to it. */
export function problemsOf(schema: Schema, value: unknown, path: string): string[] {
  switch (schema.is) {
    case 'text':
      return typeof value === 'string' && value !== '' ? [] : [`${path} must be a text, not ${shown(value)}.`];
    case 'flag':
      return value === true ? [] : [`${path} can only be true; leave it out instead of ${shown(value)}.`];
    case 'position':
      return Number.isInteger(value) && (value as number) >= 0 ? [] : [`${path} must be the position of an argument (0, 1, …), not ${shown(value)}.`];
    case 'literal':
      return value === null || ['string', 'number', 'boolean'].includes(typeof value) ? [] : [`${path} must be a text, a number, true, false or null, not ${shown(value)}.`];
    case 'choice':
      return choiceProblems(schema.of, value, path);
    case 'list':
      return listProblems(schema, value, path);
    case 'object':
      return objectProblems(schema, value, path);
  }
}

function choiceProblems(of: readonly (string | boolean | Schema)[], value: unknown, path: string): string[] {
  const schemas = of.filter((choice) => typeof choice === 'object');
  const words = of.filter((choice) => typeof choice !== 'object');
  if (words.includes(value as string) || schemas.some((choice) => problemsOf(choice, value, path).length === 0)) return [];
  const object = schemas.find((choice) => choice.is === 'object' || choice.is === 'list');
  if (object && typeof value === 'object' && value !== null) return problemsOf(object, value, path);
  const names = words.map((word) => (typeof word === 'string' ? `'${word}'` : String(word)));
  const others = schemas.map((choice) => (choice.is === 'position' ? 'the position of an argument' : `a ${choice.is}`));
  return [`${path} is ${shown(value)}; it must be ${listed([...names, ...others])}.${meant(value, words.filter((word) => typeof word === 'string'))}`];
}

function listProblems(schema: Extract<Schema, { is: 'list' }>, value: unknown, path: string): string[] {
  if (!Array.isArray(value)) return [`${path} must be a list, not ${shown(value)}.`];
  if (schema.atLeastOne && value.length === 0) return [`${path} must not be empty.`];
  return value.flatMap((item, index) => problemsOf(schema.of, item, `${path}[${index}]`));
}

function objectProblems(schema: Extract<Schema, { is: 'object' }>, value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} must be an object, not ${shown(value)}.`];
  const entries = Object.entries(value);
  const unknown = entries.filter(([key]) => !Object.hasOwn(schema.keys, key)).map(([key]) => `${path} has no key '${key}'.${meant(key, Object.keys(schema.keys))}`);
  const missing = schema.required.filter((key) => !Object.hasOwn(value, key)).map((key) => `${path} needs '${key}'.`);
  const inside = entries.flatMap(([key, item]) => (Object.hasOwn(schema.keys, key) ? problemsOf(schema.keys[key]!, item, `${path}.${key}`) : []));
  return [...unknown, ...missing, ...oneOfProblems(schema.oneOf, value, path), ...inside];
}

/** Exactly one of the groups of keys must be there. */
function oneOfProblems(groups: readonly (readonly string[])[] | undefined, value: object, path: string): string[] {
  if (!groups) return [];
  const present = groups.filter((group) => group.every((key) => key in value));
  if (present.length === 1) return [];
  const named = groups.map((group) => group.map((key) => `'${key}'`).join(' with '));
  return [`${path} needs ${present.length > 1 ? 'only one of' : 'one of'} ${listed(named)}.`];
}

function meant(value: unknown, candidates: readonly string[]): string {
  const suggestion = typeof value === 'string' ? nearest(value, candidates) : undefined;
  return suggestion === undefined ? '' : ` Did you mean '${suggestion}'?`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
