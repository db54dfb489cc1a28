import type { Acquisition, CallName, Contract, Family } from '../contract.ts';
import { atOnce, built, documented, inPackage, made, promised, read } from './naming.ts';

const playwright = inPackage('playwright-core');
const puppeteer = inPackage('puppeteer-core');
const selenium = inPackage('selenium-webdriver');
const electron = inPackage('electron');

const pw = (name: string, kind: Contract['kind'], acquire: Acquisition[], release = 'close'): Contract => ({
  type: playwright(name),
  alsoFrom: ['playwright', '@playwright/test'],
  kind,
  acquire,
  release: [promised(release)],
  dispose: { async: 'exact' },
  evidence: [read('playwright-core 1.65')],
});

const pp = (name: string, kind: Contract['kind'], acquire: Acquisition[]): Contract => ({
  type: puppeteer(name),
  alsoFrom: ['puppeteer'],
  kind,
  acquire,
  release: [promised('close')],
  dispose: { sync: 'fire-and-forget', async: 'exact' },
  untypedDispose: true,
  notes: ['Symbol.dispose starts close() and swallows its errors.', 'The symbols are those of the package’s own polyfill and do not show in its typings.'],
  evidence: [read('puppeteer-core 24.43')],
});

/** What the end of the browser ends too. */
function ofBrowser(call: CallName): Acquisition {
  return { ...made(call, 'eager'), likely: true };
}

export const browsers: Family = {
  contracts: [
    pw('Browser', 'client', [made(playwright('BrowserType', 'launch'), 'eager'), made(playwright('BrowserType', 'connect'), 'eager'), made(playwright('BrowserType', 'connectOverCDP'), 'eager')]),
    pw('BrowserContext', 'handle', [ofBrowser(playwright('Browser', 'newContext')), made(playwright('BrowserType', 'launchPersistentContext'), 'eager')]),
    pw('Page', 'handle', [ofBrowser(playwright('Browser', 'newPage')), ofBrowser(playwright('BrowserContext', 'newPage'))]),
    pw('BrowserServer', 'server', [made(playwright('BrowserType', 'launchServer'), 'eager')]),
    pw('APIRequestContext', 'client', [made(playwright('APIRequest', 'newContext'), 'lazy')], 'dispose'),
    pw('ElectronApplication', 'application', [made(playwright('Electron', 'launch'), 'eager')]),
    {
      ...pp('Browser', 'client', [made(puppeteer('PuppeteerNode', 'launch'), 'eager'), made(puppeteer('Puppeteer', 'connect'), 'eager'), made(puppeteer('launch'), 'eager'), made(puppeteer('connect'), 'eager')]),
      release: [promised('close'), promised('disconnect')],
      notes: ['Its async disposal closes a launched browser and disconnects from a connected one.', 'Symbol.dispose starts the same and swallows its errors.'],
    },
    pp('BrowserContext', 'handle', [ofBrowser(puppeteer('Browser', 'createBrowserContext'))]),
    pp('Page', 'handle', [ofBrowser(puppeteer('Browser', 'newPage')), ofBrowser(puppeteer('BrowserContext', 'newPage'))]),
    {
      type: selenium('WebDriver'),
      alsoNamed: ['ThenableWebDriver'],
      kind: 'client',
      acquire: [made(selenium('Builder', 'build'), 'eager')],
      release: [promised('quit')],
      notes: ['close() closes one window only.'],
      evidence: [read('selenium-webdriver 4.46', 'typings'), documented('selenium-webdriver 4', 'https://www.selenium.dev/documentation/webdriver/drivers/')],
    },
    {
      type: electron('Tray'),
      kind: 'handle',
      acquire: [built('eager')],
      release: [atOnce('destroy')],
      evidence: [read('electron 41.7', 'typings'), documented('electron', 'https://www.electronjs.org/docs/latest/api/tray')],
    },
    {
      type: electron('UtilityProcess'),
      kind: 'process',
      acquire: [],
      release: [{ method: 'kill', completion: 'event', event: 'exit' }],
      endsBy: { events: ['exit'] },
      evidence: [read('electron 41.7', 'typings'), documented('electron', 'https://www.electronjs.org/docs/latest/api/utility-process')],
    },
    {
      type: inPackage('jsdom')('DOMWindow'),
      kind: 'handle',
      acquire: [],
      release: [atOnce('close')],
      notes: ['window.close() ends the timers and requests of the page.'],
      evidence: [read('jsdom 29.1', 'typings'), documented('jsdom 29', 'https://github.com/jsdom/jsdom#closing-down-a-jsdom')],
    },
  ],
  nonResources: [{ type: electron('BrowserWindow'), because: 'closed by its user or with the application' }],
};
