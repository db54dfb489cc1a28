import type { Family } from '../contract.ts';
import { inPackage, lib } from './naming.ts';

const crypto = inPackage('node:crypto');
const zlib = inPackage('node:zlib');

const hashes = ['Hash', 'Hmac', 'Sign', 'Verify', 'Cipheriv', 'Decipheriv', 'CipherGCM', 'DecipherGCM', 'CipherCCM', 'DecipherCCM'];
const compressors = ['Gzip', 'Gunzip', 'Deflate', 'Inflate', 'DeflateRaw', 'InflateRaw', 'Unzip', 'BrotliCompress', 'BrotliDecompress'];
const iterators = ['Iterator', 'IteratorObject', 'Generator', 'AsyncIterator', 'AsyncIteratorObject', 'AsyncGenerator', 'IterableIterator', 'AsyncIterableIterator', 'ArrayIterator', 'MapIterator', 'SetIterator', 'StringIterator'];

/** Types that look like resources, often because they carry a dispose symbol, and that nobody has to release. */
export const nonResources: Family = {
  nonResources: [
    ...hashes.map((name) => ({ type: crypto(name), because: 'a computation in memory' })),
    ...compressors.map((name) => ({ type: zlib(name), because: 'a transformation in memory' })),
    ...iterators.map((name) => ({ type: lib(name), because: 'ends with its loop' })),
    { type: lib('ReadableStreamDefaultController'), because: 'close() ends the stream for its reader; it belongs to the stream' },
    { type: lib('TransformStreamDefaultController'), because: 'belongs to its stream' },
    { type: inPackage('@opentelemetry/api')('Span'), because: 'end() marks a time; nothing is held open' },
    { type: inPackage('vitest')('MockInstance'), because: 'a spy; the runner restores it' },
    { type: inPackage('@vitest/spy')('MockInstance'), because: 'a spy; the runner restores it' },
    { type: inPackage('express')('Response'), because: 'belongs to its server; end() completes the answer' },
  ],
};
