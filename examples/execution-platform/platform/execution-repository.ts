import type { Execution } from './domain.ts';
import type { Database } from './ports/database.ts';

export class ExecutionRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async save(execution: Execution): Promise<void> {
    await this.database.put('executions', execution.id, execution);
  }

  async find(id: string): Promise<Execution | undefined> {
    return (await this.database.get('executions', id)) as Execution | undefined;
  }

  async change(id: string, change: Partial<Execution>): Promise<boolean> {
    const execution = await this.find(id);
    if (!execution) return false;
    await this.save({ ...execution, ...change });
    return true;
  }
}
