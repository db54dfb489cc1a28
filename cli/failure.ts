import { CommanderError } from 'commander';

/** A request that cannot be served: one sentence for the user, exit code 2. */
export class BadInput extends Error {}

/**
 * Prints what went wrong in one sentence on standard error and says with which code the process should exit:
 * commander's own for `--help` and `--version`, 2 for bad input and for internal errors.
 */
export function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof BadInput) {
    process.stderr.write(`lifecycle: ${error.message}\n`);
    return 2;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`lifecycle: internal error: ${message} (set LIFECYCLE_DEBUG=1 for the stack)\n`);
  if (process.env['LIFECYCLE_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return 2;
}
