import type { ClauseSet } from './clause.ts';

export const requireDisposeMethod = {
  rule: 'require-dispose-method',
  finished: true,
  clauses: {
    '11.start-stop': {
      text: 'A class with a start verb and a stop verb and no dispose symbol is reported at its name.',
      site: 'trigger.dev apps/webapp/app/v3/dynamicFlushScheduler.server.ts:100',
    },
    '11.owned-teardown': {
      text: 'So is a class without a start verb whose stop-like teardown releases what it owns; a close that owns nothing is none.',
      site: 'playwright fsWatcher.ts:43',
    },
    '11.async-verb': {
      text: 'An asynchronous start or stop makes a lifecycle.',
      site: 'homebridge-config-ui-x src/modules/config-editor/config-editor.service.ts:32',
    },
    '11.touches-resource': {
      text: 'So does a synchronous start or stop that touches a resource, such as a timer.',
      site: 'theia, class Autorun',
    },
    '11.stopwatch': {
      text: 'Stopwatches, parsers and animations are silent: their verbs are synchronous and touch no resource.',
      site: 'https://github.com/sindresorhus/ora, start() and stop()',
    },
    '11.abstract': {
      text: 'An interface, or a class whose verbs are all abstract, is silent; a class that implements them is not.',
      site: 'modelcontextprotocol/typescript-sdk, interface Transport',
    },
    '11.framework-hook': {
      text: 'A class whose only teardown is a framework hook is silent: the framework owns it.',
      site: 'https://docs.nestjs.com/fundamentals/lifecycle-events',
    },
    '11.inherited': {
      text: 'A dispose method that is inherited counts; verbs that are inherited are reported where they are declared, once.',
      site: 'theia disposable.ts, class DisposableCollection',
    },
    '11.other-symbol': {
      text: 'Either symbol will do for this rule; whether it waits is the concern of others.',
      site: 'live777 ac665c1e (#213)',
    },
    '11.verb-pair': {
      text: 'The verbs have to belong together: `start` with `stop`, `open` with `close`, and what `settings.verbs` adds.',
      site: '565 classes of 42 repositories, 205 of them with exactly start and stop',
    },
    '11.nameless': {
      text: 'A class without a name is reported at its `class` keyword.',
      site: 'https://typescript-eslint.io/rules/class-methods-use-this',
    },
    '11.suggest-async': {
      text: 'The suggestion inserts `[Symbol.asyncDispose]`, which delegates to an asynchronous stop.',
      site: 'denoland/std 3fcb0a8b2 (#4143)',
    },
    '11.suggest-sync': {
      text: 'The suggestion inserts `[Symbol.dispose]`, which delegates to a synchronous stop.',
      site: 'denoland/std c6ed026ec',
    },
    '11.no-suggestion': {
      text: 'A stop that needs arguments is reported without a suggestion.',
      site: 'trigger.dev internal-packages/run-engine/src/run-queue/index.ts:392',
    },
  },
} as const satisfies ClauseSet;
