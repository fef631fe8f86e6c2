// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { SessionState } from '../../data/session/session-state';
import { matter, MATTER_ID, sheets, STATION_ID, tray } from '../../testing/custody-fixtures';
import { FakeApi } from '../../testing/fake-api';
import { problem, session } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { SheetsPage } from './sheets-page';

const OPERATOR = ['desk.read', 'sheets.read', 'sheets.keep', 'sheets.explain'];

async function shown(api: FakeApi, permissions: readonly string[] = OPERATOR) {
  TestBed.configureTestingModule({});
  const screen = await render(SheetsPage, {}, [api.provider]);
  TestBed.inject(SessionState).begin(session({ permissions: [...permissions] }));
  await screen.stable();
  return screen;
}

test('it says where the sheets are, and warns below the minimum', async () => {
  const screen = await shown(new FakeApi().on('GET /api/sheets', { value: sheets({ isLow: true, toUse: 12 }) }));
  expect(screen.heading(1)).toBe('Fogli busta');
  expect(screen.text).toContain('12 da usare, il minimo è 50: chiedi una scatola');
  expect(screen.text).toContain('In giacenza001001–001500500');
  expect(screen.text).toContain('Buste stampate o in custodia000417–0004182');
});

test('a box is recorded with its first and last number', async () => {
  const api = new FakeApi().on('GET /api/sheets', { value: sheets() }).on('POST /api/sheets/boxes', { value: sheets() });
  const screen = await shown(api);
  await screen.click('Registra la consegna');
  expect(screen.text).toContain('Manca il primo numero');
  expect(document.activeElement?.id).toBe('sheets-first');
  await screen.type('Dal numero', '2001');
  await screen.type('Al numero', '2500');
  await screen.click('Registra la consegna');
  expect(api.to('POST /api/sheets/boxes')[0]?.body).toEqual({ first: '002001', last: '002500', note: null });
  expect(screen.field('Dal numero').value).toBe('');
});

test('what was refused is told, with what is safe, and the form keeps what was typed', async () => {
  const api = new FakeApi().on('GET /api/sheets', { value: sheets() }).on('POST /api/sheets/boxes', { problem: problem('sheets-known') });
  const screen = await shown(api);
  await screen.type('Dal numero', '419');
  await screen.click('Registra la consegna');
  expect(screen.text).toContain('Fogli già nel registro');
  expect(screen.text).toContain('Nulla è cambiato');
  expect(screen.field('Dal numero').value).toBe('419');
});

test('a stopped printer is told once as a matter, and is explained with an outcome and a reason', async () => {
  const skipped = matter({ kind: 'number-skipped', outcomes: ['spoiled', 'found'], isStopping: true, expected: '000419', numberRead: '000421', differences: [], station: 'Postazione 1' });
  const api = new FakeApi().on('GET /api/sheets', { value: sheets({ matters: [skipped], trays: [tray({ isStopped: true })] }) }).on(`POST /api/sheets/matters/${MATTER_ID}/signatures`, { value: sheets() });
  const screen = await shown(api);
  expect(screen.text).toContain('Sul foglio c’è 000421, la stampante aspettava 000419.');
  await screen.click('Spiega e firma');
  await screen.click('Firma');
  expect(screen.text).toContain('Scrivi il perché, in poche parole.');
  const reason = document.querySelector('textarea')!;
  reason.value = 'Due fogli presi insieme';
  reason.dispatchEvent(new Event('input', { bubbles: true }));
  await screen.click(/^Firma$/);
  expect(api.to(`POST /api/sheets/matters/${MATTER_ID}/signatures`)[0]?.body).toEqual({ outcome: 'spoiled', reason: 'Due fogli presi insieme' });
});

test('a matter that waits for somebody else offers no signature', async () => {
  const screen = await shown(new FakeApi().on('GET /api/sheets', { value: sheets({ matters: [matter({ state: 'signed-once', canSign: false, outcome: 'found', signatures: [{ by: 'L. Bini', at: '2026-11-24T10:00:00Z', reason: 'Erano sul tavolo' }] })] }) }));
  expect(screen.text).toContain('Attende la firma di un’altra persona');
  expect(screen.text).toContain('L. Bini, ritrovati: Erano sul tavolo');
  expect(screen.hasButton('Spiega e firma')).toBe(false);
});

test('what came short is received by its numbers', async () => {
  const parcel = { id: STATION_ID, isIncoming: true, otherDesk: 'Sportello 1', sentAt: '2026-11-24T08:00:00Z', sentBy: 'G. Carli', note: null, sent: [{ first: '003001', last: '003010' }], missing: [{ first: '003001', last: '003010' }], isShort: false };
  const api = new FakeApi().on('GET /api/sheets', { value: sheets({ transfers: [parcel] }) }).on(`POST /api/sheets/transfers/${STATION_ID}/arrival`, { value: sheets() });
  const screen = await shown(api);
  await screen.click('Arrivati tutti');
  expect(api.to(`POST /api/sheets/transfers/${STATION_ID}/arrival`)[0]?.body).toEqual({ ranges: parcel.missing });
});

test('a supervisor inspects a bag and does no stock work', async () => {
  const bag = { id: STATION_ID, desk: 'Banco, Massa', number: '1/2026', count: 2, closedAt: '2026-11-24T08:00:00Z', closedBy: 'L. Bini', inspectedAt: null, inspectedBy: null, finding: null };
  const api = new FakeApi().on('GET /api/sheets', { value: sheets({ bags: [bag] }) }).on(`POST /api/sheets/bags/${STATION_ID}/inspection`, { value: sheets() });
  const screen = await shown(api, ['desk.read', 'sheets.read', 'sheets.explain', 'sheets.inspect']);
  expect(screen.text).not.toContain('Che cosa fai');
  await screen.type('Che cosa c’è dentro', 'Due fogli');
  await screen.click('Registra l’ispezione');
  expect(api.to(`POST /api/sheets/bags/${STATION_ID}/inspection`)[0]?.body).toEqual({ finding: 'Due fogli' });
});

test('a list that could not be read is asked for again', async () => {
  const api = new FakeApi().on('GET /api/sheets', 'no-answer', { value: sheets() });
  const screen = await shown(api);
  await screen.click('Riprova');
  expect(screen.heading(1)).toBe('Fogli busta');
  expect(screen.text).toContain('Dove sono');
});
