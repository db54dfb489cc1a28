import { type ParseArgsConfig, parseArgs } from 'node:util';
import { BadInput } from '../cli/failure.ts';

type Parsed<Config extends ParseArgsConfig> = ReturnType<typeof parseArgs<Config>>;

/** The arguments as `read` understands them. What it does not (`BadInput`), and an unknown option, is one sentence and exit code 2. */
export async function readArguments<Config extends ParseArgsConfig, Read>(config: Config, read: (parsed: Parsed<Config>) => Read | Promise<Read>): Promise<Read> {
  try {
    return await read(parseArgs(config));
  } catch (error) {
    if (!(error instanceof BadInput) && !isMisparsed(error)) throw error;
    console.error(firstSentence(error.message));
    process.exit(2);
  }
}

/** A whole number from 1 on. */
export function countOf(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new BadInput(`${option} takes a number from 1 on, not '${text}'.`);
  return Number(text);
}

function isMisparsed(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function firstSentence(message: string): string {
  return `${message.split(/\.(?:\s|$)/)[0]}.`;
}
