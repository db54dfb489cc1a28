/** What `hand-work.patch` does about a bug, in which files of `before/`, and who says that no migration does it. */
export interface HandWork {
  readonly files: readonly string[];
  readonly what: string;
  /** The migration that refuses the place, with its reason; or the rule whose message names no migration. Nothing where no start or stop line changes. */
  readonly refusedBy?: { readonly migration: string; readonly reason: string } | { readonly rule: string };
}

export const byHand: Readonly<Record<string, HandWork>> = {
  B2: { files: ['services/queue-manager.ts'], what: 'the interval begins in `start()`', refusedBy: { migration: 'constructor-to-start', reason: 'site-cannot-await' } },
  B3: { files: ['services/event-replay-service.ts'], what: '`start()` attaches the listener and `stop()` takes it off', refusedBy: { migration: 'constructor-to-start', reason: 'start-not-movable' } },
  B5: { files: ['services/kafka-producer.ts'], what: '`running = true` comes last, so that a later start works' },
  B8: { files: ['services/result-processor.ts', 'workers/result-processor.ts'], what: 'whoever starts the producer stops it', refusedBy: { rule: 'no-dispose-borrowed' } },
  B16: { files: ['services/pod-monitor.ts', 'workers/pod-monitor.ts'], what: 'whoever connects the client closes it', refusedBy: { rule: 'no-dispose-borrowed' } },
  B18: { files: ['routes.ts'], what: 'a scope clears the interval, and open event streams end with the server', refusedBy: { migration: 'trailing-stop-to-using', reason: 'released-elsewhere' } },
};

/** A line that begins or ends something. */
const startOrStop = /\b(?:start|stop|connect|close|disconnect|listen|dispose(?:Async)?|use|adopt|defer|on|off|once|(?:set|clear)(?:Interval|Timeout))\(/;

/** The files in which a patch adds or removes lines that start or stop something. */
export function startAndStopFiles(patch: string): string[] {
  return patch.split(/^diff --git /m).slice(1).flatMap((part) => {
    const file = /^a\/before\/(\S+)/.exec(part)?.[1] ?? part;
    return part.split('\n').some((line) => /^[-+](?![-+]{2} )/.test(line) && startOrStop.test(line)) ? [file] : [];
  });
}
