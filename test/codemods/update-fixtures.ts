// Rewrites output.* and sites.txt of the golden directories from what the migration does now: `npm run golden -- <migration>`. Read the diff before you commit it.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fixturesOf, migrate, siteLines } from './fixtures.ts';

const [migration = 'finally-to-stack'] = process.argv.slice(2);

for (const fixture of fixturesOf(migration)) {
  const result = migrate(fixture, fixture.input);
  for (const [file, { edits, text }] of [[fixture.file, result], ...result.others] as const) {
    const output = path.join(fixture.folder, file.replace('input', 'output'));
    if (edits.length > 0) writeFileSync(output, text);
    else rmSync(output, { force: true });
  }
  writeFileSync(path.join(fixture.folder, 'sites.txt'), siteLines(result));
}
