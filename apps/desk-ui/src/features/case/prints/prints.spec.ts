// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import type { PaperOrderView } from '@sportello/contracts';
import { SessionState } from '../../../data/session/session-state';
import { FakeApi } from '../../../testing/fake-api';
import { caseView, problem, recognised, session } from '../../../testing/fixtures';
import { CASE, given } from '../testing/case-on-page';
import { printsOf } from './offered-prints';

const ORDER = `POST ${CASE}/papers`;
const ID = '0191f2a0-0000-7000-8000-0000000000ee';
const order = (state: PaperOrderView['state'], paper: PaperOrderView['paper'] = 'leaflet') => ({ value: { id: ID, paper, state } });

async function printing(...then: readonly PaperOrderView['state'][]) {
  const api = new FakeApi().on(ORDER, order('pending')).on(`GET /api/papers/${ID}`, ...then.map((state) => order(state)));
  const found = await given(caseView('written', { envelope: { language: 'de', layout: 'normal' } }), recognised(), api);
  TestBed.inject(SessionState).begin(session({ permissions: ['desk.read', 'case.read', 'case.open', 'paper.print'] }));
  await found.screen.stable();
  await found.screen.click('Stampa');
  await found.screen.click('Stampa il foglio illustrativo');
  return found;
}

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

test('a paper is ordered in the citizen’s language, once while it is under way, and told when it is out', async () => {
  const { api, screen, hint } = await printing('pending', 'completed');
  expect(api.to(ORDER).map(({ body }) => body)).toEqual([{ paper: 'leaflet', language: 'de' }]);
  expect(screen.text).toContain('Mandato alla stampante Moduli');
  await screen.click('Stampa il foglio illustrativo');
  expect(api.to(ORDER)).toHaveLength(1);
  await hint(null, recognised());
  expect(screen.text).toContain('Stampato: prendilo da Moduli');
  await screen.click('Stampa il foglio illustrativo');
  expect(api.to(ORDER)).toHaveLength(2);
});

test('one that did not come out is told, and may be ordered again', async () => {
  const { screen, api } = await printing('failed');
  expect(screen.text).toContain('Non è uscito nulla: guarda la stampante Moduli');
  await screen.click('Stampa il foglio illustrativo');
  expect(api.to(ORDER)).toHaveLength(2);
});

test('there is a receipt once a sheet is named, and a delegation to sign for a delegate alone', () => {
  const offered = (...args: Parameters<typeof caseView>) => printsOf(caseView(...args)).map(({ words }) => words);
  expect(offered('recognised')).toEqual(['leaflet']);
  expect(offered('recognised', { kind: 'health-delegate' })).toEqual(['leaflet', 'delegation']);
  expect(offered('delivered', { kind: 'health-delegate' })).toEqual(['leaflet', 'receipt-copy']);
});

test('a refused case prints its reason to take home', async () => {
  const api = new FakeApi().on('POST /api/papers', order('pending', 'return-slip'));
  const { screen } = await given(caseView('refused', { refusal: { code: 'document-loss-report', note: null } }), null, api);
  expect(screen.hasButton('Stampa il foglio')).toBe(false);
  TestBed.inject(SessionState).begin(session({ permissions: ['case.read', 'paper.print'] }));
  await screen.stable();
  await screen.click('Stampa il foglio');
  expect(api.to('POST /api/papers').map(({ body }) => body)).toEqual([{ paper: 'return-slip', reason: 'document-loss-report', language: 'it' }]);
});

test('a slip that is under way stays so when the page is read again', async () => {
  const api = new FakeApi().on('POST /api/papers', order('pending', 'return-slip')).on(`GET /api/papers/${ID}`, order('pending'), order('completed'));
  const inHand = () => caseView('refused', { refusal: { code: 'paper-id', note: null } });
  const { screen, hint } = await given(inHand(), null, api);
  TestBed.inject(SessionState).begin(session({ permissions: ['case.read', 'paper.print'] }));
  await screen.stable();
  await screen.click('Stampa il foglio');
  expect(screen.text).toContain('Mandato alla stampante Moduli');
  await hint(inHand(), null);
  expect(screen.text).toContain('Stampato: prendilo da Moduli');
});

test('a card that gets no case prints why, too', async () => {
  const api = new FakeApi().on('POST /api/papers', { problem: problem('printer-unavailable') });
  const { screen } = await given(null, { state: 'not-usable', insertionId: ID, insertedAt: '2026-11-24T09:43:58Z', reason: 'no-chip' }, api);
  TestBed.inject(SessionState).begin(session({ permissions: ['case.read', 'paper.print'] }));
  await screen.stable();
  await screen.click('Stampa il foglio');
  expect(api.to('POST /api/papers').map(({ body }) => body)).toEqual([{ paper: 'return-slip', reason: 'no-chip', language: 'it' }]);
  expect(screen.text).toMatch(/stampante|Moduli/);
});
