import type { Family, Sink } from '../contract.ts';
import { atOnce, documented, inPackage, lib, made, measured, probed, promised, read } from './naming.ts';

const angular = inPackage('@angular/core');
const awilix = inPackage('awilix');
const tsyringe = inPackage('tsyringe');
const inversify = inPackage('inversify');
const inversifyContainer = inPackage('@inversifyjs/container');
const closeWithGrace = inPackage('close-with-grace');

const angularDocs = documented('@angular/core 21', 'https://angular.dev/api/core/DestroyRef');

const callback = (call: Sink['call'], evidence: Sink['evidence']): Sink => ({ call, takes: 'callback', evidence });

/** Containers, frameworks and shutdown helpers that take a release over. */
export const lifecycles: Family = {
  contracts: [
    {
      type: awilix('AwilixContainer'),
      kind: 'container',
      acquire: [{ ...made(awilix('createContainer'), 'lazy'), likely: true }],
      release: [promised('dispose')],
      notes: ['It disposes its singletons in parallel, in the order of its cache.'],
      evidence: [measured('awilix 13')],
    },
    {
      type: tsyringe('DependencyContainer'),
      kind: 'container',
      acquire: [],
      release: [promised('dispose')],
      notes: ['It disposes in the order of creation, all at once.'],
      evidence: [measured('tsyringe 4')],
    },
    {
      type: inPackage('http-terminator')('HttpTerminator'),
      kind: 'handle',
      acquire: [made(inPackage('http-terminator')('createHttpTerminator'), 'lazy')],
      release: [promised('terminate')],
      evidence: [probed('http-terminator 3.2'), read('http-terminator 3.2')],
    },
    {
      type: inPackage('lightship')('Lightship'),
      kind: 'server',
      acquire: [{ ...made(inPackage('lightship')('createLightship'), 'eager'), likely: true }],
      release: [promised('shutdown')],
      notes: ['It lives as long as the process.', 'Shutdown handlers run in the order of their registration.'],
      evidence: [read('lightship 9.0')],
    },
    {
      type: closeWithGrace('CloseWithGraceReturn'),
      kind: 'listener',
      acquire: [],
      release: [atOnce('uninstall'), atOnce('close')],
      notes: ['It lives as long as the process.'],
      evidence: [read('close-with-grace 2.5')],
    },
    {
      type: angular('EffectRef'),
      kind: 'subscription',
      acquire: [],
      release: [atOnce('destroy')],
      notes: ['Made in an injection context it ends with its component.'],
      evidence: [read('@angular/core 21.2', 'typings'), documented('@angular/core 21', 'https://angular.dev/api/core/effect')],
    },
    {
      type: angular('ComponentRef'),
      kind: 'handle',
      acquire: [made(angular('createComponent'), 'eager')],
      release: [atOnce('destroy')],
      evidence: [read('@angular/core 21.2', 'typings'), documented('@angular/core 21', 'https://angular.dev/api/core/ComponentRef')],
    },
    {
      type: angular('EnvironmentInjector'),
      alsoNamed: ['DestroyableInjector'],
      kind: 'container',
      acquire: [made(angular('createEnvironmentInjector'), 'lazy')],
      release: [atOnce('destroy')],
      evidence: [read('@angular/core 21.2', 'typings'), documented('@angular/core 21', 'https://angular.dev/api/core/createEnvironmentInjector')],
    },
  ],
  sinks: [
    callback(angular('DestroyRef', 'onDestroy'), [angularDocs]),
    callback(angular('ApplicationRef', 'onDestroy'), [angularDocs]),
    callback(angular('ComponentRef', 'onDestroy'), [angularDocs]),
    { call: angular('takeUntilDestroyed'), takes: 'this', evidence: [documented('@angular/core 21', 'https://angular.dev/api/core/rxjs-interop/takeUntilDestroyed')] },
    callback(awilix('DisposableResolver', 'disposer'), [measured('awilix 13')]),
    { call: tsyringe('DependencyContainer', 'registerInstance'), takes: 1, evidence: [measured('tsyringe 4')] },
    callback(inversifyContainer('BindInWhenOnFluentSyntax', 'onDeactivation'), [read('inversify 8')]),
    callback(inversify('Container', 'onDeactivation'), [read('inversify 8')]),
    callback(closeWithGrace('closeWithGrace'), [read('close-with-grace 2.5')]),
    callback(inPackage('lightship')('Lightship', 'registerShutdownHandler'), [read('lightship 9.0')]),
    { call: inPackage('@godaddy/terminus')('createTerminus'), takes: 0, evidence: [read('@godaddy/terminus 4.12')] },
    { call: inPackage('http-graceful-shutdown')('GracefulShutdown'), takes: 0, evidence: [documented('http-graceful-shutdown 3', 'https://github.com/sebhildebrandt/http-graceful-shutdown')] },
    { call: inPackage('stoppable')('stoppable'), takes: 0, evidence: [read('stoppable 1.1')] },
    { call: inPackage('http-terminator')('createHttpTerminator'), takes: 'all', evidence: [read('http-terminator 3.2')] },
    callback(lib('AbortSignal', 'addEventListener'), [documented('DOM', 'https://dom.spec.whatwg.org/#abortsignal-add')]),
    callback(inPackage('node:events')('addAbortListener'), [documented('Node 20', 'https://nodejs.org/docs/latest-v20.x/api/events.html#eventsaddabortlistenersignal-listener')]),
  ],
};
