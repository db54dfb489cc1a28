import type { Location, Log, Notification, ReportingDescriptor, Result, Run, ThreadFlowLocation } from 'sarif';
import { pathToFileURL } from 'node:url';
import { docsUrl, packageVersion } from '../../../rules/docs-url.ts';
import type { Question } from '../../../rules/question.ts';
import { ruleId } from '../asked-rules.ts';
import { relativeTo } from '../paths.ts';
import type { PathStep, Place, ScanFinding } from '../result.ts';
import type { Problem } from '../problem.ts';
import type { Report } from './report.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0, for code scanning: the proving path is a code flow, and fingerprints survive moved lines. */
export function sarifReport(report: Report): string {
  const log: Log = { $schema: schema, version: '2.1.0', runs: [run(report)] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function run({ result, questions, cwd }: Report): Run {
  const indexes = new Map(questions.map((question, index) => [ruleId(question), index]));
  return {
    tool: {
      driver: {
        name: 'lifecycle',
        semanticVersion: packageVersion(),
        informationUri: docsUrl('').replace(/\/blob\/.*$/, ''),
        rules: questions.map(descriptor),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [{
      executionSuccessful: result.problems.every((problem) => problem.of !== 'request'),
      toolExecutionNotifications: result.problems.map((problem) => notification(problem, cwd)),
    }],
    results: result.findings.map((finding) => resultOf(finding, cwd, indexes.get(finding.ruleId) ?? -1)),
  };
}

function descriptor(question: Question): ReportingDescriptor {
  const sentence = `${question.description.charAt(0).toUpperCase()}${question.description.slice(1)}.`;
  return {
    id: ruleId(question),
    name: question.name,
    shortDescription: { text: sentence },
    helpUri: docsUrl(question.name),
    help: { text: `${sentence} See ${docsUrl(question.name)}` },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['lifecycle', ...(question.recommended ? ['recommended'] : [])] },
  };
}

function resultOf(finding: ScanFinding, cwd: string, ruleIndex: number): Result {
  const { owner, release, migration, grade } = finding;
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: finding.severity,
    message: { text: finding.message },
    locations: [location(finding, cwd)],
    partialFingerprints: { 'lifecycle/v1': finding.fingerprint },
    ...(finding.path.length > 0 ? { codeFlows: [{ threadFlows: [{ locations: finding.path.map((step) => flowLocation(step, cwd)) }] }] } : {}),
    properties: { grade, ...(owner ? { owner } : {}), ...(release ? { release } : {}), ...(migration ? { migration } : {}) },
  };
}

function location(place: Place, cwd: string): Location {
  return {
    physicalLocation: {
      artifactLocation: artifact(place.file, cwd),
      region: { startLine: place.line, startColumn: place.column, endLine: place.endLine, endColumn: place.endColumn },
    },
  };
}

function flowLocation(step: PathStep, cwd: string): ThreadFlowLocation {
  return { location: { ...location(step, cwd), message: { text: step.note || step.code.trim() } } };
}

/** Below the working folder relative to it, elsewhere absolute. */
function artifact(file: string, cwd: string): { uri: string; uriBaseId?: string } {
  if (relativeTo(cwd, file).startsWith('../')) return { uri: pathToFileURL(file).href };
  return { uri: relativeTo(cwd, file).split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function notification(problem: Problem, cwd: string): Notification {
  const { file, line, column } = problem;
  const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return {
    level: 'error',
    message: { text: problem.message },
    ...(file === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: artifact(file, cwd), ...region } }] }),
  };
}
