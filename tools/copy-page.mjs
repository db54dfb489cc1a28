// The page of `lifecycle graph` is text that a browser reads; the compiler leaves it where it is.
import { copyFileSync, mkdirSync } from 'node:fs';

const folder = 'cli/graph/page';
mkdirSync(`dist/${folder}`, { recursive: true });
for (const file of ['page.js', 'page.css']) copyFileSync(`${folder}/${file}`, `dist/${folder}/${file}`);
