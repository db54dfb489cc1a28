import type { Family } from '../contract.ts';
import { atOnce, calledBack, built, documented, inPackage, made, measured, probed, promised, read } from './naming.ts';

const vite = inPackage('vite');
const webpack = inPackage('webpack');
const rollup = inPackage('rollup');
const rolldown = inPackage('rolldown');
const esbuild = inPackage('esbuild');
const chokidar = inPackage('chokidar');

export const buildTools: Family = {
  contracts: [
    {
      type: vite('ViteDevServer'),
      kind: 'server',
      acquire: [made(vite('createServer'), 'eager')],
      start: [{ method: 'listen', completion: 'promise' }],
      release: [promised('close')],
      fluent: ['listen'],
      notes: ['createServer() already watches files.'],
      evidence: [read('vite 8.3')],
    },
    {
      type: vite('PreviewServer'),
      kind: 'server',
      acquire: [made(vite('preview'), 'eager')],
      release: [promised('close')],
      evidence: [read('vite 8.3')],
    },
    {
      type: webpack('Compiler'),
      kind: 'service',
      acquire: [made(webpack('webpack'), 'lazy')],
      release: [calledBack('close')],
      notes: ['close() writes the persistent cache.'],
      evidence: [probed('webpack 5.112'), read('webpack 5.112', 'typings'), documented('webpack 5', 'https://webpack.js.org/api/node/#close')],
    },
    {
      type: webpack('Watching'),
      kind: 'watcher',
      acquire: [made(webpack('Compiler', 'watch'), 'eager')],
      release: [calledBack('close')],
      evidence: [read('webpack 5.112', 'typings'), documented('webpack 5', 'https://webpack.js.org/api/node/#watching')],
    },
    {
      type: inPackage('webpack-dev-server')('Server'),
      alsoNamed: ['default'],
      kind: 'server',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('stop')],
      evidence: [read('webpack-dev-server 5.2')],
    },
    {
      type: rollup('RollupBuild'),
      kind: 'handle',
      acquire: [made(rollup('rollup'), 'eager')],
      release: [promised('close')],
      dispose: { async: 'exact' },
      evidence: [read('rollup 4.68')],
    },
    {
      type: rollup('RollupWatcher'),
      kind: 'watcher',
      acquire: [made(rollup('watch'), 'eager')],
      release: [promised('close')],
      evidence: [read('rollup 4.68', 'typings'), documented('rollup 4', 'https://rollupjs.org/javascript-api/#rollup-watch')],
    },
    {
      type: rolldown('RolldownBuild'),
      kind: 'handle',
      acquire: [made(rolldown('rolldown'), 'lazy')],
      release: [promised('close')],
      dispose: { async: 'exact' },
      evidence: [read('rolldown 1.3', 'typings'), documented('rolldown 1', 'https://rolldown.rs/apis/javascript-api')],
    },
    {
      type: rolldown('RolldownWatcher'),
      alsoFrom: ['vite'],
      kind: 'watcher',
      acquire: [made(rolldown('watch'), 'eager')],
      release: [promised('close')],
      evidence: [read('rolldown 1.3', 'typings'), documented('rolldown 1', 'https://rolldown.rs/apis/javascript-api')],
    },
    {
      type: esbuild('BuildContext'),
      kind: 'service',
      acquire: [made(esbuild('context'), 'eager')],
      release: [promised('dispose')],
      notes: ['cancel() ends the build in flight and keeps watching.'],
      evidence: [read('esbuild 0.28')],
    },
    {
      type: inPackage('miniflare')('Miniflare'),
      kind: 'server',
      acquire: [{ by: 'new', begins: 'eager', fallible: true }],
      release: [promised('dispose')],
      evidence: [read('miniflare 4')],
    },
    {
      type: chokidar('FSWatcher'),
      kind: 'watcher',
      acquire: [made(chokidar('watch'), 'eager'), built('lazy')],
      release: [promised('close')],
      fluent: ['add', 'unwatch', 'on', 'once'],
      notes: ['A second close() hands out the same promise.'],
      evidence: [measured('chokidar 5')],
    },
    {
      type: inPackage('@parcel/watcher')('AsyncSubscription'),
      kind: 'watcher',
      acquire: [made(inPackage('@parcel/watcher')('subscribe'), 'eager')],
      release: [promised('unsubscribe')],
      evidence: [read('@parcel/watcher 2.6')],
    },
    {
      type: inPackage('watchpack')('Watchpack'),
      alsoNamed: ['default'],
      kind: 'watcher',
      acquire: [built('start')],
      start: [{ method: 'watch', completion: 'sync', restartable: true }],
      release: [atOnce('close')],
      evidence: [probed('watchpack 2.6'), read('watchpack 2.6', 'typings'), documented('watchpack 2', 'https://github.com/webpack/watchpack#api')],
    },
  ],
};
