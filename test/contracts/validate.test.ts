import { expect, test } from 'vitest';
import { problemsOfSettings } from '../../analysis/contracts/validate.ts';

const relay = {
  type: { from: 'package', package: 'relay', name: 'Relay' },
  kind: 'connection',
  acquire: [{ by: 'call', of: { from: 'package', package: 'relay', name: 'open' }, begins: 'eager' }],
  release: [{ method: 'close', completion: 'promise' }],
};

const withContract = (change: object): unknown => ({ contracts: [{ ...relay, ...change }] });

test('settings that use every part of the format have no problem', () => {
  const settings = {
    contracts: [
      {
        ...relay,
        alsoNamed: ['RelayV2'],
        acquire: [...relay.acquire, { by: 'new', begins: 'start', fallible: true, likely: true, options: [{ property: 'auto', equals: true, begins: 'eager', likely: true }] }],
        start: [{ method: 'connect', completion: 'promise', restartable: true }],
        release: [
          ...relay.release,
          { call: { from: 'package', package: 'relay', name: 'shut' }, argument: 0, completion: 'callback', again: 'throws' },
          { self: true, completion: 'sync' },
        ],
        dispose: { async: 'guarded' },
        endsBy: { events: ['end'] },
        evidence: [{ grade: 'documented', version: 'relay 2', source: 'https://relay.example/docs' }],
      },
    ],
    ignore: [{ from: 'file', name: 'Clock', path: 'src/clock.ts' }],
    sinks: [{ from: 'package', package: 'relay', name: 'Hub', member: 'keep', takes: 0 }],
    providers: [{ from: 'package', package: 'ours', name: 'provide' }],
    verbs: [{ start: 'raise', stop: ['lower', 'strike'] }],
  };
  expect(problemsOfSettings(settings)).toEqual([]);
});

test.each([
  [{ contrcts: [] }, "settings.lifecycle has no key 'contrcts'. Did you mean 'contracts'?"],
  [[], 'settings.lifecycle must be an object, not a list.'],
  [withContract({ relese: [] }), "settings.lifecycle.contracts[0] has no key 'relese'. Did you mean 'release'?"],
  [withContract({ release: [{ method: 'close', completion: 'promised' }] }), "settings.lifecycle.contracts[0].release[0].completion is 'promised'; it must be 'sync', 'promise', 'callback', 'event' or 'split'. Did you mean 'promise'?"],
  [withContract({ release: [] }), 'settings.lifecycle.contracts[0].release must not be empty.'],
  [withContract({ release: [{ completion: 'sync' }] }), "settings.lifecycle.contracts[0].release[0] needs one of 'method', 'call' with 'argument' or 'self'."],
  [withContract({ release: [{ method: 'close', self: true, completion: 'sync' }] }), "settings.lifecycle.contracts[0].release[0] needs only one of 'method', 'call' with 'argument' or 'self'."],
  [withContract({ kind: undefined }), "settings.lifecycle.contracts[0].kind is undefined; it must be"],
  [withContract({ type: { from: 'package', name: 'Relay' } }), "settings.lifecycle.contracts[0].type needs 'package', the name of the package."],
  [withContract({ type: { from: 'lib', package: 'relay', name: 'Relay' } }), "settings.lifecycle.contracts[0].type has a 'package' but is from 'lib'."],
  [withContract({ acquire: [{ by: 'call', begins: 'eager' }] }), "settings.lifecycle.contracts[0].acquire[0] needs 'of', the function that is called."],
  [withContract({ acquire: [{ by: 'new', begins: 'start' }] }), "settings.lifecycle.contracts[0].acquire[0] begins at a start, but the contract has no 'start' verbs."],
  [withContract({ opaque: false }), 'settings.lifecycle.contracts[0].opaque can only be true; leave it out instead of false.'],
  [{ ignore: ['Clock'] }, "settings.lifecycle.ignore[0] must be an object, not 'Clock'."],
  [{ sinks: [{ from: 'lib', name: 'keep', takes: 'first' }] }, "settings.lifecycle.sinks[0].takes is 'first'; it must be 'all', 'callback' or the position of an argument."],
  [{ verbs: [{ start: 'raise' }] }, "settings.lifecycle.verbs[0] needs 'stop'."],
  [{ verbs: [{ start: 'raise', stop: ['lower', 3] }] }, 'settings.lifecycle.verbs[0].stop[1] must be a text, not 3.'],
])('%j', (settings, problem) => {
  const found = problemsOfSettings(settings);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(problem);
});

test('each problem has its own sentence', () => {
  expect(problemsOfSettings({ verbs: [{ begin: 'a', stop: 1 }], more: 1 })).toEqual([
    "settings.lifecycle has no key 'more'.",
    "settings.lifecycle.verbs[0] has no key 'begin'.",
    "settings.lifecycle.verbs[0] needs 'start'.",
    'settings.lifecycle.verbs[0].stop is 1; it must be a text or a list.',
  ]);
});
