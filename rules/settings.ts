import { noSettings, type Settings } from '../analysis/settings.ts';

/** `settings.lifecycle` of a configuration; the same object for the same configuration, so that answers can be remembered by it. */
export function readSettings(settings: Readonly<Record<string, unknown>>): Settings {
  const given = settings['lifecycle'];
  return (given as Settings | undefined) ?? noSettings;
}
