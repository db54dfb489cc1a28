import { setImmediate } from 'node:timers/promises';
import { InjectedError } from './env.ts';

/** Runs programs that may drop a promise on purpose: an injected error that nobody sees is part of what they do, not a failure of the process. */
export async function withLostRejections<Result>(run: () => Promise<Result>): Promise<Result> {
  const listeners = process.listeners('unhandledRejection');
  const quiet: NodeJS.UnhandledRejectionListener = (reason, promise) => {
    if (!(reason instanceof InjectedError)) for (const listener of listeners) listener(reason, promise);
  };
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', quiet);
  try {
    return await run();
  } finally {
    await setImmediate();
    process.removeListener('unhandledRejection', quiet);
    for (const listener of listeners) process.on('unhandledRejection', listener);
  }
}
