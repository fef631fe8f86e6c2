// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import type { ReadersView, SaleView } from '@sportello/contracts';
import { SessionState } from '../../data/session/session-state';
import { FakeApi } from '../../testing/fake-api';
import { AT, CASE_ID, problem, session } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { typedQuantity } from './quantity';
import { ReadersPage } from './readers-page';

function sale(changes: Partial<SaleView> = {}): SaleView {
  return { id: CASE_ID, receiptNumber: 'L12-26', soldAt: AT, soldBy: 'L. Bini', quantity: 1, netCents: 350, vatPercent: 22, vatCents: 77, totalCents: 427, voided: null, canVoid: true, ...changes };
}

function readers(changes: Partial<ReadersView> = {}): ReadersView {
  return {
    at: AT,
    today: '2026-11-24',
    day: '2026-11-24',
    inStock: 9,
    price: { since: '2013-10-01', netCents: 350, vatPercent: 22, vatCents: 77, totalCents: 427 },
    sales: [],
    total: { quantity: 0, netCents: 0, vatCents: 0, totalCents: 0 },
    movements: [],
    ...changes,
  };
}

async function shown(api: FakeApi, permissions: readonly string[] = ['desk.read', 'readers.read', 'readers.sell']) {
  const screen = await render(ReadersPage, {}, [api.provider]);
  TestBed.inject(SessionState).begin(session({ permissions: [...permissions] }));
  await screen.stable();
  return screen;
}

/** As Intl writes it, with its own blank before the sign. */
const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

afterEach(() => document.body.replaceChildren());

test('a sale is one number: what is to be cashed stands beside it, and then with its receipt', async () => {
  const after = readers({ inStock: 6, sales: [sale({ quantity: 3, totalCents: 1281 })], total: { quantity: 3, netCents: 1050, vatCents: 231, totalCents: 1281 } });
  const api = new FakeApi().on('GET /api/readers', { value: readers() }).on('POST /api/readers/sales', { value: after });
  const screen = await shown(api);
  expect(plain(screen.text)).toContain('4,27 €');
  await screen.type('Quantità', '3');
  expect(plain(screen.text)).toContain('12,81 €');
  await screen.click('Registra la vendita');
  expect(api.to('POST /api/readers/sales').map(({ body }) => body)).toEqual([{ quantity: 3 }]);
  expect(plain(screen.text)).toContain('Ricevuta L12-26: incassa 12,81 €');
  expect(screen.field('Quantità').value).toBe('1');
});

test('a quantity that is none is said under the field, and more than there is comes back in words', async () => {
  const api = new FakeApi().on('GET /api/readers', { value: readers() }).on('POST /api/readers/sales', { problem: problem('readers-short', 409, { inStock: 9 }) });
  const screen = await shown(api);
  await screen.type('Quantità', 'due');
  await screen.click('Registra la vendita');
  expect(screen.text).toContain('Scrivi quanti lettori');
  expect(api.to('POST /api/readers/sales')).toEqual([]);
  await screen.type('Quantità', '10');
  await screen.click('Registra la vendita');
  expect(screen.text).toContain('In giacenza ce ne sono 9');
});

test('a sale of today is taken back with a reason, and stays in the list', async () => {
  const taken = readers({ sales: [sale({ voided: { by: 'L. Bini', at: AT, reason: 'Ci ripensa' }, canVoid: false })] });
  const api = new FakeApi().on('GET /api/readers', { value: readers({ sales: [sale()] }) }).on(`POST /api/readers/sales/${CASE_ID}/void`, { value: taken });
  const screen = await shown(api);
  await screen.click('Annulla la vendita L12-26');
  await screen.click('Annulla la vendita');
  await screen.click(/^Annulla la vendita$/);
  expect(screen.text).toContain('Scrivi il motivo');
  const reason = document.getElementById('void-reason') as HTMLTextAreaElement;
  reason.value = 'Ci ripensa';
  reason.dispatchEvent(new Event('input', { bubbles: true }));
  await screen.click(/^Annulla la vendita$/);
  expect(api.to(`POST /api/readers/sales/${CASE_ID}/void`).map(({ body }) => body)).toEqual([{ reason: 'Ci ripensa' }]);
  expect(screen.text).toContain('Annullata');
});

test('the stock is counted against the figure on the page', async () => {
  const api = new FakeApi().on('GET /api/readers', { value: readers() }).on('POST /api/readers/counts', { value: readers({ inStock: 8 }) });
  const screen = await shown(api);
  const act = screen.field('Operazione');
  act.value = 'count';
  act.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
  await screen.type('Lettori contati', '8');
  await screen.click('Registra il conteggio');
  expect(screen.text).toContain('Scrivi il motivo');
  await screen.type('Motivo', 'Uno rotto');
  await screen.click('Registra il conteggio');
  expect(api.to('POST /api/readers/counts').map(({ body }) => body)).toEqual([{ expected: 9, counted: 8, reason: 'Uno rotto' }]);
});

test('another day is looked at and not sold on', async () => {
  const past = readers({ day: '2026-11-23', sales: [sale({ canVoid: false })] });
  const api = new FakeApi().on('GET /api/readers', { value: readers() }).on('GET /api/readers?day=2026-11-23', { value: past });
  const screen = await shown(api);
  await screen.type('Altro giorno (gg/mm/aaaa)', '23/11/2026');
  await screen.click('Mostra');
  expect(screen.text).toContain('Vendite del 23/11/2026');
  expect(screen.hasButton(/Annulla la vendita/)).toBe(false);
  await screen.click('Torna a oggi');
  expect(screen.text).toContain('Vendite del 24/11/2026');
});

test('who may only look has no form', async () => {
  const screen = await shown(new FakeApi().on('GET /api/readers', { value: readers() }), ['desk.read', 'readers.read']);
  expect(screen.hasButton('Registra la vendita')).toBe(false);
  expect(screen.text).toContain('Lettori in giacenza');
});

test.each([
  ['1', 1],
  [' 12 ', 12],
  ['0', undefined],
  ['1001', undefined],
  ['1,5', undefined],
  ['', undefined],
])('%j is %s readers', (text, count) => {
  expect(typedQuantity(text)).toBe(count);
});
