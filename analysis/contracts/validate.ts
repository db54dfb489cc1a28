import type { Settings } from '../settings.ts';
import type { Acquisition, CallName, Contract, Evidence, OptionCondition, Release, Start } from './contract.ts';
import { problemsOf, type Schema } from './schema.ts';

/** A schema for every key of a type, also of the members of a union: a key that is new in the format must be validated too. */
type KeysOf<T> = Readonly<Record<T extends T ? keyof T : never, Schema>>;

const text: Schema = { is: 'text' };
const texts: Schema = { is: 'list', of: text };
const flag: Schema = { is: 'flag' };
const position: Schema = { is: 'position' };

const choice = (...of: readonly (string | boolean | Schema)[]): Schema => ({ is: 'choice', of });
const list = (of: Schema): Schema => ({ is: 'list', of });
const object = (keys: Readonly<Record<string, Schema>>, required: readonly string[], oneOf?: readonly (readonly string[])[]): Schema => ({
  is: 'object',
  keys,
  required,
  ...(oneOf === undefined ? {} : { oneOf }),
});

const nameKeys = { from: choice('package', 'lib', 'file'), name: text, package: text, path: text };
const callNameKeys: KeysOf<CallName> = { ...nameKeys, member: text };
const name = object(nameKeys, ['from', 'name']);
const callName = object(callNameKeys, ['from', 'name']);

const begins = choice('eager', 'lazy', 'start');
const completion = choice('sync', 'promise', 'callback', 'event', 'split');
const equivalence = choice('exact', 'guarded', 'lossy', 'fire-and-forget');
const failure = choice('throws', 'rejects', 'hangs');

const optionKeys: KeysOf<OptionCondition> = { argument: position, property: text, equals: { is: 'literal' }, begins: choice('eager', 'lazy', 'start', 'never'), likely: flag };
const optionCondition = object(optionKeys, ['property', 'equals', 'begins']);

const acquisitionKeys: KeysOf<Acquisition> = { by: choice('new', 'call'), of: callName, begins, options: list(optionCondition), fallible: flag, likely: flag, endsWith: position, readsFrom: text, observable: flag };
const acquisition = object(acquisitionKeys, ['by', 'begins']);

const startKeys: KeysOf<Start> = { method: text, completion, runLoop: flag, queues: flag, answers: flag, restartable: flag, final: flag };
const start = object(startKeys, ['method', 'completion']);

const releaseKeys: KeysOf<Release> = {
  method: text,
  call: callName,
  argument: position,
  self: flag,
  completion,
  event: text,
  promiseForm: text,
  again: failure,
  beforeStart: failure,
  abrupt: flag,
  quiet: flag,
};
const release = object(releaseKeys, ['completion'], [['method'], ['call', 'argument'], ['self']]);

const evidenceKeys: KeysOf<Evidence> = { grade: choice('measured', 'read', 'documented'), version: text, source: text };
const evidence = object(evidenceKeys, ['grade', 'version']);

/** The format of `Contract`. Evidence is asked of the catalogue only. */
const contractKeys: KeysOf<Contract> = {
  type: name,
  alsoNamed: texts,
  alsoFrom: texts,
  opaque: flag,
  oneShot: flag,
  kind: choice(
    'server', 'client', 'connection', 'pool', 'producer', 'consumer', 'worker', 'process', 'timer', 'watcher',
    'subscription', 'listener', 'handle', 'stream', 'service', 'application', 'container', 'lock', 'observer', 'task',
  ),
  acquire: list(acquisition),
  start: list(start),
  release: { is: 'list', of: release, atLeastOne: true },
  dispose: object({ sync: equivalence, async: equivalence, again: choice('throws', 'rejects') }, []),
  untypedDispose: flag,
  endsBy: object({ events: texts, methods: texts }, []),
  fluent: texts,
  deadAfterRelease: texts,
  revives: flag,
  losesDataOnExit: flag,
  flush: texts,
  borrowsArgumentWhen: list(optionCondition),
  notes: texts,
  evidence: list(evidence),
};
const contract = object(contractKeys, ['type', 'kind', 'acquire', 'release']);

const sink = object({ ...nameKeys, member: text, takes: choice('all', 'callback', position) }, ['from', 'name']);
const verbPair = object({ start: text, stop: choice(text, texts) }, ['start', 'stop']);

const settingsKeys: KeysOf<Settings> = { contracts: list(contract), ignore: list(name), sinks: list(sink), providers: list(callName), verbs: list(verbPair) };
const settings = object(settingsKeys, []);

/** What is wrong with `settings.lifecycle`: one sentence for each problem. */
export function problemsOfSettings(value: unknown, path = 'settings.lifecycle'): string[] {
  const found = problemsOf(settings, value, path);
  return found.length > 0 ? found : meaningless(value as object, path);
}

/** What is wrong with one contract. */
export function problemsOfContract(value: unknown, path: string): string[] {
  const found = problemsOf(contract, value, path);
  return found.length > 0 ? found : [...nameProblems(value, path), ...startProblems(value as WrittenContract, path)];
}

interface WrittenContract {
  acquire: { by: string; of?: unknown; begins: string; options?: unknown[] }[];
  start?: unknown[];
}

function meaningless(value: object, path: string): string[] {
  const { contracts = [], ...others } = value as { contracts?: unknown[] };
  return [...contracts.flatMap((each, index) => problemsOfContract(each, `${path}.contracts[${index}]`)), ...nameProblems(others, path)];
}

/** A name in a package needs the package; the other names must not have one. */
function nameProblems(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => nameProblems(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const { from, package: packageName, path: file } = value as { from?: string; package?: string; path?: string };
  const own = [
    ...(from === 'package' && packageName === undefined ? [`${path} needs 'package', the name of the package.`] : []),
    ...(from !== undefined && from !== 'package' && packageName !== undefined ? [`${path} has a 'package' but is from '${from}'.`] : []),
    ...(from !== undefined && from !== 'file' && file !== undefined ? [`${path} has a 'path' but is from '${from}'.`] : []),
  ];
  return [...own, ...Object.entries(value).flatMap(([key, item]) => nameProblems(item, `${path}.${key}`))];
}

function startProblems({ acquire, start: starts }: WrittenContract, path: string): string[] {
  return acquire.flatMap(({ by, of, begins: when, options }, index) => {
    const at = `${path}.acquire[${index}]`;
    return [
      ...(by === 'call' && of === undefined ? [`${at} needs 'of', the function that is called.`] : []),
      ...(by === 'new' && of !== undefined ? [`${at} has an 'of', which only 'by: call' can have.`] : []),
      ...(when === 'start' && !starts?.length && !options?.length ? [`${at} begins at a start, but the contract has no 'start' verbs.`] : []),
    ];
  });
}
