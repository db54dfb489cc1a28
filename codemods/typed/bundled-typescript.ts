import { getLibFiles, libFolderInMemoryPath as folder, ts } from '@ts-morph/common';
import type { TypeScript } from '../../analysis/view.ts';
import type { BundledLibrary } from './shared-host.ts';

/** The TypeScript that ts-morph brings, under the types that the analysis is written with. */
export const bundledTypeScript = ts as unknown as TypeScript;

export const bundledLibrary: BundledLibrary = { folder, files: new Map(getLibFiles().map(({ fileName, text }) => [`${folder}/${fileName}`, text])) };
