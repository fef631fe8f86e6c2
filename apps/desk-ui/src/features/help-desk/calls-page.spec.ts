// SPDX-License-Identifier: AGPL-3.0-or-later
import { provideRouter } from '@angular/router';
import { HelpDeskStore } from '../../data/help-desk/help-desk-store';
import { FakeApi } from '../../testing/fake-api';
import { call, CALL_ID, callLine, helpDesk, helpDeskLine } from '../../testing/help-desk-fixtures';
import { render } from '../../testing/render';
import { CallsPage } from './calls-page';
import { ScriptsPage } from './scripts-page';

afterEach(() => {
  document.body.replaceChildren();
});

test('all calls are listed by their number, chosen by what they are about, and opened one at a time', async () => {
  const api = new FakeApi()
    .on('GET /api/calls', { value: { calls: [callLine({ state: 'closed', outcome: 'answered', requestNumber: 'R26-000419-U' })], hasMore: false } })
    .on('GET /api/calls?category=spid', { value: { calls: [], hasMore: false } })
    .on(`GET /api/calls/${CALL_ID}`, { value: call({ state: 'closed', notes: 'Richiama domani' }) });
  const screen = await render(CallsPage, {}, [api.provider, provideRouter([])]);
  await screen.stable();
  expect(screen.text).toContain('2026-1187');
  expect(screen.text).toContain('R26-000419-U');
  await screen.click('Leggila: chiamata 2026-1187');
  expect(document.querySelector('.layer')?.textContent).toContain('Richiama domani');
  const about = document.getElementById('calls-category') as HTMLSelectElement;
  about.value = 'spid';
  about.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
  expect(screen.text).toContain('Nessuna chiamata così.');
});

test('a choice that does not arrive leaves no other calls in its place, and can be asked for again', async () => {
  const api = new FakeApi().on('GET /api/calls', { value: { calls: [callLine({ state: 'closed' })], hasMore: false } });
  const screen = await render(CallsPage, {}, [api.provider, provideRouter([])]);
  await screen.stable();
  const about = document.getElementById('calls-category') as HTMLSelectElement;
  about.value = 'spid';
  about.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
  expect(screen.text).toContain('L’elenco delle chiamate non arriva.');
  expect(screen.text).not.toContain('2026-1187');
  api.on('GET /api/calls?category=spid', { value: { calls: [], hasMore: false } });
  await screen.click('Riprova');
  expect(screen.text).toContain('Nessuna chiamata così.');
});

test('before the first call it is said how one comes', async () => {
  const api = new FakeApi().on('GET /api/calls', { value: { calls: [], hasMore: false } });
  const screen = await render(CallsPage, {}, [api.provider, provideRouter([])]);
  await screen.stable();
  expect(screen.text).toContain('Nessuna chiamata ancora.');
});

test('every script can be read without a call', async () => {
  const screen = await render(ScriptsPage, {}, [new FakeApi().on('GET /api/help-desk', { value: helpDesk({ line: helpDeskLine({ phone: '0585 000000' }) }) }).provider, HelpDeskStore]);
  const about = document.getElementById('script-category') as HTMLSelectElement;
  about.value = 'spid';
  about.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
  expect(screen.text).toContain('I quattro requisiti SPID');
  about.value = 'opening-hours';
  about.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
  expect(screen.text).toContain('«Rispondiamo all’0585 000000, lunedì–venerdì 9–19, sabato 9–13, non nei festivi.');
});
