import type { EventEmitter } from 'node:events';

/** Events within one process; it lives as long as the process. */
export type ProcessBus = EventEmitter<{ replay: [executionId: string] }>;
