// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import type { CaseView } from '@sportello/contracts';
import { CaseStore } from '../../../data/case/case-store';
import { DeskStore } from '../../../data/desk/desk-store';
import { SessionState } from '../../../data/session/session-state';
import { FakeApi } from '../../../testing/fake-api';
import { CASE_ID, caseView, desk, problem, session } from '../../../testing/fixtures';
import { numberUuids } from '../../../testing/numbered-uuids';
import { render } from '../../../testing/render';
import { CaseDrafts } from '../case-drafts';
import { CasePage } from '../case-page';

const CASE = `/api/cases/${CASE_ID}`;
const DECISIONS: CaseView['acts'] = ['resume-writing', 'new-codes', 'close-as-lost'];

const stopped = (because: string, acts: CaseView['acts'] = [], details: Record<string, unknown> = {}) =>
  caseView('interrupted', { card: null, isCardInReader: false, acts, obstacle: { code: 'supervisor-needed', details: { because, ...details } } });

async function given(inHand: CaseView, api = new FakeApi()) {
  numberUuids();
  api.on('GET /api/desk', { value: desk() }).on(`GET ${CASE}`, { value: inHand });
  const screen = await render(CasePage, {}, [api.provider, CaseDrafts]);
  TestBed.inject(SessionState).begin(session({ permissions: ['desk.read', 'case.read', 'case.decide-stopped'] }));
  await TestBed.inject(DeskStore).refresh();
  await TestBed.inject(CaseStore).reopen(CASE_ID);
  await screen.stable();
  return { api, screen };
}

const reasonField = () => document.getElementById('decision-reason') as HTMLTextAreaElement;

async function writeReason(text: string): Promise<void> {
  reasonField().value = text;
  reasonField().dispatchEvent(new Event('input', { bubbles: true }));
  await Promise.resolve();
}

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

test('the operator reads what happened, and is not asked to put the card in again', async () => {
  const { screen } = await given(stopped('transport-codes-refused'));
  expect(screen.heading(1)).toBe('La tessera ha rifiutato i codici di trasporto');
  expect(screen.text).toContain('Chiama il supervisore');
  expect(screen.text).toContain('In attesa del supervisore');
  expect(screen.text).toContain('«La tessera ha bisogno di un controllo: chiamo il supervisore.');
  expect(screen.text).not.toContain('reinseriscila');
  expect(screen.text).not.toContain('Riprende da sola quando torna la stessa tessera');
  expect(screen.hasButton('Fai riprendere')).toBe(false);
});

test('a card whose codes are at another station is sent there, by name', async () => {
  const { screen } = await given(stopped('codes-at-another-station', [], { station: 'Postazione 1' }));
  expect(screen.heading(1)).toBe('Questa tessera si finisce a Postazione 1');
  expect(screen.text).toContain('Porta là tessera e busta');
});

test('a supervisor decides with a reason, and only with one', async () => {
  const api = new FakeApi().on(`POST ${CASE}/writing`, { value: caseView('writing', { revision: 2, card: null }) });
  const { screen } = await given(stopped('blocked', DECISIONS), api);
  await screen.click('Fai riprendere');
  await screen.click('Fai riprendere la scrittura');
  expect(screen.text).toContain('Scrivi il motivo');
  expect(reasonField().getAttribute('aria-invalid')).toBe('true');
  expect(api.to(`POST ${CASE}/writing`)).toEqual([]);
  await writeReason('  Chip pulito, contatti a posto ');
  await screen.click('Fai riprendere la scrittura');
  expect(api.to(`POST ${CASE}/writing`)[0]?.body).toEqual({ revision: 1, reason: 'Chip pulito, contatti a posto' });
  expect(screen.heading(1)).toBe('Scrittura in corso: lascia la tessera');
});

test('new codes that would lose the card are refused in words that say what else there is', async () => {
  const api = new FakeApi().on(`POST ${CASE}/new-codes`, { problem: problem('codes-may-be-on-card') });
  const { screen } = await given(stopped('supervisor-needed', DECISIONS), api);
  await screen.click('Codici nuovi');
  await writeReason('Busta persa');
  await screen.click('Scarta la busta: codici nuovi');
  expect(screen.text).toContain('Con codici nuovi la tessera andrebbe persa');
  expect(screen.heading(1)).toBe('La tessera non ha risposto due volte');
});

test('a case closed as lost says that the revocation is still to be asked', async () => {
  const api = new FakeApi().on(`POST ${CASE}/loss`, { value: caseView('lost', { revision: 2, card: null }) });
  const { screen } = await given(caseView('undelivered', { acts: ['close-as-lost'] }), api);
  await screen.click('Chiudi come irrecuperabile');
  await writeReason('Nessuno è venuto in 60 giorni');
  // The layer's own button says the same as the one that opened it.
  document.querySelector<HTMLButtonElement>('[role="dialog"] .refusing')?.click();
  await screen.stable();
  expect(api.to(`POST ${CASE}/loss`)[0]?.body).toEqual({ revision: 1, reason: 'Nessuno è venuto in 60 giorni' });
  expect(screen.text).toContain('La revoca della tessera è da chiedere.');
});

test('at the delivery the page says what to install at home for this type of card', async () => {
  const written = caseView('written');
  const { screen } = await given({ ...written, card: written.card && { ...written.card, software: 'IDProtect' } });
  expect(screen.text).toContain('A casa: si installa IDProtect per usare la tessera con il computer.');
});
