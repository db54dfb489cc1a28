import type { Family } from '../contract.ts';
import { documented, lib, measured } from './naming.ts';

const proposal = documented('ECMA-262 explicit resource management', 'https://tc39.es/proposal-explicit-resource-management/');
const ran = measured('Node 24, 26');

export const disposableStacks: Family = {
  contracts: [
    {
      type: lib('DisposableStack'),
      kind: 'container',
      acquire: [{ by: 'new', begins: 'lazy' }, { by: 'call', of: lib('DisposableStack', 'move'), begins: 'eager' }],
      release: [
        { method: 'dispose', completion: 'sync' },
        { method: 'move', completion: 'sync' },
      ],
      dispose: { sync: 'exact' },
      deadAfterRelease: ['use', 'adopt', 'defer'],
      evidence: [ran, proposal],
    },
    {
      type: lib('AsyncDisposableStack'),
      kind: 'container',
      acquire: [{ by: 'new', begins: 'lazy' }, { by: 'call', of: lib('AsyncDisposableStack', 'move'), begins: 'eager' }],
      release: [
        { method: 'disposeAsync', completion: 'promise' },
        { method: 'move', completion: 'sync' },
      ],
      dispose: { async: 'exact' },
      deadAfterRelease: ['use', 'adopt', 'defer'],
      notes: ['There is no deadline: a disposer that never settles hangs the scope.'],
      evidence: [ran, proposal],
    },
  ],
  sinks: ['DisposableStack', 'AsyncDisposableStack'].flatMap((stack) => [
    { call: lib(stack, 'use'), takes: 0, evidence: [ran] },
    { call: lib(stack, 'adopt'), takes: 0, evidence: [ran] },
    { call: lib(stack, 'defer'), takes: 'callback' as const, evidence: [ran] },
  ]),
};
