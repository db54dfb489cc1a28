import type { CallName } from './contract.ts';

const rxjs = (name: string): CallName => ({ from: 'package', package: 'rxjs', name });

/** Operators after which an observable ends by itself, or with the scope that made it. */
export const completingOperators: ReadonlySet<string> = new Set(['first', 'take', 'takeUntil', 'takeUntilDestroyed', 'takeWhile', 'single', 'elementAt', 'find', 'last', 'toArray', 'untilDestroyed']);

/** Functions whose observable ends by itself. */
export const completingSources: readonly CallName[] = ['of', 'from', 'EMPTY', 'empty', 'throwError', 'range', 'forkJoin', 'lastValueFrom', 'firstValueFrom'].map(rxjs);

/** Functions whose observable never ends by itself. */
export const endlessSources: readonly CallName[] = ['interval', 'fromEvent', 'fromEventPattern'].map(rxjs);

/** Types whose observables end by themselves: one answer per request. */
export const completingTypes: ReadonlySet<string> = new Set(['HttpClient', 'MatDialogRef', 'DialogRef', 'AfterClosed']);

/** Types that go on until somebody completes them. */
export const endlessTypes: ReadonlySet<string> = new Set(['Subject', 'BehaviorSubject', 'ReplaySubject', 'EventEmitter']);
