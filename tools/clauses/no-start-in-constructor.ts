import type { ClauseSet } from './clause.ts';

export const noStartInConstructor = {
  rule: 'no-start-in-constructor',
  finished: true,
  clauses: {
    '1.start-verb': {
      text: 'A start verb called in a constructor is reported; called in a method it is not.',
      site: 'homebridge-config-ui-x src/modules/config-editor/config-editor.service.ts:32',
    },
    '1.field-initializer': {
      text: 'An instance field initializer is construction too.',
      site: 'homebridge-config-ui-x src/modules/status/status.service.ts:89',
    },
    '1.own-method': {
      text: 'A start in a method that the constructor calls synchronously is reported at that call.',
      site: 'homebridge-config-ui-x plugins/plugins.service.ts:131',
    },
    '1.helper': {
      text: 'So is a start in a function of the program that the constructor calls.',
      site: 'trigger.dev apps/webapp/app/v3/dynamicFlushScheduler.server.ts:100',
    },
    '1.iife': {
      text: 'A function invoked on the spot runs during construction; one that is only kept does not.',
      site: 'vite module-runner/runner.ts:78',
    },
    '1.array-callback': {
      text: 'Callbacks of array methods run during construction.',
      site: 'trigger.dev internal-packages/run-engine/src/run-queue/index.ts:392',
    },
    '1.later-callback': {
      text: 'A callback kept for later does not run during construction, whatever it starts.',
      site: 'trigger.dev packages/core/src/v3/runtime/sharedRuntimeManager.ts:39',
    },
    '1.call-chain': {
      text: 'The message names the calls that lead from the constructor to the start.',
      site: 'trigger.dev internal-packages/run-engine/src/batch-queue/index.ts:242',
    },
    '1.template-method': {
      text: "A base class that starts through a method which a subclass fills in is reported at the base class's call.",
      site: 'bullmq src/classes/redis-connection.ts:280',
    },
    '1.setinterval': {
      text: '`setInterval` in a constructor is work, handle kept or not.',
      site: 'trigger.dev apps/webapp/app/v3/dynamicFlushScheduler.server.ts:100',
    },
    '1.one-shot-this': {
      text: 'A one-shot timer counts when its callback uses `this`.',
      site: 'Unleash src/lib/services/api-token-service.ts:123',
    },
    '1.microtask-this': {
      text: 'A microtask counts when its callback uses `this`.',
      site: 'Unleash features/frontend-api/global-frontend-api-cache.ts:59',
    },
    '1.floating-promise': {
      text: 'A promise that the constructor drops is work nobody waits for, `void` or not.',
      site: 'matrix-hookshot src/feeds/FeedReader.ts:180',
    },
    '1.kept-promise': {
      text: 'Keeping the promise in a field changes nothing as long as nobody awaits it.',
      site: 'electric y-electric.ts:144',
    },
    '1.kept-promise-awaited': {
      text: 'A kept promise that the methods which need it await is `likely`.',
      site: 'bullmq src/classes/redis-connection.ts:280',
    },
    '1.kept-promise-teardown': {
      text: 'A kept promise that only the teardown awaits is a background loop: proven.',
      site: 'bullmq src/classes/queue-events.ts:293',
    },
    '1.nothing-async': {
      text: 'A promise of a function of the program that does nothing asynchronous is no work.',
      site: 'bullmq src/classes/redis-connection.ts:280',
    },
    '1.sync-start': {
      text: 'A synchronous method named start or init whose body has no timer, socket, listener or promise starts nothing.',
      site: 'theia, class Autorun',
    },
    '1.async-generator': {
      text: 'Calling an async generator starts nothing.',
      site: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Statements/async_function*',
    },
    '1.process': {
      text: 'A child process spawned in a constructor.',
      site: 'https://nodejs.org/api/child_process.html#child_processspawncommand-args-options',
    },
    '1.thread': {
      text: 'A worker thread created in a constructor.',
      site: 'https://nodejs.org/api/worker_threads.html#new-workerfilename-options',
    },
    '1.socket': {
      text: 'A socket opened or a server bound in a constructor; a server that is only created is not.',
      site: 'https://nodejs.org/api/net.html#netcreateconnection',
    },
    '1.watcher': {
      text: 'A file watcher created in a constructor.',
      site: 'playwright fsWatcher.ts:43',
    },
    '1.eager-client': {
      text: 'A client whose contract says that its constructor connects; what gathers first and sends later, as a span processor, is `likely`.',
      site: 'trigger.dev packages/redis-worker/src/fair-queue/index.ts:235',
    },
    '1.own-connection': {
      text: 'The socket of an instance that is nothing but its connection and objects of the program, that its teardown ends and no later step leaves behind, is `likely`.',
      site: 'playwright packages/dashboard/src/transport.ts:29; discord.js packages/voice/src/networking/VoiceWebSocket.ts:94, which beats besides',
    },
    '1.kept-by-helper': {
      text: 'A client of a class that is made only where a helper of the program keeps the one it makes for as long as the process lasts is `likely`; the body of the helper has to show that.',
      site: 'trigger.dev apps/webapp/app/utils/singleton.ts:1',
    },
    '1.for-process': {
      text: 'A client or worker of a class that is made only where code runs once in a process is `likely`: at the top of a module, in a callback of which a helper keeps the result, in synchronous functions and constructors that only such code runs; unless a later step can leave it behind.',
      site: 'trigger.dev apps/webapp/app/presenters/v3/DevPresence.server.ts:14',
    },
    '1.held-first': {
      text: 'What begins after the constructor of a base class has handed the instance to somebody is `likely`.',
      site: 'theia packages/process/src/node/raw-process.ts:89',
    },
    '1.observer': {
      text: 'An observer is judged by what it observes, as a listener is; one that the teardown disconnects is `likely`.',
      site: 'jupyterlab notebook/src/widget.ts:248',
    },
    '1.deadline': {
      text: 'A one-shot timer that calls what clears it whenever it is armed, or is armed again until its work is done, is `likely`.',
      site: 'nats core/src/request.ts:84; jupyterlab csvviewer/src/model.ts:81',
    },
    '1.lazy-client': {
      text: 'Lazy clients stay silent: `lazyConnect: true`, `pg.Pool`.',
      site: 'https://node-postgres.com/apis/pool',
    },
    '1.autorun-false': {
      text: 'A worker with `autorun: false` still connects: `likely`.',
      site: 'bullmq src/classes/worker.ts:354',
    },
    '1.foreign-listener': {
      text: 'A listener or subscription on something the instance did not create.',
      site: 'matrix-hookshot src/feeds/FeedReader.ts:133, src/hound/HoundReader.ts:42',
    },
    '1.listener-stays': {
      text: 'A listener is proven when the class can be ended and does not take it off; without a teardown, on one object of somebody else, it is `likely`.',
      site: 'helia bitswap/src/want-list.ts:141-153; jupyterlab running-extension/src/opentabs.ts:22',
    },
    '1.listener-ends-with-target': {
      text: 'A listener on what ends some time, or is made a part of the instance, is `likely`.',
      site: 'theia packages/debug/src/node/stream-debug-adapter.ts:41; jupyterlab apputils/src/mainareawidget.ts:118',
    },
    '1.listener-taken-off': {
      text: 'A listener that the teardown, or what is registered for the end, takes off is `likely`: the same object, event, listener and phase.',
      site: 'theia packages/core/src/node/messaging/ipc-channel.ts:39, packages/plugin-ext/src/main/browser/window-activity-tracker.ts:37',
    },
    '1.listener-lasting': {
      text: 'A listener on what the page, the process or a module keeps is proven, unless there is one instance as well.',
      site: 'Unleash features/frontend-api/global-frontend-api-cache.ts:59; playwright src/worker/workerMain.ts:79',
    },
    '1.listener-doubles': {
      text: 'A listener is proven when the program makes several instances with the same object.',
      site: 'playwright trace-viewer/src/ui/snapshotTab.tsx:99, where each object gets one',
    },
    '1.only-logs': {
      text: 'A listener that only tells a log of its event is `likely`: while it stays attached, nothing else happens.',
      site: 'matter.js packages/nodejs-ble/src/BlenoBleServer.ts:202',
    },
    '1.own-emitter': {
      text: 'Listening to itself or to what the instance created is no work.',
      site: 'bullmq src/classes/worker.ts:354',
    },
    '1.handed-over': {
      text: 'Listening to a socket or channel that was handed over for good is no work: the class releases it, or every construction site makes one for it.',
      site: 'discord.js WebSocketShard.ts:434',
    },
    '1.ownership-sink': {
      text: 'A subscription handed at once to an ownership sink of the instance: `this._register(…)`, `{ signal: this.#abort.signal }`.',
      site: 'microsoft/vscode src/vs/base/common/lifecycle.ts, class Disposable',
    },
    '1.other-class': {
      text: 'Constructing or extending another class of the program that starts: that class is reported, not this one.',
      site: 'zigbee2mqtt lib/controller.ts:168',
    },
    '1.one-per-start': {
      text: 'Each start is reported once, however many ways lead to it, and a call once for all the promises that it begins.',
      site: 'trigger.dev internal-packages/run-engine/src/run-queue/index.ts:392-399',
    },
    '1.static-factory': {
      text: 'A listener on what a static factory of the same class made is `likely`.',
      site: 'helia bitswap/src/want-list.ts:141-153',
    },
    '1.promise-executor': {
      text: 'A one-shot timer inside a promise executor is a pause or a race, no start.',
      site: 'https://nodejs.org/api/timers.html#timerspromisessettimeoutdelay-value-options',
    },
    '1.zero-delay': {
      text: '`setTimeout(…, 0)` and `setImmediate` are no start.',
      site: 'https://developer.mozilla.org/docs/Web/API/Window/setTimeout',
    },
    '1.emit-only': {
      text: 'A nextTick or microtask that only emits an event is `likely`.',
      site: 'https://nodejs.org/api/events.html#emitting-events-in-a-constructor',
    },
  },
} as const satisfies ClauseSet;
