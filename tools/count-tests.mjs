// Prints the totals of vitest's JSON report as "N passed, N failed". A test file that could not be loaded counts as failed.
import { readFileSync } from 'node:fs';

const { numPassedTests, numFailedTests, testResults } = read(process.argv[2]);
const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
console.log(`${numPassedTests} passed, ${numFailedTests + unloaded} failed`);

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, testResults: [] };
  }
}
