import { ts } from 'ts-morph';
import type { TypeScript } from '../../analysis/view.ts';

/** The TypeScript of ts-morph, under the types that the analysis is written with. */
export const typescript = ts as unknown as TypeScript;
