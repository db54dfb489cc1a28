import type { Family } from '../contract.ts';
import { atOnce, built, documented, inPackage, made, probed, promised, read } from './naming.ts';

const bull = inPackage('bull');
const boss = inPackage('pg-boss');
const graphile = inPackage('graphile-worker');
const agenda = inPackage('agenda');
const sqs = inPackage('sqs-consumer');
const bree = inPackage('bree');

export const queues: Family = {
  contracts: [
    {
      type: bull('Queue'),
      kind: 'client',
      acquire: [built('eager')],
      release: [promised('close')],
      evidence: [read('bull 4.16', 'typings'), documented('bull 4', 'https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md#queueclose')],
    },
    {
      type: boss('PgBoss'),
      alsoNamed: ['default'],
      kind: 'service',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('stop')],
      fluent: ['start'],
      evidence: [probed('pg-boss 10.4'), read('pg-boss 10.4')],
    },
    {
      type: graphile('Runner'),
      kind: 'service',
      acquire: [made(graphile('run'), 'eager')],
      release: [promised('stop'), promised('kill', { abrupt: true })],
      endsBy: { methods: ['promise'] },
      evidence: [read('graphile-worker 0.17')],
    },
    {
      type: graphile('WorkerUtils'),
      kind: 'pool',
      acquire: [made(graphile('makeWorkerUtils'), 'eager')],
      release: [promised('release')],
      evidence: [read('graphile-worker 0.17', 'typings'), documented('graphile-worker 0.16', 'https://worker.graphile.org/docs/library/add-job')],
    },
    {
      type: agenda('Agenda'),
      kind: 'service',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('stop'), promised('drain')],
      evidence: [read('agenda 6.2')],
    },
    {
      type: sqs('Consumer'),
      kind: 'consumer',
      acquire: [made(sqs('Consumer', 'create'), 'start'), built('start')],
      start: [{ method: 'start', completion: 'sync', restartable: true }],
      release: [{ method: 'stop', completion: 'event', event: 'stopped' }],
      notes: ['stop() returns at once; messages in flight end before the event "stopped".'],
      evidence: [probed('sqs-consumer 14.2'), read('sqs-consumer 14.2', 'typings'), documented('sqs-consumer 14', 'https://bbc.github.io/sqs-consumer/')],
    },
    {
      type: bree('Bree'),
      alsoNamed: ['default'],
      kind: 'service',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('stop')],
      evidence: [probed('bree 9.2'), read('bree 9.2', 'typings'), documented('bree 9', 'https://github.com/breejs/bree#instance-options')],
    },
    {
      type: inPackage('node-cron')('ScheduledTask'),
      kind: 'timer',
      acquire: [made(inPackage('node-cron')('schedule'), 'eager'), made(inPackage('node-cron')('createTask'), 'start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('stop'), promised('destroy')],
      notes: ['stop() and destroy() return void or a promise: a background task needs the await.'],
      evidence: [probed('node-cron 4.6'), read('node-cron 4.6')],
    },
    {
      type: inPackage('cron')('CronJob'),
      kind: 'timer',
      acquire: [
        built('start'),
        made(inPackage('cron')('CronJob', 'from'), 'start', [{ property: 'start', equals: true, begins: 'eager' }]),
      ],
      start: [{ method: 'start', completion: 'sync', restartable: true }],
      release: [promised('stop')],
      notes: ['The fourth argument of the constructor, true, starts the job at once.'],
      evidence: [probed('cron 4.4'), read('cron 4.4', 'typings'), documented('cron 4', 'https://github.com/kelektiv/node-cron#api')],
    },
    {
      type: inPackage('croner')('Cron'),
      kind: 'timer',
      acquire: [built('eager', [{ property: 'paused', equals: true, begins: 'start' }])],
      start: [{ method: 'resume', completion: 'sync', restartable: true }],
      release: [atOnce('stop')],
      evidence: [probed('croner 11.0'), read('croner 11.0', 'typings'), documented('croner 10', 'https://croner.56k.guru/usage/')],
    },
    {
      type: inPackage('node-schedule')('Job'),
      kind: 'timer',
      acquire: [made(inPackage('node-schedule')('scheduleJob'), 'eager')],
      release: [atOnce('cancel'), { call: inPackage('node-schedule')('cancelJob'), argument: 0, completion: 'sync' }],
      evidence: [probed('node-schedule 2.1'), read('node-schedule 2.1', 'typings'), documented('node-schedule 2', 'https://github.com/node-schedule/node-schedule')],
    },
    {
      type: inPackage('toad-scheduler')('ToadScheduler'),
      kind: 'service',
      acquire: [built('lazy')],
      release: [atOnce('stop')],
      evidence: [probed('toad-scheduler 4.1'), read('toad-scheduler 4.1', 'typings'), documented('toad-scheduler 3', 'https://github.com/kibertoad/toad-scheduler')],
    },
  ],
};
