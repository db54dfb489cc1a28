import type { CallName, Evidence, Family, Sink } from '../contract.ts';
import { documented, inPackage } from './naming.ts';

const hooks = (names: readonly CallName[], evidence: Evidence): Sink[] => names.map((call) => ({ call, takes: 'callback', evidence: [evidence] }));
const each = (packageName: string, names: readonly string[]): CallName[] => names.map((name) => inPackage(packageName)(name));
const members = (packageName: string, type: string, names: readonly string[]): CallName[] => names.map((name) => inPackage(packageName)(type, name));

export const testRunners: Family = {
  sinks: [
    ...hooks(
      [...each('node:test', ['after', 'afterEach']), ...members('node:test', 'TestContext', ['after', 'afterEach'])],
      documented('Node 20', 'https://nodejs.org/docs/latest-v20.x/api/test.html'),
    ),
    ...hooks(
      [...each('vitest', ['afterEach', 'afterAll', 'onTestFinished']), ...each('@vitest/runner', ['afterEach', 'afterAll', 'onTestFinished']), ...members('@vitest/runner', 'TestContext', ['onTestFinished'])],
      documented('vitest 4', 'https://vitest.dev/api/hooks'),
    ),
    ...hooks(each('@jest/globals', ['afterEach', 'afterAll']), documented('jest 30', 'https://jestjs.io/docs/api')),
    ...hooks([...each('jest', ['afterEach', 'afterAll']), ...each('jasmine', ['afterEach', 'afterAll'])], documented('jest 30, jasmine 5', 'https://jestjs.io/docs/api')),
    ...hooks(each('mocha', ['after', 'afterEach', 'suiteTeardown', 'teardown']), documented('mocha 11', 'https://mochajs.org/')),
    ...hooks([...members('@playwright/test', 'TestType', ['afterEach', 'afterAll']), ...members('playwright', 'TestType', ['afterEach', 'afterAll'])], documented('playwright 1.65', 'https://playwright.dev/docs/api/class-test')),
    ...hooks(members('ava', 'ExecutionContext', ['teardown']), documented('ava 6', 'https://github.com/avajs/ava/blob/main/docs/02-execution-context.md')),
    ...hooks(each('bun:test', ['afterEach', 'afterAll']), documented('bun 1.3', 'https://bun.sh/docs/test/lifecycle')),
    ...hooks(members('tape', 'Test', ['teardown']), documented('tape 5', 'https://github.com/tape-testing/tape')),
  ],
};
