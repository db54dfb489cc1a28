import type { Acquisition, CallName, Contract, Evidence, ListenerContract, Name, NonResource, OptionCondition, Release, Sink, Start } from '../../analysis/contracts/contract.ts';

/** A label and what is said under it, line by line. */
type Entry = [label: string, lines: readonly string[]];

const labelWidth = 12;

/** A contract in words. */
export function contractInWords(contract: Contract): string {
  const variable = variableName(contract);
  const entries: Entry[] = [
    ['also named', contract.alsoNamed?.filter((name) => name !== 'default') ?? []],
    ['also from', contract.alsoFrom ?? []],
    ['made by', contract.acquire.map((acquisition) => acquisitionInWords(acquisition, contract))],
    ['obligation', [obligationInWords(contract)]],
    ['start', (contract.start ?? []).map((start) => startInWords(start, variable))],
    ['release', contract.release.flatMap((release) => releaseInWords(release, variable))],
    ['disposal', disposalInWords(contract)],
    ['ends itself', endsByInWords(contract)],
    ['after', afterInWords(contract)],
    ['exit', contract.losesDataOnExit ? ['a process exit loses what it holds; wait for the release first'] : []],
    ['notes', contract.notes ?? []],
    ['evidence', contract.evidence.map(evidenceInWords)],
  ];
  return block(`${nameInWords(contract.type)}: a ${contract.kind}`, entries);
}

/** What a released resource still does. */
function afterInWords({ deadAfterRelease, revives, dispose }: Contract): string[] {
  return [
    ...(deadAfterRelease ? [`${deadAfterRelease.map((name) => `${name}()`).join(', ')} fail or do nothing after a release`] : []),
    ...(revives ? ['what is asked of it after a release begins it anew'] : []),
    ...(dispose?.again ? [`its disposal ${failureWords[dispose.again]} after a release`] : []),
  ];
}

export function sinkInWords({ call, takes, evidence }: Sink): string {
  const what = typeof takes === 'number' ? `takes over its argument ${takes + 1}` : takenWords[takes];
  return block(`${callInWords(call)}: ${what}`, [['evidence', evidence.map(evidenceInWords)]]);
}

export function listenerInWords({ type, add, remove, signalArgument, evidence }: ListenerContract): string {
  const entries: Entry[] = [
    ['attach', [add.map((name) => `${name}()`).join(', ')]],
    ['detach', [remove.map((name) => `${name}()`).join(', '), ...(signalArgument === undefined ? [] : ['or an AbortSignal in the options'])]],
    ['obligation', ['of an instance that listens to something that lives longer']],
    ['evidence', evidence.map(evidenceInWords)],
  ];
  return block(`${nameInWords(type)}: has listeners`, entries);
}

export function nonResourceInWords({ type, because }: NonResource): string {
  return `${nameInWords(type)}: nothing to release\n  ${because}\n`;
}

export function nameInWords(name: Name): string {
  if (name.from === 'package') return `${name.name} of ${name.package}`;
  return name.from === 'lib' ? name.name : `${name.name} of the project`;
}

const takenWords = { all: 'takes over all its arguments', callback: 'calls the callback at the end', this: 'takes over the value it is called on' };

function block(title: string, entries: readonly Entry[]): string {
  const lines = entries.flatMap(([label, said]) => said.map((line, index) => `  ${(index === 0 ? label : '').padEnd(labelWidth)}${line}`));
  return `${[title, ...lines].join('\n')}\n`;
}

function callInWords({ member, ...name }: CallName): string {
  if (member === undefined) return `${name.name}()${name.from === 'package' ? ` of ${name.package}` : ''}`;
  return `${name.name}.${member}()${name.from === 'package' ? ` of ${name.package}` : ''}`;
}

const beginsWords = { eager: 'work begins at once', lazy: 'owned from creation, though no work has begun', start: 'nothing begins yet', never: 'no obligation' };

function acquisitionInWords(acquisition: Acquisition, contract: Contract): string {
  const how = acquisition.by === 'new' ? `new ${contract.type.name}()` : callInWords(acquisition.of);
  const options = (acquisition.options ?? []).map(optionInWords);
  return `${how}: ${[beginsWords[acquisition.begins], ...options].join('; ')}`;
}

function optionInWords({ property, equals, begins, likely }: OptionCondition): string {
  const condition = equals === 'present' || equals === 'absent' ? `${property} ${equals}` : `${property}: ${String(equals)}`;
  return `with { ${condition} } ${beginsWords[begins]}${likely ? ' (a finding is only likely)' : ''}`;
}

function obligationInWords({ acquire, start, oneShot }: Contract): string {
  if (oneShot) return 'only in classes that have a lifecycle, since it ends by itself';
  if (acquire.length === 0) return 'none by itself: making one is not followed';
  const starts = (start ?? []).map(({ method }) => `${method}()`).join(' or ');
  const waits = acquire.every(({ begins }) => begins === 'start');
  if (waits) return starts ? `begins with ${starts}` : 'only under the options above';
  const some = acquire.some(({ begins }) => begins === 'start');
  return some && starts ? `begins with ${starts}, or at once where it is made so` : 'begins when it is made';
}

function startInWords({ method, completion, runLoop, queues, restartable, final }: Start, variable: string): string {
  const call = completion === 'promise' && !runLoop ? `await ${variable}.${method}()` : `${variable}.${method}()`;
  const remarks = [
    ...(runLoop ? ['its promise settles at the end of the work: keep it'] : []),
    ...(queues ? ['work is queued until then, so nobody must wait for it'] : []),
    ...(restartable ? ['may be called again after a release'] : []),
    ...(final ? ['fails after a release'] : []),
  ];
  return [call, ...remarks].join('; ');
}

const failureWords = { throws: 'throws', rejects: 'fails', hangs: 'never settles' };

function releaseInWords(release: Release, variable: string): string[] {
  const call = releaseCall(release, variable);
  const { completion, event, promiseForm, again, beforeStart, abrupt } = release;
  const end = { promise: '', sync: '', callback: 'calls back at the end', event: `ends with the event '${event}'`, split: 'returns nothing; the promise of the start settles at the end' }[completion];
  const remarks = [
    end,
    ...(abrupt ? ['abrupt: may lose work'] : []),
    ...(again ? [`a second time it ${failureWords[again]}`] : []),
    ...(beforeStart ? [`before the start it ${failureWords[beforeStart]}`] : []),
  ].filter((remark) => remark !== '');
  const first = [completion === 'promise' ? `await ${call}` : call, ...remarks].join('; ');
  return promiseForm === undefined ? [first] : [first, `to wait: await ${promiseForm.replaceAll('$', () => variable)}`];
}

function releaseCall(release: Release, variable: string): string {
  if ('self' in release) return `${variable}()`;
  if ('method' in release) return release.method.startsWith('Symbol.') ? `${variable}[${release.method}]()` : `${variable}.${release.method}()`;
  const { call, argument } = release;
  const name = call.member === undefined ? call.name : `${call.name}.${call.member}`;
  return `${name}(${[...Array<string>(argument).fill('…'), variable].join(', ')})`;
}

const equivalenceWords = {
  exact: 'does the same as the release',
  guarded: 'does the same as the release, but fails where the release would not',
  lossy: 'destroys it and loses data',
  'fire-and-forget': 'starts the release and does not wait for it',
};

function disposalInWords({ dispose }: Contract): string[] {
  if (!dispose) return ['no dispose symbol: give a stack the release with defer() or adopt()'];
  return [
    ...(dispose.async ? [`await using ${equivalenceWords[dispose.async]}`] : []),
    ...(dispose.sync ? [`using ${equivalenceWords[dispose.sync]}`] : []),
  ];
}

function endsByInWords({ endsBy }: Contract): string[] {
  const events = (endsBy?.events ?? []).map((event) => `'${event}'`);
  const methods = (endsBy?.methods ?? []).map((method) => (method === 'Symbol.asyncIterator' ? 'a loop over it' : `${method}()`));
  return [
    ...(events.length > 0 ? [`nothing is owed once somebody listens to ${events.join(' or ')}`] : []),
    ...(methods.length > 0 ? [`nothing is owed after ${methods.join(' or ')}`] : []),
  ];
}

function evidenceInWords({ grade, version, source }: Evidence): string {
  return `${grade}: ${version}${source === undefined ? '' : ` (${source})`}`;
}

function variableName({ type: { name } }: Contract): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+/, (capitals) => capitals.toLowerCase());
}
