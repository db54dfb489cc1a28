#!/usr/bin/env -S npx tsx
import { platformFromEnvironment } from '../platform/from-environment.ts';
import { ServerMissingError } from '../platform/real/reach.ts';
import { entryPoints } from './entry-points.ts';

const name = process.argv[2] ?? '';
if (name in entryPoints) await runNamed(name as keyof typeof entryPoints);
else refuse(`Which entry point? One of: ${Object.keys(entryPoints).join(', ')}.`, 2);

async function runNamed(entryPoint: keyof typeof entryPoints): Promise<void> {
  try {
    await entryPoints[entryPoint](await platformFromEnvironment(process.env));
  } catch (error) {
    if (!(error instanceof ServerMissingError)) throw error;
    refuse(error.message, 1);
  }
}

function refuse(sentence: string, code: number): void {
  console.error(sentence);
  process.exit(code);
}
