import type { Problem } from './problem.ts';

/** A failure of our own while a file was judged, in one sentence; the stack only for who asks for it. */
export function internalError(file: string, what: string, error: unknown): Problem {
  if (process.env['LIFECYCLE_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  return { of: 'part', file, message: `internal error in ${what}: ${message} (LIFECYCLE_DEBUG=1 shows the stack; please report it)` };
}
