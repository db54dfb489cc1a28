export const topics = {
  requests: 'execution-requests',
  commands: 'execution-commands',
  podEvents: 'pod-events',
  results: 'execution-results',
  deadLetters: 'dead-letters',
  settings: 'settings-events',
} as const;

export type Topic = (typeof topics)[keyof typeof topics];

export interface ExecutionRequested {
  type: 'execution-requested';
  executionId: string;
  script: string;
}

export interface CreatePod {
  type: 'create-pod';
  executionId: string;
  script: string;
}

export interface PodReported {
  type: 'pod-reported';
  executionId: string;
  phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  output: string;
}

export interface ExecutionFinished {
  type: 'execution-finished';
  executionId: string;
  status: 'completed' | 'failed';
  output: string;
}

export interface DeadLetter {
  type: 'dead-letter';
  executionId: string;
  topic: Topic;
  reason: string;
  original: string;
}

export interface SettingsChanged {
  type: 'settings-changed';
  executionId: string;
  name: string;
  value: string;
}

export type PlatformEvent = ExecutionRequested | CreatePod | PodReported | ExecutionFinished | DeadLetter | SettingsChanged;

export interface Execution {
  id: string;
  script: string;
  status: 'queued' | 'running' | 'completed' | 'failed';
  output: string;
}
