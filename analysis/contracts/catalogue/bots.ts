import type { Family } from '../contract.ts';
import { atOnce, built, documented, inPackage, made, probed, promised, read } from './naming.ts';

const discord = inPackage('discord.js');
const slackBolt = inPackage('@slack/bolt');
const slackSocket = inPackage('@slack/socket-mode');

export const bots: Family = {
  contracts: [
    {
      type: discord('Client'),
      kind: 'client',
      acquire: [built('start')],
      start: [{ method: 'login', completion: 'promise', queues: true, restartable: true }],
      release: [promised('destroy')],
      dispose: { async: 'exact' },
      evidence: [probed('discord.js 14.28'), read('discord.js 14.28')],
    },
    {
      type: discord('WebhookClient'),
      kind: 'client',
      acquire: [built('lazy')],
      release: [atOnce('destroy')],
      dispose: { async: 'exact' },
      evidence: [read('discord.js 14.28', 'typings'), documented('discord.js 14', 'https://discord.js.org/docs/packages/discord.js/main/WebhookClient:Class')],
    },
    {
      type: inPackage('telegraf')('Telegraf'),
      kind: 'client',
      acquire: [built('start')],
      start: [{ method: 'launch', completion: 'promise', runLoop: true, restartable: true }],
      release: [atOnce('stop', { beforeStart: 'throws' })],
      evidence: [probed('telegraf 4.16'), read('telegraf 4.16'), documented('telegraf 4', 'https://telegraf.js.org/classes/Telegraf-1.html')],
    },
    {
      type: inPackage('grammy')('Bot'),
      kind: 'client',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', runLoop: true, restartable: true }],
      release: [promised('stop')],
      evidence: [probed('grammy 1.46'), read('grammy 1.46', 'typings'), documented('grammy 1', 'https://grammy.dev/advanced/reliability#graceful-shutdown')],
    },
    {
      type: slackBolt('App'),
      alsoNamed: ['default'],
      kind: 'application',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('stop')],
      evidence: [read('@slack/bolt 5.1', 'typings'), documented('@slack/bolt 4', 'https://docs.slack.dev/tools/bolt-js/reference/')],
    },
    {
      type: slackSocket('SocketModeClient'),
      kind: 'connection',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('disconnect')],
      evidence: [read('@slack/socket-mode 3.1', 'typings'), documented('@slack/socket-mode 2', 'https://docs.slack.dev/tools/node-slack-sdk/socket-mode/')],
    },
    {
      type: inPackage('matrix-js-sdk')('MatrixClient'),
      kind: 'client',
      acquire: [made(inPackage('matrix-js-sdk')('createClient'), 'start')],
      start: [{ method: 'startClient', completion: 'promise', restartable: true }],
      release: [atOnce('stopClient')],
      evidence: [read('matrix-js-sdk 37.5', 'typings'), documented('matrix-js-sdk 37', 'https://matrix-org.github.io/matrix-js-sdk/classes/matrix.MatrixClient.html#stopclient')],
    },
    {
      type: inPackage('matrix-bot-sdk')('MatrixClient'),
      kind: 'client',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [atOnce('stop')],
      evidence: [read('matrix-bot-sdk 0.7', 'typings'), documented('matrix-bot-sdk 0.7', 'https://turt2live.github.io/matrix-bot-sdk/classes/MatrixClient.html')],
    },
    {
      type: inPackage('matrix-bot-sdk')('Appservice'),
      kind: 'server',
      acquire: [built('start')],
      start: [{ method: 'begin', completion: 'promise' }],
      release: [atOnce('stop')],
      evidence: [read('matrix-bot-sdk 0.7', 'typings'), documented('matrix-bot-sdk 0.7', 'https://turt2live.github.io/matrix-bot-sdk/classes/Appservice.html')],
    },
    {
      type: inPackage('tmi.js')('Client'),
      kind: 'connection',
      acquire: [built('start')],
      start: [{ method: 'connect', completion: 'promise', restartable: true }],
      release: [promised('disconnect', { beforeStart: 'rejects', again: 'rejects' })],
      evidence: [probed('tmi.js 1.8'), read('tmi.js 1.8', 'typings'), documented('tmi.js 1', 'https://tmijs.com/#guide-disconnect')],
    },
  ],
  nonResources: [
    { type: discord('Message'), because: 'a record' },
    { type: discord('BaseGuildVoiceChannel'), because: 'a record' },
  ],
};
