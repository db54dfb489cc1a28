/** A server that the environment names does not answer. */
export class ServerMissingError extends Error {
  constructor(server: string, address: string, variable: string, cause: unknown) {
    super(`${server} does not answer at ${address} (${variable}); start it, or unset ${variable} to use the in-memory one.`, { cause });
    this.name = 'ServerMissingError';
  }
}

export interface ServerAddress {
  server: string;
  address: string;
  variable: string;
}

export async function reach({ server, address, variable }: ServerAddress, connect: () => Promise<unknown>): Promise<void> {
  try {
    await connect();
  } catch (error) {
    throw new ServerMissingError(server, address, variable, error);
  }
}
