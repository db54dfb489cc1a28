export function logError(who: string, error: unknown): void {
  console.error(`${who}: ${error instanceof Error ? error.message : String(error)}`);
}
