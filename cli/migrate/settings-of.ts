import type { Settings } from '../../analysis/settings.ts';
import { BadInput } from '../failure.ts';
import { type FileConfigs, fileConfigs } from '../scan/file-configs.ts';

let configs: Promise<FileConfigs> | undefined;

/** `settings.lifecycle` of the ESLint configuration that a file falls under, so that a migration sees what the rules see. */
export async function settingsOf(file: string): Promise<Settings | undefined> {
  try {
    configs ??= fileConfigs({ cwd: process.cwd(), choice: { preset: undefined, only: new Set() } }, [], []);
    const config = await (await configs).of(file);
    return config === 'ignored' ? undefined : config.settings;
  } catch (error) {
    throw error instanceof BadInput ? new BadInput(error.message.replace(/ \(--no-config .*\)$/, '')) : error;
  }
}
