// A component whose subscriptions end with it.
import { Component, DestroyRef, inject, type OnDestroy, type OnInit } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent, interval, type Subscription } from 'rxjs';

@Component({ selector: 'app-clock', template: '{{ time }}' })
export class ClockComponent implements OnInit, OnDestroy {
  time = new Date();
  private readonly destroyRef = inject(DestroyRef);
  private keys: Subscription | undefined;

  ngOnInit(): void {
    interval(1_000)
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe(() => {
        this.time = new Date();
      });
    this.keys = fromEvent<KeyboardEvent>(document, 'keydown').subscribe((event) => {
      if (event.key === 'r') this.time = new Date(0);
    });
  }

  ngOnDestroy(): void {
    this.keys?.unsubscribe();
  }
}
