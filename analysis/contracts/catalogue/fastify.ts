import type { Family } from '../contract.ts';
import { inPackage, measured } from './naming.ts';

const fastifyPackage = inPackage('fastify');

export const fastify: Family = {
  contracts: [
    {
      type: fastifyPackage('FastifyInstance'),
      kind: 'application',
      acquire: [
        { by: 'call', of: fastifyPackage('fastify'), begins: 'start' },
      ],
      start: [
        { method: 'listen', completion: 'promise', final: true },
        { method: 'ready', completion: 'promise', final: true },
      ],
      release: [{ method: 'close', completion: 'promise' }],
      dispose: { async: 'exact' },
      fluent: ['register', 'after', 'decorate', 'decorateRequest', 'decorateReply', 'addHook', 'setErrorHandler', 'setNotFoundHandler', 'addSchema', 'withTypeProvider'],
      notes: ['A failed ready() leaves what was registered before it: close the instance all the same.', 'onClose hooks run last in, first out.'],
      evidence: [measured('fastify 5.12')],
    },
  ],
  sinks: [
    { call: fastifyPackage('FastifyInstance', 'addHook'), takes: 'callback', evidence: [measured('fastify 5.12', "addHook('onClose', …) also takes a Disposable")] },
  ],
  nonResources: [
    { type: fastifyPackage('FastifyRequest'), because: 'belongs to its server' },
    { type: fastifyPackage('FastifyReply'), because: 'belongs to its server' },
  ],
};
