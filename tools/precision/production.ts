/** Folders and files that are not production code: tests, benches, examples, fixtures, scripts, documentation. */
const apart = [
  /(^|\/)(tests?|__tests__|__mocks__|__fixtures__|specs?|e2e|bench|benchmarks?|fixtures?|examples?|samples?|playgrounds?|demos?|mocks?|mock-[^/]*|test-[^/]*|[^/]*-tests?|testing|testutils|testkit|scripts?|tools|evals|stories|website|docs|doctests|dev|templates?|generators?)\//i,
  /\.(test|spec|slow-spec|e2e|bench|test-d|stories|examples?|mock)\.[cm]?tsx?$/i,
  /(^|\/)(tests?|testutils?|jest|vitest|mocks?|setupTests?)([-.][^/]*)?\.[cm]?tsx?$/i,
  /test-(utils?|helpers?)/i,
];

/** Whether a file, named from its repository's root, is production code. */
export function isProduction(file: string): boolean {
  return !apart.some((pattern) => pattern.test(file));
}

/** Whether a file is TypeScript source. */
export function isSource(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file);
}
