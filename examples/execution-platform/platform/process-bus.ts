import { EventEmitter } from 'node:events';

export type ProcessBus = EventEmitter<{ replay: [executionId: string] }>;

/** Events within one process; it lives as long as the process. */
export const processBus: ProcessBus = new EventEmitter();
