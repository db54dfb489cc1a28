/** `npm run contracts:docs`: writes `docs/contracts.md`. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { families } from '../../analysis/contracts/catalogue/index.ts';
import { page } from './page.ts';

writeFileSync(path.resolve(import.meta.dirname, '../../docs/contracts.md'), page(families));
