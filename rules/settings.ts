import { problemsOfSettings } from '../analysis/index.ts';
import { noSettings, type Settings } from '../analysis/settings.ts';

const valid = new WeakSet<object>();

/**
 * `settings.lifecycle` of a configuration; the same object for the same configuration, so that answers can be remembered by it.
 * @throws an error with one sentence for each problem of the settings
 */
export function readSettings(settings: Readonly<Record<string, unknown>>): Settings {
  const given = settings['lifecycle'];
  if (given === undefined) return noSettings;
  if (typeof given === 'object' && given !== null && valid.has(given)) return given;
  const problems = problemsOfSettings(given);
  if (problems.length > 0) throw new Error(problems.join(' '));
  valid.add(given as object);
  return given as Settings;
}
