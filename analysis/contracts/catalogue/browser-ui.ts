import type { Acquisition, Contract, Family } from '../contract.ts';
import { atOnce, built, documented, inPackage, made, read } from './naming.ts';

const three = inPackage('three');

const widget = (packageName: string, name: string, release: string, acquire: Acquisition[], version: string, page: string): Contract => ({
  type: inPackage(packageName)(name),
  kind: 'handle',
  acquire,
  release: [atOnce(release)],
  evidence: [read(version, 'typings'), documented(version, page)],
});

const gpu = (name: string): Contract => widget('three', name, 'dispose', [built('lazy')], 'three 0.187', 'https://threejs.org/manual/#en/cleanup');

/** Views in a page that hold listeners, frames or memory of the graphics card until they are told to let go. */
export const browserUi: Family = {
  contracts: [
    { ...widget('chart.js', 'Chart', 'destroy', [built('eager')], 'chart.js 4.6', 'https://www.chartjs.org/docs/latest/developers/api.html#destroy'), alsoNamed: ['default'] },
    { ...widget('maplibre-gl', 'Map', 'remove', [built('eager')], 'maplibre-gl 6.17', 'https://maplibre.org/maplibre-gl-js/docs/API/classes/Map/#remove'), alsoNamed: ['Map$1'] },
    widget('leaflet', 'Map', 'remove', [made(inPackage('leaflet')('map'), 'eager'), built('eager')], 'leaflet 1.9', 'https://leafletjs.com/reference.html#map-remove'),
    { ...widget('hls.js', 'Hls', 'destroy', [built('lazy')], 'hls.js 1.7', 'https://github.com/video-dev/hls.js/blob/master/docs/API.md#hlsdestroy'), alsoNamed: ['default'] },
    widget('video.js', 'Player', 'dispose', [made(inPackage('video.js')('videojs'), 'eager')], 'video.js 8.24', 'https://videojs.com/guides/player-workflows/#dispose'),
    widget('echarts', 'EChartsType', 'dispose', [made(inPackage('echarts')('init'), 'eager'), made(inPackage('echarts')('init$1'), 'eager')], 'echarts 6.1', 'https://echarts.apache.org/en/api.html#echartsInstance.dispose'),
    { ...gpu('WebGLRenderer'), acquire: [built('eager')] },
    gpu('WebGLRenderTarget'),
  ],
  nonResources: [
    { type: three('BufferGeometry'), because: 'shared between meshes; nothing tells who owns it' },
    { type: three('Material'), because: 'shared between meshes; nothing tells who owns it' },
    { type: three('Texture'), because: 'shared between materials; nothing tells who owns it' },
    { type: three('Object3D'), because: 'memory only; its geometry, material and textures are the resources' },
    { type: three('Scene'), because: 'memory only; its geometry, material and textures are the resources' },
  ],
};
