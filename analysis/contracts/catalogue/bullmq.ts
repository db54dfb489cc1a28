import type { Contract, Family } from '../contract.ts';
import { inPackage, read } from './naming.ts';

const bull = inPackage('bullmq');
const evidence = [read('bullmq 6.7')];

const connected = (name: string, kind: Contract['kind']): Contract => ({
  type: bull(name),
  kind,
  acquire: [{ by: 'new', begins: 'eager' }],
  release: [{ method: 'close', completion: 'promise' }],
  evidence,
});

export const bullmq: Family = {
  contracts: [
    {
      ...connected('Worker', 'worker'),
      acquire: [{ by: 'new', begins: 'eager', options: [{ property: 'autorun', equals: false, begins: 'eager', likely: true }] }],
      start: [{ method: 'run', completion: 'promise', runLoop: true }],
      notes: ['autorun: false still connects.', 'close() waits for active jobs and hands out one shared promise.'],
    },
    { ...connected('Queue', 'client'), notes: ['A connection that was handed in stays open.'] },
    {
      ...connected('QueueEvents', 'subscription'),
      acquire: [{ by: 'new', begins: 'eager', options: [{ property: 'autorun', equals: false, begins: 'eager', likely: true }] }],
      start: [{ method: 'run', completion: 'promise', runLoop: true }],
    },
    connected('FlowProducer', 'client'),
  ],
  nonResources: [{ type: bull('Job'), because: 'a record; the queue owns its connection' }],
};
