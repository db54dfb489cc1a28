import { readFileSync } from 'node:fs';
import path from 'node:path';

const repository = 'https://github.com/eslint-plugin-lifecycle/eslint-plugin-lifecycle';

/** The page of a rule, as it was when this version was published. */
export function docsUrl(rule: string): string {
  return `${repository}/blob/v${packageVersion()}/docs/rules/${rule}.md`;
}

/** The version of this package, read from the nearest package.json above this file (source tree and `dist` alike). */
export function packageVersion(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const version = versionIn(path.join(folder, 'package.json'));
    if (version !== undefined || path.dirname(folder) === folder) return version ?? '0.0.0';
  }
}

function versionIn(manifest: string): string | undefined {
  try {
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as { name: string; version: string };
    return name === 'eslint-plugin-lifecycle' ? version : undefined;
  } catch {
    return undefined;
  }
}
