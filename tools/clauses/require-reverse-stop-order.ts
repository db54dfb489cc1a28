import type { ClauseSet } from './clause.ts';

export const requireReverseStopOrder = {
  rule: 'require-reverse-stop-order',
  finished: true,
  clauses: {
    '13.built-from': { text: 'What was built from a resource is released before it.', site: 'typeorm DataSource.ts:287' },
    '13.given': { text: 'So is what was given the resource by a call.', site: 'helia bitswap.ts:145' },
    '13.through-callback': { text: 'A callback that uses the resource, itself or through an own method, is a dependency too.', site: 'trigger.dev runEngineWorker/supervisor/session.ts:221' },
    '13.asks-nothing': { text: 'It is `likely` where nothing asks anything of the released one: its presence is checked, something is taken back from it, its method returns at once behind a flag that the stop sets, or it was only lent for a call.', site: 'trigger.dev apps/supervisor/src/index.ts:798, sessionsReplicationService.server.ts:298' },
    '13.class': { text: 'What a start method begins is compared with what the teardown ends, helpers included.', site: 'trigger.dev runEngineWorker/supervisor/session.ts:221' },
    '13.concurrent': { text: 'Releasing both at once with `Promise.all` is no order at all, unless the later one comes first and has ended when its stop returns.', site: 'https://github.com/open-telemetry/opentelemetry-js, NodeSDK.shutdown' },
    '13.stack': { text: 'A stack releases what was registered last first: a callback registered after the service that needs it comes too early.', site: 'https://docs.python.org/3/library/contextlib.html#contextlib.AsyncExitStack' },
    '13.flush': { text: 'A flush named by a contract counts as a release.', site: 'https://github.com/confluentinc/confluent-kafka-javascript' },
    '13.likely': { text: 'Without a proven dependency the order of the starts is only `likely` a fault.', site: 'trigger.dev runEngineWorker/supervisor/session.ts:221' },
    '13.passive': { text: 'What is only a subscription to the earlier resource is `likely`.', site: 'homebridge-config-ui-x ui accessories-widget.component.ts:89' },
    '13.sync': { text: 'Releases that wait for nothing count when the dependency is proven.', site: 'zigbee2mqtt lib/controller.ts' },
    '13.one-path': { text: 'Releases that no run does both are no order.', site: 'electric agents-server/src/host.ts:113' },
  },
} as const satisfies ClauseSet;
