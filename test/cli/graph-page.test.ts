import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { graphIn, workerProject } from './graph-in.ts';

const { activate } = (await import(path.join(import.meta.dirname, '../../cli/graph/page/page.js'))) as { activate(document: unknown, data: unknown): void };

async function openPage() {
  const { out } = await graphIn(workerProject(), { format: 'html' });
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.write(out);
  activate(document, JSON.parse(document.querySelector('#graph')!.textContent));
  const shown = () => [...document.querySelectorAll('.box:not(.dim)')].map((box) => box.getAttribute('data-id'));
  const click = (id: string) => document.querySelector(`.box[data-id="${id}"]`)!.dispatchEvent(new document.defaultView!.Event('click'));
  return { html: out, document, shown, click };
}

test('the page is one file', async () => {
  const { html } = await openPage();
  expect(html).not.toMatch(/\b(?:src|href)="(?!data:)/);
  expect(html).toContain(readFileSync(path.join(import.meta.dirname, '../../cli/graph/page/page.css'), 'utf8'));
  expect(html).not.toMatch(/^export /m);
});

test('search dims what does not match by name, type or file', async () => {
  const { document, shown } = await openPage();
  const search = document.querySelector('#search') as unknown as { value: string };
  const type = (text: string) => {
    search.value = text;
    document.querySelector('#search')!.dispatchEvent(new document.defaultView!.Event('input'));
    return shown();
  };
  expect(type('')).toEqual(['e1', 'e1.1', 'e1.2', 'e1.2.1']);
  expect(type('STORE')).toEqual(['e1.1']);
  expect(type('timeout services.ts')).toEqual(['e1.2.1']);
  expect(document.querySelector('#count')!.textContent).toBe('1 of 4');
  expect(type('nothing')).toEqual([]);
  expect((document.querySelector('.entry') as unknown as { hidden: boolean }).hidden).toBe(true);
});

test('the filter keeps the verdicts that are checked', async () => {
  const { document, shown } = await openPage();
  const filter = document.querySelector('#verdicts input[value="leak"]') as unknown as { checked: boolean };
  filter.checked = false;
  document.querySelector('#verdicts input[value="leak"]')!.dispatchEvent(new document.defaultView!.Event('change'));
  expect(shown()).toEqual(['e1', 'e1.2', 'e1.2.1']);
});

test('a click, or Enter, shows the source and the proving path', async () => {
  const { document, click } = await openPage();
  click('e1.1');
  const details = document.querySelector('#details')!;
  expect((details as unknown as { hidden: boolean }).hidden).toBe(false);
  expect(details.querySelector('h2')!.textContent).toBe('store');
  expect([...details.querySelectorAll('.place')].map((place) => place.textContent)).toEqual(['src/run.ts:4', 'src/run.ts:5:9', 'src/run.ts:4', 'src/run.ts:5', 'src/run.ts:7', 'src/run.ts:10']);
  expect(details.querySelector('pre')!.textContent).toBe('const store = new Store();');
  expect([...details.querySelectorAll('.path .note')].map((note) => note.textContent)).toEqual(["'store' is created", "'store' is started", "'poller.start()' may reject", "leaves with 'store' live"]);
  const enter = new document.defaultView!.KeyboardEvent('keydown', { key: 'Enter' });
  document.querySelector('.box[data-id="e1.2.1"]')!.dispatchEvent(enter);
  expect(details.textContent).toContain('Nothing was found here.');
  expect(document.querySelector('.chosen')!.getAttribute('data-id')).toBe('e1.2.1');
});
