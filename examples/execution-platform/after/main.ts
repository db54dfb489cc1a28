#!/usr/bin/env -S npx tsx
import { platformFromEnvironment } from '../platform/from-environment.ts';
import { entryPoints } from './entry-points.ts';

process.exitCode = await main(process.argv[2] ?? '');

async function main(name: string): Promise<number> {
  if (isEntryPoint(name)) return entryPoints[name](await platformFromEnvironment(process.env));
  console.error(`Which entry point? One of: ${Object.keys(entryPoints).join(', ')}.`);
  return 2;
}

function isEntryPoint(name: string): name is keyof typeof entryPoints {
  return name in entryPoints;
}
