import type { Equivalence } from '../../analysis/contracts/contract.ts';
import type { FileTypes, ReleaseType } from '../../plans/finally-to-stack/types.ts';

/** What a test assumes of the types of a file: how the dispose of each variable compares with its release. */
export type Assumed = Readonly<Record<string, 'exact' | 'guarded' | 'lossy' | 'gives a value' | 'unknown'>>;

/** Types as assumed: `stop` is asynchronous, `close` is not; what is opened is there, unless its name says that it may be missing. */
export function assumedTypes(text: string, assumed: Assumed): FileTypes {
  return {
    rejectsUnused: false,
    release: ({ start, end }) => {
      const [, variable = '', method = ''] = /^(\w+)\??\.(\w+)/.exec(text.slice(start, end)) ?? [];
      return releaseType(assumed[variable] ?? 'unknown', method === 'stop');
    },
    alwaysThere: ({ start, end }) => !text.slice(start, end).includes('maybe'),
    annotation: ({ start, end }) => (text.slice(start, end).startsWith('unnamed') ? undefined : 'Service | undefined'),
  };
}

function releaseType(how: Assumed[string], thenable: boolean): ReleaseType | undefined {
  if (how === 'unknown') return undefined;
  const equivalence = how === 'gives a value' ? undefined : how;
  return { dispose: equivalence ? otherwiseLossy(thenable, equivalence) : {}, givesNothing: how !== 'gives a value', thenable };
}

/** Each symbol is one of the two releases, and so never the other. */
function otherwiseLossy(thenable: boolean, equivalence: Equivalence): ReleaseType['dispose'] {
  return thenable ? { async: equivalence, sync: 'lossy' } : { sync: equivalence, async: 'lossy' };
}
