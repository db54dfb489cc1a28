import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that only ask about programs in memory; they share the libraries that the first of them has parsed. */
const inMemory = ['test/{rules,analysis,docs}/**/*.test.ts', 'test/{clauses,fuzz,presets,registry,valid-code}.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'in memory', include: inMemory, isolate: false } },
      { extends: true, test: { name: 'on disk', include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...inMemory] } },
    ],
  },
});
