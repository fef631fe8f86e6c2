// SPDX-License-Identifier: AGPL-3.0-or-later
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CardsAtDesk, DeskView } from '@sportello/contracts';
import { DeskStore } from '../../data/desk/desk-store';
import { SessionState } from '../../data/session/session-state';
import { Clock } from '../../data/time/clock';
import { FakeApi } from '../../testing/fake-api';
import { AT, CASE_ID, desk, INSERTION_ID, problem, recognised, session } from '../../testing/fixtures';
import { cardOfCaller, NUMBER, receipt } from '../../testing/help-desk-fixtures';
import { render, type Screen } from '../../testing/render';
import { DeskRevocationPage } from './desk-revocation-page';

const FIND = 'POST /api/revocations/cards';
const RECORD = 'POST /api/revocations';
const DECLARE = 'POST /api/revocations/declaration/paper';
const HOLDER_CODE = 'RSSMRA80A41H501Y';
const now = signal(Date.parse(AT));

function cards(changes: Partial<CardsAtDesk> = {}): CardsAtDesk {
  const { isOfThisCip: isAskedFor, ...card } = cardOfCaller();
  return { initials: 'M.R.', isMinor: false, isSuspensionOn: false, keepsCopies: false, cards: [{ ...card, isAskedFor }], ...changes };
}

async function shown(api: FakeApi, view: DeskView = desk({ cardInReader: null })): Promise<Screen<DeskRevocationPage>> {
  const screen = await render(DeskRevocationPage, {}, [api.on('GET /api/desk', { value: view }).provider, { provide: Clock, useValue: { now } }, provideRouter([])]);
  TestBed.inject(SessionState).begin(session({ permissions: ['desk.read', 'case.search', 'revocation.record', 'revocation.record-at-desk', 'paper.print'] }));
  await TestBed.inject(DeskStore).refresh();
  await screen.stable();
  return screen;
}

const choose = async (screen: Screen<DeskRevocationPage>, id: string, value: string) => {
  const field = document.getElementById(id) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
};
const tick = async (screen: Screen<DeskRevocationPage>, id: string) => {
  document.getElementById(id)?.click();
  await screen.stable();
};
const write = async (screen: Screen<DeskRevocationPage>, fields: Readonly<Record<string, string>>) => {
  for (const [id, text] of Object.entries(fields)) {
    const field = document.getElementById(id) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('blur'));
    await screen.stable();
  }
};
const DOCUMENT = { 'document-number': 'CA12345AB', 'document-issuer': 'Ministero dell’Interno', 'document-issuedOn': '05/03/2021', 'document-expiresOn': '01/01/2031' };
const HOLDER = { 'person-surname': 'ROSSI', 'person-name': 'MARIA', 'person-birthDate': '01/01/1980', 'person-codiceFiscale': HOLDER_CODE };

/** The holder with a document, their card found, and why. */
async function told(api: FakeApi): Promise<Screen<DeskRevocationPage>> {
  const screen = await shown(api);
  await write(screen, { ...DOCUMENT, ...HOLDER });
  await screen.click('Cerca le tessere');
  await choose(screen, 'revocation-reason', 'code-compromise');
  return screen;
}

beforeEach(() => now.set(Date.parse(AT)));
afterEach(() => {
  document.body.replaceChildren();
});

test('Enter leads to what is missing, in the order of the page', async () => {
  const screen = await shown(new FakeApi());
  await screen.press('Enter', document.body);
  expect(document.activeElement?.id).toBe('document-number');
  expect(screen.text).toContain('Manca: di chi è la tessera');
});

test('without the card the holder’s document finds their cards, the effects are read, and their yes records it; the receipt is printed', async () => {
  const api = new FakeApi().on(FIND, { value: cards() }).on(RECORD, { value: receipt() });
  const screen = await told(api);
  expect(api.to(FIND)[0]?.body).toEqual({ by: 'codice-fiscale', codiceFiscale: HOLDER_CODE });
  expect(screen.text).toContain('Scade il 20/05/2030');
  await tick(screen, 'effects-confirmed');
  await screen.press('Enter', document.body);
  expect(api.to(RECORD)[0]?.body).toMatchObject({
    act: 'revocation',
    reason: 'code-compromise',
    asker: 'holder',
    caseKind: null,
    idCarta: cardOfCaller().idCarta,
    identified: { by: 'document', document: { number: 'CA12345AB' }, person: { surname: 'ROSSI', codiceFiscale: HOLDER_CODE }, isFaceConfirmed: true, papers: [] },
    proof: null,
  });
  expect(screen.heading(1)).toBe(`Richiesta ${NUMBER}`);
  expect(screen.hasButton('Stampa la ricevuta')).toBe(true);
  expect(document.querySelector('a[download]')?.getAttribute('href')).toContain('/receipt.pdf?language=it');
});

test('a loss takes its moment and the signed declaration', async () => {
  const api = new FakeApi().on(FIND, { value: cards() });
  const screen = await told(api);
  await choose(screen, 'revocation-reason', 'loss');
  expect(screen.text).toContain('Manca: l’autocertificazione firmata');
  expect(screen.text).toContain('La dichiarazione da firmare si stampa quando');
  expect(screen.hasButton('Stampa la dichiarazione da firmare')).toBe(false);
  await write(screen, { 'happened-day': '24/11/2026', 'happened-time': '9:12:33' });
  api.on(DECLARE, { value: { paperId: CASE_ID } }).on(`GET /api/papers/${CASE_ID}`, { value: { id: CASE_ID, paper: 'revocation-declaration', state: 'completed' } });
  await screen.click('Stampa la dichiarazione da firmare');
  expect(api.to(DECLARE).map(({ body }) => body)).toEqual([
    {
      language: 'it',
      reason: 'loss',
      happenedAt: '2026-11-24T08:12:33.000Z',
      isHolder: true,
      idCarta: cardOfCaller().idCarta,
      person: { surname: 'ROSSI', name: 'MARIA', birthDate: '1980-01-01', codiceFiscale: HOLDER_CODE },
      document: { type: 'cie', number: 'CA12345AB' },
    },
  ]);
  expect(screen.text).toContain('Stampato');
  await tick(screen, 'declaration-signed');
  expect(screen.text).not.toContain('Manca: l’autocertificazione firmata');
});

test('the card in the reader says whose it is, and leaves the page with it', async () => {
  const api = new FakeApi().on(FIND, { value: cards() });
  const screen = await shown(api, desk({ cardInReader: recognised() }));
  await screen.click('Usa la tessera nel lettore');
  expect(api.to(FIND)[0]?.body).toEqual({ by: 'card', insertionId: INSERTION_ID });
  expect(screen.text).toContain('Tessere di M.R.');
  api.on('GET /api/desk', { value: desk({ cardInReader: null }) });
  await TestBed.inject(DeskStore).refresh();
  await screen.stable();
  expect(screen.text).not.toContain('Tessere di M.R.');
});

test('who speaks for the holder says in which quality, and shows the papers of that kind', async () => {
  const api = new FakeApi().on(FIND, { value: cards({ isMinor: true }) });
  const screen = await told(api);
  await tick(screen, 'asker-representative');
  expect(screen.text).toContain('Manca: in che veste');
  await choose(screen, 'asker-kind', 'parent-of-minor');
  expect(document.getElementById('papers-declaration-parental-responsibility')).not.toBeNull();
});

test('a relative shows the certificate of the death', async () => {
  const screen = await told(new FakeApi().on(FIND, { value: cards() }));
  await tick(screen, 'asker-relative');
  expect(screen.text).toContain('Manca: la data del decesso');
  await write(screen, { 'death-office': 'Comune di Massa', 'death-day': '02/11/2026' });
  expect(screen.text).not.toContain('Manca: la data del decesso');
});

test('a suspended card is revoked or taken back into use, where that is switched on', async () => {
  const [one] = cards().cards;
  const screen = await told(new FakeApi().on(FIND, { value: cards({ isSuspensionOn: true, cards: one ? [{ ...one, state: 'suspended' }] : [] }) }));
  const acts = [...document.querySelectorAll('#revocation-act option')].map((option) => option.getAttribute('value'));
  expect(acts).toEqual(['revocation', 'reactivation']);
  await choose(screen, 'revocation-act', 'reactivation');
  expect(screen.hasButton('Registra la riattivazione')).toBe(true);
});

test('what is written otherwise is told in place, and the operator who looked goes on', async () => {
  const api = new FakeApi().on(FIND, { value: cards() }).on(RECORD, { problem: problem('decision-missing', 409, { fields: ['name'] }) }, { value: receipt() });
  const screen = await told(api);
  await tick(screen, 'effects-confirmed');
  await screen.press('Enter', document.body);
  await screen.click('È la stessa persona');
  expect(api.to(RECORD)[1]?.body).toMatchObject({ identified: { accepted: ['name'] } });
});
