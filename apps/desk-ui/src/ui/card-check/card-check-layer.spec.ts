// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import type { FunctionalCheckView } from '@sportello/contracts';
import { FakeApi } from '../../testing/fake-api';
import { AT, CASE_ID, INSERTION_ID, problem } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { CardCheckLayer } from './card-check-layer';

function check(changes: Partial<FunctionalCheckView> = {}): FunctionalCheckView {
  return {
    id: CASE_ID,
    at: AT,
    idCartaEnding: '8013',
    cardType: 'AC2018',
    verdict: 'works',
    advice: 'fine',
    rows: [
      { check: 'chip', outcome: 'ok', finding: 'chip-read' },
      { check: 'dates', outcome: 'ok', finding: 'in-force' },
      { check: 'certificate', outcome: 'ok', finding: 'certificate-valid' },
      { check: 'state', outcome: 'ok', finding: 'active' },
      { check: 'revocation', outcome: 'not-checked', finding: 'revocation-not-checked' },
      { check: 'lot', outcome: 'ok', finding: 'lot-none' },
    ],
    lot: null,
    ...changes,
  };
}

async function shown(api: FakeApi) {
  const screen = await render(CardCheckLayer, {}, [api.provider, { provide: DIALOG_DATA, useValue: INSERTION_ID }, { provide: DialogRef, useValue: { close: () => undefined } }]);
  await screen.stable();
  return screen;
}

afterEach(() => document.body.replaceChildren());

test('the check is asked for once, and told with its verdict, each finding and the sentence to say', async () => {
  const api = new FakeApi().on('POST /api/functional-checks', { value: check() });
  const screen = await shown(api);
  expect(api.to('POST /api/functional-checks').map(({ body }) => body)).toEqual([{ insertionId: INSERTION_ID }]);
  expect(screen.heading(3)).toBe('La tessera funziona');
  for (const words of ['ID_Carta che finisce con 8013', 'RevocaNon controllata', 'LottoNessun lotto segnalato', '«La tessera funziona.']) expect(screen.text).toContain(words);
});

test('a card of a reported lot is told as to be looked at, with the lot’s name', async () => {
  const screen = await shown(new FakeApi().on('POST /api/functional-checks', { value: check({ verdict: 'doubtful', advice: 'bad-lot', lot: 'Lotto 7', cardType: null, idCartaEnding: null }) }));
  expect(screen.heading(3)).toBe('La tessera è da guardare');
  expect(screen.text).toContain('Lotto segnalato: Lotto 7');
  expect(screen.text).toContain('Tessera Non noto, ID_Carta non letta');
});

test('a card that left meanwhile is said to have', async () => {
  const screen = await shown(new FakeApi().on('POST /api/functional-checks', { problem: problem('card-removed') }));
  expect(screen.text).toContain('Tessera tolta');
});

test('the verdict is printed in the citizen’s language, and a printer that cannot says so', async () => {
  const path = `POST /api/functional-checks/${CASE_ID}/paper`;
  const api = new FakeApi()
    .on('POST /api/functional-checks', { value: check() })
    .on(path, { problem: problem('printer-unavailable', 409, { printer: 'forms', condition: 'media-empty' }) }, { value: { paperId: CASE_ID } });
  const screen = await shown(api);
  await screen.click('Stampa l’esito');
  expect(screen.text).not.toContain('Mandato alla stampante');
  expect(document.querySelector('[role="alert"]')).not.toBeNull();
  const language = screen.field('Lingua');
  language.value = 'de';
  language.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.click('Stampa l’esito');
  expect(api.to(path).map(({ body }) => body)).toEqual([{ language: 'it' }, { language: 'de' }]);
  expect(screen.text).toContain('Mandato alla stampante Moduli');
});
