import type { Family } from '../contract.ts';
import { atOnce, built, calledBack, documented, inPackage, made, probed, promised, read } from './naming.ts';

const amqplib = inPackage('amqplib');
const manager = inPackage('amqp-connection-manager');
const nats = inPackage('nats');
const natsCore = inPackage('@nats-io/nats-core');
const mqtt = inPackage('mqtt');
const stomp = inPackage('@stomp/stompjs');
const zeromq = inPackage('zeromq');
const pubsub = inPackage('@google-cloud/pubsub');
const serviceBus = inPackage('@azure/service-bus');
const eventHubs = inPackage('@azure/event-hubs');

const azure = (version: string) => [read(version, 'typings'), documented(version, 'https://learn.microsoft.com/javascript/api/overview/azure/service-bus-readme')];

export const messaging: Family = {
  contracts: [
    {
      type: amqplib('ChannelModel'),
      alsoNamed: ['Connection'],
      kind: 'connection',
      acquire: [made(amqplib('connect'), 'eager')],
      release: [promised('close')],
      notes: ['Close the channels before their connection.'],
      evidence: [read('amqplib 2.3')],
    },
    {
      type: amqplib('Channel'),
      alsoNamed: ['ConfirmChannel'],
      kind: 'handle',
      acquire: [made(amqplib('ChannelModel', 'createChannel'), 'eager'), made(amqplib('ChannelModel', 'createConfirmChannel'), 'eager')],
      release: [promised('close')],
      evidence: [read('amqplib 2.3')],
    },
    {
      type: manager('AmqpConnectionManager'),
      alsoNamed: ['IAmqpConnectionManager'],
      kind: 'connection',
      acquire: [made(manager('connect'), 'eager')],
      release: [promised('close')],
      evidence: [read('amqp-connection-manager 5.0', 'typings'), documented('amqp-connection-manager 5', 'https://github.com/jwalton/node-amqp-connection-manager')],
    },
    {
      type: nats('NatsConnection'),
      alsoFrom: ['@nats-io/nats-core'],
      kind: 'connection',
      acquire: [made(nats('connect'), 'eager')],
      release: [promised('drain'), promised('close')],
      notes: ['drain() delivers what is pending and then closes.'],
      evidence: [read('nats 2.29')],
    },
    {
      type: nats('Subscription'),
      kind: 'subscription',
      acquire: [made(nats('NatsConnection', 'subscribe'), 'eager')],
      release: [atOnce('unsubscribe'), promised('drain')],
      evidence: [read('nats 2.29')],
    },
    {
      type: natsCore('NatsConnection'),
      alsoNamed: ['NatsConnectionImpl'],
      alsoFrom: ['@nats-io/transport-node'],
      kind: 'connection',
      acquire: [made(natsCore('wsconnect'), 'eager'), made(inPackage('@nats-io/transport-node')('connect'), 'eager')],
      release: [promised('drain'), promised('close')],
      dispose: { async: 'exact' },
      notes: ['Disposal skips a connection that is already closed.'],
      evidence: [read('@nats-io/nats-core 3.4')],
    },
    {
      type: mqtt('MqttClient'),
      kind: 'client',
      acquire: [made(mqtt('connect'), 'eager'), made(mqtt('connectAsync'), 'eager'), built('eager', [{ property: 'manualConnect', equals: true, begins: 'start' }])],
      start: [{ method: 'connect', completion: 'sync' }],
      release: [promised('endAsync', { beforeStart: 'rejects' }), calledBack('end')],
      fluent: ['connect', 'end', 'on', 'once', 'subscribe', 'unsubscribe', 'publish'],
      evidence: [probed('mqtt 5.16'), read('mqtt 5.16')],
    },
    {
      type: stomp('Client'),
      kind: 'client',
      acquire: [built('start')],
      start: [{ method: 'activate', completion: 'sync', restartable: true }],
      release: [promised('deactivate')],
      evidence: [probed('@stomp/stompjs 7.5'), read('@stomp/stompjs 7.5', 'typings'), documented('@stomp/stompjs 7', 'https://stomp-js.github.io/api-docs/latest/classes/Client.html')],
    },
    {
      type: stomp('StompSubscription'),
      kind: 'subscription',
      acquire: [made(stomp('Client', 'subscribe'), 'eager')],
      release: [atOnce('unsubscribe')],
      evidence: [read('@stomp/stompjs 7.5', 'typings'), documented('@stomp/stompjs 7', 'https://stomp-js.github.io/api-docs/latest/classes/Client.html#subscribe')],
    },
    {
      type: zeromq('Socket'),
      alsoNamed: ['Publisher', 'Subscriber', 'Request', 'Reply', 'Dealer', 'Router', 'Push', 'Pull', 'Pair'],
      kind: 'connection',
      acquire: [built('eager')],
      release: [atOnce('close')],
      evidence: [read('zeromq 6.8', 'typings'), documented('zeromq 6', 'https://zeromq.github.io/zeromq.js/classes/Socket.html')],
    },
    {
      type: pubsub('PubSub'),
      kind: 'client',
      acquire: [built('lazy')],
      release: [promised('close')],
      evidence: [read('@google-cloud/pubsub 5.3')],
    },
    {
      type: pubsub('Subscription'),
      kind: 'consumer',
      acquire: [made(pubsub('PubSub', 'subscription'), 'lazy')],
      release: [promised('close')],
      notes: ["It pulls from the first on('message')."],
      evidence: [read('@google-cloud/pubsub 5.3')],
    },
    {
      type: serviceBus('ServiceBusClient'),
      kind: 'client',
      acquire: [built('lazy')],
      release: [promised('close')],
      evidence: [probed('@azure/service-bus 7.9'), ...azure('@azure/service-bus 7.9')],
    },
    {
      type: serviceBus('ServiceBusReceiver'),
      kind: 'consumer',
      acquire: [made(serviceBus('ServiceBusClient', 'createReceiver'), 'lazy')],
      release: [promised('close')],
      evidence: azure('@azure/service-bus 7.9'),
    },
    {
      type: serviceBus('ServiceBusSender'),
      kind: 'producer',
      acquire: [made(serviceBus('ServiceBusClient', 'createSender'), 'lazy')],
      release: [promised('close')],
      evidence: azure('@azure/service-bus 7.9'),
    },
    {
      type: eventHubs('EventHubProducerClient'),
      kind: 'producer',
      acquire: [built('lazy')],
      release: [promised('close')],
      evidence: [probed('@azure/event-hubs 6.0'), read('@azure/event-hubs 6.0', 'typings'), documented('@azure/event-hubs 6', 'https://learn.microsoft.com/javascript/api/overview/azure/event-hubs-readme')],
    },
    {
      type: eventHubs('EventHubBufferedProducerClient'),
      kind: 'producer',
      acquire: [built('lazy')],
      release: [promised('close')],
      flush: ['flush'],
      losesDataOnExit: true,
      evidence: [read('@azure/event-hubs 6.0', 'typings'), documented('@azure/event-hubs 6', 'https://learn.microsoft.com/javascript/api/overview/azure/event-hubs-readme')],
    },
    {
      type: eventHubs('EventHubConsumerClient'),
      kind: 'consumer',
      acquire: [built('lazy')],
      release: [promised('close')],
      evidence: [read('@azure/event-hubs 6.0', 'typings'), documented('@azure/event-hubs 6', 'https://learn.microsoft.com/javascript/api/overview/azure/event-hubs-readme')],
    },
  ],
};
