import type { Contract, Family } from '../contract.ts';
import { atOnce, built, calledBack, documented, inPackage, measured, probed, promised, read } from './naming.ts';

const undici = inPackage('undici');
const smithy = inPackage('@smithy/node-http-handler');

const dispatcher = (name: string): Contract => ({
  type: undici(name),
  alsoFrom: ['undici-types'],
  kind: 'pool',
  acquire: [built('lazy')],
  release: [promised('close', { again: 'rejects' }), calledBack('close', { again: 'rejects' }), promised('destroy', { abrupt: true })],
  notes: ['A second close() rejects with ClientDestroyedError.'],
  evidence: [measured('undici 8')],
});

export const httpClients: Family = {
  contracts: [
    dispatcher('Agent'),
    dispatcher('Pool'),
    dispatcher('Client'),
    { ...dispatcher('ProxyAgent'), release: [promised('close'), promised('destroy', { abrupt: true })], notes: [], evidence: [read('undici 7.30', 'typings'), documented('undici 7', 'https://undici.nodejs.org/#/docs/api/ProxyAgent')] },
    { ...dispatcher('MockAgent'), release: [promised('close')], notes: [], evidence: [read('undici 7.30', 'typings'), documented('undici 7', 'https://undici.nodejs.org/#/docs/api/MockAgent')] },
    {
      type: inPackage('@aws-sdk/client-s3')('S3Client'),
      kind: 'client',
      acquire: [{ ...built('lazy'), likely: true }],
      release: [atOnce('destroy')],
      notes: ['Idle sockets close by themselves.', 'Every client of @aws-sdk extends the same base with the same destroy().'],
      evidence: [probed('@aws-sdk/client-s3 3.1169'), read('@aws-sdk/client-s3 3.1169', 'typings'), documented('@aws-sdk 3', 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/s3/')],
    },
    {
      type: smithy('NodeHttpHandler'),
      alsoNamed: ['NodeHttp2Handler'],
      kind: 'pool',
      acquire: [],
      release: [atOnce('destroy')],
      evidence: [read('@smithy/node-http-handler 4.14', 'typings')],
    },
  ],
};
