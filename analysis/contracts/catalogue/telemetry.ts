import type { Contract, Family } from '../contract.ts';
import { atOnce, built, calledBack, documented, inPackage, made, measured, probed, promised, read } from './naming.ts';

const pino = inPackage('pino');
const winston = inPackage('winston');
const unleash = inPackage('unleash-client');
const launchDarkly = inPackage('@launchdarkly/node-server-sdk');

const otel = (packageName: string, name: string, flush: string[], version: string, grade = read): Contract => ({
  type: inPackage(packageName)(name),
  kind: 'service',
  acquire: [built('eager')],
  release: [promised('shutdown')],
  flush,
  losesDataOnExit: true,
  evidence: [grade(version), documented('@opentelemetry 2', 'https://opentelemetry.io/docs/languages/js/instrumentation/')],
});

export const telemetry: Family = {
  contracts: [
    {
      type: inPackage('@opentelemetry/sdk-node')('NodeSDK'),
      kind: 'service',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'sync' }],
      release: [promised('shutdown')],
      losesDataOnExit: true,
      notes: ['shutdown() must finish before the process exits; twice is safe.'],
      evidence: [measured('@opentelemetry/sdk-node 0.223')],
    },
    otel('@opentelemetry/sdk-trace-node', 'NodeTracerProvider', ['forceFlush'], '@opentelemetry/sdk-trace-node 2.12'),
    otel('@opentelemetry/sdk-trace-base', 'BasicTracerProvider', ['forceFlush'], '@opentelemetry/sdk-trace-base 2.12', probed),
    otel('@opentelemetry/sdk-metrics', 'MeterProvider', ['forceFlush'], '@opentelemetry/sdk-metrics 2.12', probed),
    otel('@opentelemetry/sdk-metrics', 'PeriodicExportingMetricReader', ['forceFlush'], '@opentelemetry/sdk-metrics 2.12'),
    otel('@opentelemetry/sdk-logs', 'LoggerProvider', ['forceFlush'], '@opentelemetry/sdk-logs 0.223', probed),
    otel('@opentelemetry/sdk-trace-base', 'BatchSpanProcessor', ['forceFlush'], '@opentelemetry/sdk-trace-base 2.12'),
    {
      type: inPackage('thread-stream')('ThreadStream'),
      alsoNamed: ['default'],
      kind: 'stream',
      acquire: [made(pino('transport'), 'eager'), built('eager')],
      release: [{ method: 'end', completion: 'event', event: 'close' }],
      flush: ['flushSync'],
      losesDataOnExit: true,
      evidence: [measured('pino 10')],
    },
    {
      type: winston('Logger'),
      kind: 'stream',
      acquire: [{ ...made(winston('createLogger'), 'eager'), likely: true }],
      release: [{ method: 'end', completion: 'event', event: 'finish' }, atOnce('close', { abrupt: true })],
      dispose: { async: 'lossy' },
      endsBy: { events: ['finish'] },
      losesDataOnExit: true,
      notes: ['A logger usually lives as long as the process.'],
      evidence: [read('winston 3.19', 'typings'), documented('winston 3', 'https://github.com/winstonjs/winston#awaiting-logs-to-be-written-in-winston')],
    },
    {
      type: inPackage('posthog-node')('PostHog'),
      kind: 'client',
      acquire: [built('eager')],
      release: [promised('shutdown')],
      flush: ['flush'],
      losesDataOnExit: true,
      evidence: [probed('posthog-node 5.70'), read('posthog-node 5.70', 'typings'), documented('posthog-node 5', 'https://posthog.com/docs/libraries/node')],
    },
    {
      type: inPackage('@segment/analytics-node')('Analytics'),
      kind: 'client',
      acquire: [built('eager')],
      release: [promised('closeAndFlush')],
      flush: ['flush'],
      losesDataOnExit: true,
      evidence: [probed('@segment/analytics-node 3.1'), read('@segment/analytics-node 3.1', 'typings'), documented('@segment/analytics-node 2', 'https://segment.com/docs/connections/sources/catalog/libraries/server/node/#graceful-shutdown')],
    },
    {
      type: inPackage('@launchdarkly/js-server-sdk-common')('LDClient'),
      alsoFrom: ['@launchdarkly/node-server-sdk'],
      kind: 'client',
      acquire: [made(launchDarkly('init'), 'eager')],
      release: [atOnce('close')],
      flush: ['flush'],
      losesDataOnExit: true,
      evidence: [probed('@launchdarkly/node-server-sdk 9.13'), read('@launchdarkly/node-server-sdk 9.13', 'typings'), documented('@launchdarkly/node-server-sdk 9', 'https://docs.launchdarkly.com/sdk/features/shutdown#nodejs-server-side')],
    },
    {
      type: unleash('Unleash'),
      kind: 'client',
      acquire: [built('eager', [{ property: 'disableAutoStart', equals: true, begins: 'start' }]), made(unleash('initialize'), 'eager'), made(unleash('startUnleash'), 'eager')],
      start: [{ method: 'start', completion: 'promise' }],
      release: [atOnce('destroy'), promised('destroyWithFlush')],
      evidence: [probed('unleash-client 6.12'), read('unleash-client 6.12', 'typings'), documented('unleash-client 6', 'https://github.com/Unleash/unleash-client-node#stop-unleash')],
    },
    {
      type: inPackage('hot-shots')('StatsD'),
      alsoNamed: ['default'],
      kind: 'client',
      acquire: [built('eager')],
      release: [calledBack('close', { again: 'rejects' })],
      losesDataOnExit: true,
      evidence: [probed('hot-shots 17.1'), read('hot-shots 17.1', 'typings'), documented('hot-shots 11', 'https://github.com/brightcove/hot-shots#closing-your-socket')],
    },
  ],
  nonResources: [
    { type: pino('Logger'), because: 'writes through a destination; the transport is the resource' },
    { type: inPackage('@opentelemetry/api')('Tracer'), because: 'belongs to its provider' },
  ],
};
