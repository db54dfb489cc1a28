export interface Settings {
  sseConsumers: number;
  maxRunning: number;
  collectStatistics: boolean;
  reconcilePods: boolean;
  prePullImages: readonly string[];
  batchSize: number;
  flushDeadlineMs: number;
  creationDeadlineMs: number;
  stopDeadlineMs: number;
}

export const defaultSettings: Settings = {
  sseConsumers: 3,
  maxRunning: 2,
  collectStatistics: true,
  reconcilePods: true,
  prePullImages: ['runner-python', 'runner-node'],
  batchSize: 10,
  flushDeadlineMs: 10_000,
  creationDeadlineMs: 30_000,
  stopDeadlineMs: 10_000,
};
