import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ESLint, Linter } from 'eslint';
import { BadInput } from '../failure.ts';
import { foldersUp, relativeTo } from './paths.ts';

/** What the project's ESLint configuration says for one file. */
export type ConfigOfFile = Pick<Linter.Config, 'rules' | 'settings' | 'plugins' | 'linterOptions'>;

export interface EslintConfigs {
  /** `ignored` when the configuration ignores the file, nothing when there is no configuration. */
  of(file: string): Promise<ConfigOfFile | 'ignored' | undefined>;
  /** Configurations that were found and not read, because no ESLint is installed. */
  unread(): string[];
}

export interface ConfigSource {
  readonly cwd: string;
  /** The file to read instead of the nearest ones, absolute; `false` to read none. */
  readonly config?: string | false | undefined;
}

type LoadedEslint = Pick<ESLint, 'calculateConfigForFile'>;

const names = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);

/** Every kind of source is matched, so that "no configuration for this file" can only mean "ignored". */
const sources = { files: ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}'] };

/** Reads configurations through the project's own ESLint: for each file the nearest `eslint.config.*` above it. */
export function eslintConfigs(source: ConfigSource): EslintConfigs {
  const byFolder = new Map<string, LoadedEslint | undefined>();
  const byConfig = new Map<string, LoadedEslint | undefined>();
  const eslintOf = (file: string): LoadedEslint | undefined => {
    const folder = path.dirname(file);
    if (!byFolder.has(folder)) byFolder.set(folder, eslintFor(source, folder, byConfig));
    return byFolder.get(folder);
  };
  return {
    async of(file) {
      const eslint = eslintOf(file);
      if (!eslint) return undefined;
      return ((await calculate(eslint, file, source)) as ConfigOfFile | undefined) ?? 'ignored';
    },
    unread: () => [...byConfig].flatMap(([config, eslint]) => (eslint ? [] : [relativeTo(source.cwd, config)])),
  };
}

async function calculate(eslint: LoadedEslint, file: string, source: ConfigSource): Promise<unknown> {
  try {
    return await eslint.calculateConfigForFile(file);
  } catch (error) {
    const name = relativeTo(source.cwd, configFor(source, path.dirname(file)) ?? file);
    throw new BadInput(`the ESLint configuration ${name} cannot be used: ${firstLine(error)} (--no-config scans without it)`);
  }
}

function eslintFor(source: ConfigSource, folder: string, byConfig: Map<string, LoadedEslint | undefined>): LoadedEslint | undefined {
  const config = configFor(source, folder);
  if (config === undefined) return undefined;
  if (!byConfig.has(config)) byConfig.set(config, loadEslint(source, config));
  return byConfig.get(config);
}

function loadEslint(source: ConfigSource, config: string): LoadedEslint | undefined {
  const isNamed = typeof source.config === 'string';
  const cwd = isNamed ? source.cwd : path.dirname(config);
  const Eslint = eslintClass(cwd);
  if (!Eslint && isNamed) throw new BadInput('--config needs ESLint 9.15 or newer, which is not installed here');
  return Eslint && new Eslint({ cwd, overrideConfig: [sources], ...(isNamed ? { overrideConfigFile: config } : {}) });
}

function eslintClass(folder: string): typeof ESLint | undefined {
  try {
    const { ESLint: found } = createRequire(path.join(folder, 'package.json'))('eslint') as { ESLint: typeof ESLint };
    return Number.parseInt(found.version) >= 9 ? found : undefined;
  } catch {
    return undefined;
  }
}

function configFor(source: ConfigSource, folder: string): string | undefined {
  return source.config === false ? undefined : (source.config ?? nearestConfig(folder));
}

function nearestConfig(folder: string): string | undefined {
  for (const at of foldersUp(folder)) {
    const name = names.find((candidate) => existsSync(path.join(at, candidate)));
    if (name !== undefined) return path.join(at, name);
  }
  return undefined;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/[.:\s]+$/, '');
}
