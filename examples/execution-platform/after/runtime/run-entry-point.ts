import type { Platform } from '../../platform/platform.ts';
import { Shutdown } from './shutdown.ts';

export type EntryPoint = (platform: Platform, shutdown: Shutdown) => Promise<void>;

/** Runs an entry point from its start to its end; the answer is the exit code. */
export async function runEntryPoint(entryPoint: EntryPoint, platform: Platform): Promise<number> {
  using shutdown = new Shutdown(platform.settings.stopDeadlineMs);
  shutdown.start();
  try {
    await entryPoint(platform, shutdown);
    return 0;
  } catch (error) {
    for (const message of messagesOf(error)) console.error(message);
    return 1;
  }
}

/** What went wrong, first things first: a `SuppressedError` carries the earlier error and what failed while leaving. */
function messagesOf(error: unknown): string[] {
  if (error instanceof SuppressedError) return [...messagesOf(error.suppressed), ...messagesOf(error.error)];
  return [error instanceof Error ? error.message : String(error)];
}
