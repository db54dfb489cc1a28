import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { graphIn, workerProject } from './graph-in.ts';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const executable = process.env['CHROMIUM_PATH'] ?? known.find((file) => existsSync(file));
if (!executable) console.log('No Chromium was found (CHROMIUM_PATH names one): the page of lifecycle graph is tested without a browser only.');

test('a browser is there where one is required', () => {
  expect(executable !== undefined || process.env['BROWSER_REQUIRED'] === undefined).toBe(true);
});

test.runIf(executable)('Chromium renders the page, searches, filters, and shows a path on a click, without an error', async () => {
  const folder = workerProject();
  const page = path.join(folder, 'graph.html');
  writeFileSync(page, (await graphIn(folder, { format: 'html' })).out);
  const browser = await chromium.launch({ executablePath: executable!, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'] });
  try {
    const tab = await browser.newPage();
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await tab.goto(pathToFileURL(page).href);
    const shown = () => tab.locator('.box:not(.dim)').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-id')));
    expect(await shown()).toEqual(['e1', 'e1.1', 'e1.2', 'e1.2.1']);
    expect(await tab.locator('.box').evaluateAll((boxes) => boxes.filter((box) => box.getBoundingClientRect().width > 100).length)).toBe(4);
    await tab.fill('#search', 'store');
    expect(await shown()).toEqual(['e1.1']);
    await tab.fill('#search', '');
    await tab.uncheck('#verdicts input[value="leak"]');
    expect(await shown()).toEqual(['e1', 'e1.2', 'e1.2.1']);
    await tab.check('#verdicts input[value="leak"]');
    await tab.click('.box[data-id="e1.1"]');
    expect(await tab.locator('#details .path .note').allTextContents()).toEqual(["'store' is created", "'store' is started", "'poller.start()' may reject", "leaves with 'store' live"]);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});
