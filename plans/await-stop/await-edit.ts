import type { TextEdit } from '../edit.ts';
import type { Range } from '../syntax/node.ts';

/** `await` at a place, before what stands there or before a promise that takes the place of the call. */
export function awaitEdit({ start, end, promiseForm }: Range & { readonly promiseForm: string | undefined }): TextEdit {
  return { start, end, text: promiseForm === undefined ? 'await ' : `await ${promiseForm}` };
}
