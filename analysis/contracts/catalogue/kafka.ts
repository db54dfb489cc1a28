import type { Contract, Family } from '../contract.ts';
import { inPackage, measured, read } from './naming.ts';

const kafkajs = inPackage('kafkajs');
const confluent = inPackage('@confluentinc/kafka-javascript');

const measuredKafkajs = measured('kafkajs 2.2.4', 'disconnect before connect and twice');
const source = read('kafkajs 2.2.4');

const kafkajsClient = (name: string, factory: string, kind: Contract['kind']): Contract => ({
  type: kafkajs(name),
  kind,
  acquire: [{ by: 'call', of: kafkajs('Kafka', factory), begins: 'start' }],
  start: [{ method: 'connect', completion: 'promise', restartable: true }],
  release: [{ method: 'disconnect', completion: 'promise' }],
  evidence: [measuredKafkajs, source],
});

export const kafka: Family = {
  contracts: [
    { ...kafkajsClient('Producer', 'producer', 'producer'), losesDataOnExit: true },
    {
      ...kafkajsClient('Consumer', 'consumer', 'consumer'),
      notes: ['stop() ends the run loop and keeps the connection; only disconnect() releases it.', 'run() settles when the consumer has been set up, not when it ends.'],
    },
    kafkajsClient('Admin', 'admin', 'client'),
    {
      type: confluent('Producer'),
      kind: 'producer',
      acquire: [{ by: 'call', of: confluent('Kafka', 'producer'), begins: 'start' }],
      start: [{ method: 'connect', completion: 'promise' }],
      release: [{ method: 'disconnect', completion: 'promise' }],
      flush: ['flush'],
      losesDataOnExit: true,
      evidence: [read('@confluentinc/kafka-javascript 1.10')],
    },
    {
      type: confluent('Consumer'),
      kind: 'consumer',
      acquire: [{ by: 'call', of: confluent('Kafka', 'consumer'), begins: 'start' }],
      start: [{ method: 'connect', completion: 'promise' }],
      release: [{ method: 'disconnect', completion: 'promise' }],
      evidence: [read('@confluentinc/kafka-javascript 1.10')],
    },
  ],
  nonResources: [{ type: kafkajs('Kafka'), because: 'a configuration from which clients are made; it opens nothing' }],
};
