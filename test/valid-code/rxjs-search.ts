// Observables whose subscriptions are handed to the caller, or end by themselves.
import { first, fromEvent, interval, Observable, Subject, type Subscription, takeUntil } from 'rxjs';

export function onResize(run: (width: number) => void): Subscription {
  return fromEvent<Event>(window, 'resize').subscribe(() => run(window.innerWidth));
}

export function ticks(period: number): Observable<number> {
  return new Observable((subscriber) => {
    let count = 0;
    const timer = setInterval(() => subscriber.next(count++), period);
    return () => clearInterval(timer);
  });
}

export function onFirstClick(target: EventTarget, run: () => void): void {
  fromEvent<Event>(target, 'click').pipe(first<Event>()).subscribe(() => run());
}

export class Poller implements Disposable {
  readonly #stopped = new Subject<void>();

  poll(run: (turn: number) => void): void {
    interval(1_000).pipe(takeUntil<number>(this.#stopped)).subscribe(run);
  }

  [Symbol.dispose](): void {
    this.#stopped.next();
    this.#stopped.complete();
  }
}
