// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { SessionState } from '../../data/session/session-state';
import { day, matter, MATTER_ID, STATION_ID, tray } from '../../testing/custody-fixtures';
import { FakeApi } from '../../testing/fake-api';
import { session } from '../../testing/fixtures';
import { render } from '../../testing/render';
import type { Screen } from '../../testing/render';
import { DayPage } from './day-page';

async function shown(api: FakeApi, permissions: readonly string[] = ['desk.read', 'sheets.read', 'day.keep', 'sheets.explain', 'register.read']) {
  const screen = await render(DayPage, {}, [api.provider]);
  TestBed.inject(SessionState).begin(session({ permissions: [...permissions] }));
  await screen.stable();
  return screen;
}

async function tick(screen: Screen<DayPage>, text: string): Promise<void> {
  const box = [...document.querySelectorAll('label')].find((label) => label.textContent?.trim() === text)?.querySelector('input');
  box?.click();
  await screen.stable();
}

test('the desk opens with the first and the last sheet, and says what is missing', async () => {
  const api = new FakeApi().on('GET /api/desk/day', { value: day({ state: 'not-opened', openedAt: null, openedBy: null }) }).on('POST /api/desk/day/opening', { value: day() });
  const screen = await shown(api);
  expect(screen.heading(1)).toBe('Apri sportello');
  expect(screen.text).toContain('Stampante BusteCarta inceppata');
  expect(screen.text).toContain('119 R.M.Non consegnata');
  expect(screen.text).not.toContain('000419');
  await screen.click('Apri lo sportello');
  expect(screen.text).toContain('Manca un numero della stampante di Postazione 1.');
  await screen.type('Primo foglio', '419');
  await screen.type('Ultimo foglio', '600');
  await screen.click('Apri lo sportello');
  expect(api.to('POST /api/desk/day/opening')[0]?.body).toEqual({ trays: [{ stationId: STATION_ID, first: '000419', last: '000600' }] });
  expect(screen.heading(1)).toBe('Sportello aperto');
});

test('the desk closes by what is ticked, and says that the rest counts as missing', async () => {
  const api = new FakeApi().on('GET /api/desk/day', { value: day() }).on('POST /api/desk/day/closing', { value: day({ state: 'closed', closedAt: '2026-11-24T17:00:00Z', closedBy: 'L. Bini', matters: [matter()] }) });
  const screen = await shown(api);
  expect(screen.text).toContain('Non ancora spuntati: 3.');
  await tick(screen, '001001–001500');
  await tick(screen, '000417');
  await tick(screen, 'Il vassoio è vuoto');
  await screen.click('Chiudi lo sportello');
  expect(api.to('POST /api/desk/day/closing')[0]?.body).toEqual({
    trays: [{ stationId: STATION_ID, first: null, last: null }],
    inStock: [{ first: '001001', last: '001500' }],
    inHand: [{ first: '000417', last: '000417' }],
  });
  expect(screen.heading(1)).toBe('Sportello chiuso');
  expect(screen.text).toContain('Conteggio diverso');
  expect(screen.text).toContain('Stampante di Postazione 1: manca 000599–000600');
});

test('sheets that nobody expected are told too, and an envelope that is scanned counts as seen', async () => {
  const api = new FakeApi().on('GET /api/desk/day', { value: day({ trays: [] }) }).on('POST /api/desk/day/closing', { value: day({ state: 'closed' }) });
  const screen = await shown(api);
  await screen.type('Fogli in più che vedi', '100051-100100; abc');
  await screen.click('Chiudi lo sportello');
  expect(screen.text).toContain('I fogli in più non si leggono');
  await screen.type('Fogli in più che vedi', '100051-100100, 200');
  screen.fixture.componentInstance.tick('000418');
  await screen.stable();
  await screen.click('Chiudi lo sportello');
  expect(api.to('POST /api/desk/day/closing')[0]?.body).toEqual({
    trays: [],
    inStock: [{ first: '100051', last: '100100' }, { first: '000200', last: '000200' }],
    inHand: [{ first: '000418', last: '000418' }],
  });
});

test('whoever takes over names who leaves', async () => {
  const api = new FakeApi().on('GET /api/desk/day', { value: day({ trays: [], inStock: [], inHand: [] }) }).on('POST /api/desk/day/handover', { value: day() });
  const screen = await shown(api);
  await screen.click('Cambio operatore');
  await screen.click('Prendi in consegna');
  expect(screen.text).toContain('Manca chi lascia.');
  const from = screen.field('Chi lascia');
  from.value = day().colleagues[0]!.id;
  from.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
  await screen.click('Prendi in consegna');
  expect(api.to('POST /api/desk/day/handover')[0]?.body).toMatchObject({ fromOperatorId: day().colleagues[0]!.id });
});

test('a difference is signed from the day too, which is read again', async () => {
  const api = new FakeApi()
    .on('GET /api/desk/day', { value: day({ matters: [matter({ state: 'signed-once', outcome: 'found' })], trays: [tray()] }) }, { value: day() })
    .on(`POST /api/sheets/matters/${MATTER_ID}/signatures`, { value: {} });
  const screen = await shown(api);
  await screen.click('Metti la seconda firma');
  const reason = document.querySelector('textarea')!;
  reason.value = 'Visti anch’io';
  reason.dispatchEvent(new Event('input', { bubbles: true }));
  await screen.click(/^Firma$/);
  expect(api.to(`POST /api/sheets/matters/${MATTER_ID}/signatures`)[0]?.body).toEqual({ outcome: 'found', reason: 'Visti anch’io' });
  expect(screen.text).toContain('Niente da spiegare');
});

test('a supervisor reads the day, and its register', async () => {
  const screen = await shown(new FakeApi().on('GET /api/desk/day', { value: day() }), ['desk.read', 'sheets.read', 'sheets.explain', 'register.read']);
  expect(screen.text).toContain('La giornata la tiene lo sportello');
  expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['/api/desk/day/register.pdf?day=2026-11-24', '/api/desk/day/register.csv?day=2026-11-24']);
  const chosen = screen.field('Registro del giorno');
  chosen.value = '2026-11-20';
  chosen.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
  expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))[0]).toBe('/api/desk/day/register.pdf?day=2026-11-20');
});
