import type { Family } from '../contract.ts';
import { documented, lib, measured, onNode } from './naming.ts';

const clears = ['clearInterval', 'clearTimeout'].flatMap((name) => [
  { call: lib(name), argument: 0, completion: 'sync' as const },
]);

export const timers: Family = {
  contracts: [
    {
      type: lib('Timeout'),
      alsoNamed: ['Timer'],
      opaque: true,
      kind: 'timer',
      acquire: [
        { by: 'call', of: lib('setInterval'), begins: 'eager' },
      ],
      release: [...clears, { method: 'close', completion: 'sync' }],
      dispose: { sync: 'exact' },
      fluent: ['ref', 'unref', 'refresh'],
      notes: ['unref() lets the process end but does not stop the timer.'],
      evidence: [measured(onNode)],
    },
    {
      type: lib('Timeout'),
      alsoNamed: ['Timer'],
      opaque: true,
      oneShot: true,
      kind: 'timer',
      acquire: [
        { by: 'call', of: lib('setTimeout'), begins: 'eager' },
      ],
      release: [...clears, { method: 'close', completion: 'sync' }],
      dispose: { sync: 'exact' },
      fluent: ['ref', 'unref', 'refresh'],
      evidence: [measured(onNode)],
    },
    {
      type: lib('Immediate'),
      opaque: true,
      oneShot: true,
      kind: 'timer',
      acquire: [
        { by: 'call', of: lib('setImmediate'), begins: 'eager' },
      ],
      release: [
        { call: lib('clearImmediate'), argument: 0, completion: 'sync' },
      ],
      dispose: { sync: 'exact' },
      fluent: ['ref', 'unref'],
      evidence: [measured(onNode)],
    },
    {
      type: lib('AnimationFrame'),
      opaque: true,
      oneShot: true,
      kind: 'timer',
      acquire: [{ by: 'call', of: lib('requestAnimationFrame'), begins: 'eager' }],
      release: [{ call: lib('cancelAnimationFrame'), argument: 0, completion: 'sync' }],
      evidence: [documented('HTML Standard', 'https://html.spec.whatwg.org/multipage/imagebitmap-and-animations.html#animation-frames')],
    },
    {
      type: lib('IdleCallback'),
      opaque: true,
      oneShot: true,
      kind: 'timer',
      acquire: [{ by: 'call', of: lib('requestIdleCallback'), begins: 'eager' }],
      release: [{ call: lib('cancelIdleCallback'), argument: 0, completion: 'sync' }],
      evidence: [documented('W3C requestIdleCallback', 'https://w3c.github.io/requestidlecallback/')],
    },
  ],
};
