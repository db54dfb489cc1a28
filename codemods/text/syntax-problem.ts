/** A file that does not parse, in one sentence with the file and the line. */
export class SyntaxProblem extends Error {
  readonly line: number | undefined;

  constructor(file: string, complaint: unknown) {
    const { message = String(complaint), loc } = (complaint ?? {}) as { message?: string; loc?: { line?: number } };
    const line = loc?.line;
    super(`${file}${line ? `:${line}` : ''} does not parse: ${message.split('\n')[0]?.replace(/\s*\(\d+:\d+\)$/, '')}`);
    this.line = line;
  }
}
