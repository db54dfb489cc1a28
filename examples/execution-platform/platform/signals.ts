/** The first SIGTERM or SIGINT from now on. */
export function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const finish = (signal: NodeJS.Signals): void => {
      process.off('SIGTERM', finish);
      process.off('SIGINT', finish);
      resolve(signal);
    };
    process.on('SIGTERM', finish);
    process.on('SIGINT', finish);
  });
}
