import type { Contract, Family, Release } from '../contract.ts';
import { atOnce, built, documented, inPackage, made, measured, probed, promised, read } from './naming.ts';

const rxjs = inPackage('rxjs');
const mobx = inPackage('mobx');
const query = inPackage('@tanstack/query-core');
const xstate = inPackage('xstate');
const vue = inPackage('@vue/reactivity');
const vueRuntime = inPackage('@vue/runtime-core');
const signals = inPackage('@preact/signals-core');
const effect = inPackage('effect');

const calling: Release = { self: true, completion: 'sync' };

const disposer = (packageName: string, name: string, calls: [name: string, member?: string][], evidence: Contract['evidence'], kind: Contract['kind'] = 'subscription'): Contract => ({
  type: inPackage(packageName)(name),
  opaque: true,
  kind,
  acquire: calls.map(([owner, member]) => made(inPackage(packageName)(owner, member), 'eager')),
  release: [calling],
  evidence,
});

const mobxSource = [read('mobx 7.1', 'typings'), documented('mobx 6', 'https://mobx.js.org/reactions.html#always-dispose-of-reactions')];

export const reactive: Family = {
  contracts: [
    {
      type: rxjs('Subscription'),
      alsoNamed: ['Subscriber'],
      kind: 'subscription',
      acquire: [{ ...made(rxjs('Observable', 'subscribe'), 'eager'), observable: true }, made(rxjs('ConnectableObservable', 'connect'), 'eager')],
      release: [atOnce('unsubscribe')],
      notes: ['add() makes it own other subscriptions.', 'An observable that completes by its type or operator (first, take, HttpClient) ends by itself.'],
      evidence: [measured('rxjs 7.8')],
    },
    { ...disposer('mobx', 'IReactionDisposer', [['autorun'], ['reaction']], [probed('mobx 7.1'), ...mobxSource]), dispose: { sync: 'exact' } },
    disposer('mobx', 'Lambda', [['observe'], ['intercept']], mobxSource),
    disposer('zustand', 'Unsubscribe', [['StoreApi', 'subscribe']], [probed('zustand 5.1'), read('zustand 5.1', 'typings'), documented('zustand 5', 'https://zustand.docs.pmnd.rs/apis/create-store#subscribe')]),
    disposer('redux', 'Unsubscribe', [['Store', 'subscribe']], [probed('redux 5.0'), read('redux 5.0', 'typings'), documented('redux 5', 'https://redux.js.org/api/store#subscribelistener')]),
    {
      ...disposer('@preact/signals-core', 'DisposeFn', [['effect'], ['Signal', 'subscribe']], [probed('@preact/signals-core 1.14'), read('@preact/signals-core 1.14', 'typings'), documented('@preact/signals-core 1', 'https://preactjs.com/guide/v10/signals/#effectfn')]),
      dispose: { sync: 'exact' },
    },
    {
      type: vue('EffectScope'),
      kind: 'container',
      acquire: [],
      release: [atOnce('stop')],
      notes: ['A scope made inside another one ends with it.'],
      evidence: [probed('vue 3.5'), read('vue 3.5', 'typings'), documented('vue 3', 'https://vuejs.org/api/reactivity-advanced.html#effectscope')],
    },
    {
      type: vueRuntime('App'),
      kind: 'application',
      acquire: [],
      release: [atOnce('unmount')],
      notes: ['An application usually lives as long as its page.'],
      evidence: [read('vue 3.5', 'typings'), documented('vue 3', 'https://vuejs.org/api/application.html#app-unmount')],
    },
    disposer('@tanstack/query-core', 'Unsubscribe', [['QueryObserver', 'subscribe'], ['QueryCache', 'subscribe'], ['MutationCache', 'subscribe'], ['QueriesObserver', 'subscribe']], [read('@tanstack/query-core 5.108', 'typings'), documented('@tanstack/query-core 5', 'https://tanstack.com/query/latest/docs/reference/QueryObserver')]),
    {
      type: query('QueryClient'),
      kind: 'service',
      acquire: [built('start')],
      start: [{ method: 'mount', completion: 'sync', restartable: true }],
      release: [atOnce('unmount')],
      evidence: [probed('@tanstack/query-core 5.108'), read('@tanstack/query-core 5.108', 'typings')],
    },
    {
      type: xstate('Actor'),
      alsoNamed: ['ActorRef'],
      kind: 'service',
      acquire: [made(xstate('createActor'), 'start')],
      start: [{ method: 'start', completion: 'sync' }],
      release: [atOnce('stop')],
      fluent: ['start', 'stop'],
      notes: ['An actor whose machine reaches a final state stops by itself.'],
      evidence: [probed('xstate 5.33'), read('xstate 5.33', 'typings'), documented('xstate 5', 'https://stately.ai/docs/actors#stopping-actors')],
    },
    {
      type: xstate('Subscription'),
      kind: 'subscription',
      acquire: [made(xstate('Actor', 'subscribe'), 'eager')],
      release: [atOnce('unsubscribe')],
      evidence: [read('xstate 5.33', 'typings'), documented('xstate 5', 'https://stately.ai/docs/actors')],
    },
    {
      type: effect('ManagedRuntime'),
      kind: 'container',
      acquire: [],
      release: [promised('dispose')],
      dispose: { async: 'exact' },
      evidence: [probed('effect 4.1'), read('effect 4.1')],
    },
  ],
  sinks: [
    { call: rxjs('Subscription', 'add'), takes: 0, evidence: [measured('rxjs 7.8')] },
    { call: rxjs('takeUntil'), takes: 'all', evidence: [documented('rxjs 7', 'https://rxjs.dev/api/operators/takeUntil')] },
    { call: rxjs('finalize'), takes: 'callback', evidence: [documented('rxjs 7', 'https://rxjs.dev/api/operators/finalize')] },
    { call: vue('onScopeDispose'), takes: 'callback', evidence: [documented('vue 3', 'https://vuejs.org/api/reactivity-advanced.html#onscopedispose')] },
    { call: vue('onWatcherCleanup'), takes: 'callback', evidence: [documented('vue 3', 'https://vuejs.org/api/reactivity-core.html#onwatchercleanup')] },
    { call: vueRuntime('onUnmounted'), takes: 'callback', evidence: [documented('vue 3', 'https://vuejs.org/api/composition-api-lifecycle.html#onunmounted')] },
    { call: vueRuntime('onBeforeUnmount'), takes: 'callback', evidence: [documented('vue 3', 'https://vuejs.org/api/composition-api-lifecycle.html#onbeforeunmount')] },
    { call: inPackage('svelte')('onDestroy'), takes: 'callback', evidence: [documented('svelte 5', 'https://svelte.dev/docs/svelte/lifecycle-hooks#onDestroy')] },
    { call: effect('acquireRelease'), takes: 'all', evidence: [read('effect 4.1')] },
    { call: effect('addFinalizer'), takes: 'callback', evidence: [read('effect 4.1')] },
  ],
  nonResources: [
    { type: rxjs('Observable'), because: 'nothing runs before subscribe()' },
    { type: rxjs('Subject'), because: 'a channel in memory; its subscriptions are the resources' },
    { type: rxjs('BehaviorSubject'), because: 'a channel in memory; its subscriptions are the resources' },
    { type: rxjs('ReplaySubject'), because: 'a channel in memory; its subscriptions are the resources' },
    { type: signals('Signal'), because: 'a value; its effects are the resources' },
    { type: mobx('IObservableValue'), because: 'a value; its reactions are the resources' },
  ],
};
